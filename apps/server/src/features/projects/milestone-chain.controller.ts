import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { MilestoneChainInput, MilestoneChainView } from './milestone-chain.dto.js';
import { readMilestoneUse } from './milestone-use.queries.js';
import { mayEditProjects } from './project.policy.js';
import { readProjectBasis } from './project-basis.queries.js';
import { setMilestones } from './set-milestones.js';

/** The milestones of the campaign's projects. */
@Controller('campaigns/:campaignId/project-milestones')
export class MilestoneChainController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy('member')
  read(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<MilestoneChainView> {
    return this.unitOfWork.read({ actor, campaignId }, chainView);
  }

  @Put()
  @Policy('government_office')
  set(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() { number, taskWorkingDays, milestones }: MilestoneChainInput,
  ): Promise<MilestoneChainView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      const ordered = milestones.map(({ id, name, role, reaches }) => ({
        ...{ id: id.trim(), name: name.trim(), role, reaches: reaches ?? null },
      }));
      await setMilestones(work, { number, chain: { taskWorkingDays, milestones: ordered } });
      return chainView(work);
    });
  }
}

async function chainView(work: Work): Promise<MilestoneChainView> {
  const { chain, chainNumber } = await readProjectBasis(work);
  const { known, projects } = await readMilestoneUse(work);
  const ids = new Set(chain.milestones.map(({ id }) => id));
  return {
    number: chainNumber,
    taskWorkingDays: chain.taskWorkingDays,
    milestones: [...chain.milestones],
    withdrawn: [...known.values()].filter(({ id }) => !ids.has(id)),
    used: [...projects].map(([milestone, count]) => ({ milestone, projects: count })),
    mayEdit: mayEditProjects(work.actor),
  };
}
