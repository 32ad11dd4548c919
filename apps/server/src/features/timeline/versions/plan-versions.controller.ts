import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { compareVersions } from './compare-versions.js';
import { PlanComparison, PlanVersionList, VersionQuery } from './plan-versions.dto.js';
import { readPlanVersions } from './plan-versions.js';

/** What a revision of the plan means for the tasks of all units: the offices' business. */
@Controller('campaigns/:campaignId/plan-versions')
@Policy('either_office')
export class PlanVersionsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<PlanVersionList> {
    const versions = await this.unitOfWork.read({ actor, campaignId }, readPlanVersions);
    return { items: versions.map(({ row }) => row) };
  }

  @Get('comparison')
  compare(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() query: VersionQuery,
  ): Promise<PlanComparison> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => compareVersions(work, query));
  }
}
