import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { Standards } from '../standards.js';
import { changeResponsibility, resetResponsibility } from './change-responsibility.js';
import {
  Responsibilities,
  ResponsibilityChange,
  ResponsibilityReset,
  ResponsibilityRow,
} from './responsibilities.dto.js';
import { responsibilityRows } from './responsibility-rows.js';

/** Who answers for each indicator in this campaign. */
@Controller('campaigns/:campaignId/indicators/responsibilities')
export class ResponsibilitiesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standards: Standards,
  ) {}

  @Get()
  @Policy('member')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<Responsibilities> {
    return this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      items: await responsibilityRows(work, this.standards),
    }));
  }

  @Put(':indicator')
  @Policy('government_office')
  change(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('indicator') indicator: string,
    @Body() body: ResponsibilityChange,
  ): Promise<ResponsibilityRow> {
    return this.unitOfWork.run({ actor, campaignId }, (work) =>
      changeResponsibility(work, this.standards, indicator, body),
    );
  }

  @Post(':indicator/reset')
  @HttpCode(200)
  @Policy('government_office')
  reset(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('indicator') indicator: string,
    @Body() body: ResponsibilityReset,
  ): Promise<ResponsibilityRow> {
    return this.unitOfWork.run({ actor, campaignId }, (work) =>
      resetResponsibility(work, this.standards, indicator, body.version),
    );
  }
}
