import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { escalationDesk } from './escalation-desk.queries.js';
import { readEscalations } from './escalations.queries.js';
import { EscalationDesk, Escalations, RaiseRequest } from './ladder.dto.js';
import { raiseTask } from './raise-task.js';

@Controller('campaigns/:campaignId')
export class EscalationsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('desks/escalation')
  @Policy('either_office')
  desk(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<EscalationDesk> {
    return this.unitOfWork.read({ actor, campaignId }, escalationDesk);
  }

  @Get('tasks/:id/escalations')
  @Policy('member')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<Escalations> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readEscalations(work, id));
  }

  @Post('tasks/:id/escalations')
  @Policy('either_office')
  raise(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: RaiseRequest,
  ): Promise<Escalations> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await raiseTask(work, { taskId: id, ...body });
      return readEscalations(work, id);
    });
  }
}
