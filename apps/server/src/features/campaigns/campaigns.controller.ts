import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { CampaignView, ClauseList, DutyList, ProjectsView, TargetList } from './campaigns.dto.js';
import { readCampaign, readClauses, readDuties, readProjects, readTargets } from './campaigns.queries.js';

class DutyFilter {
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

/** The plan as it was loaded: every member of the campaign may read it. */
@Controller('campaigns/:campaignId')
@Policy('member')
export class CampaignsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  view(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<CampaignView> {
    return this.unitOfWork.read({ actor, campaignId }, readCampaign);
  }

  @Get('duties')
  async duties(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: DutyFilter,
  ): Promise<DutyList> {
    return {
      items: await this.unitOfWork.read({ actor, campaignId }, (work) => readDuties(work, filter.unitId)),
    };
  }

  @Get('clauses')
  async clauses(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<ClauseList> {
    return { items: await this.unitOfWork.read({ actor, campaignId }, readClauses) };
  }

  @Get('targets')
  async targets(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<TargetList> {
    return { items: await this.unitOfWork.read({ actor, campaignId }, readTargets) };
  }

  @Get('projects')
  projects(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<ProjectsView> {
    return this.unitOfWork.read({ actor, campaignId }, readProjects);
  }
}
