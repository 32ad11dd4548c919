import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { activateLadder, restLadder } from './activate-ladder.js';
import { readLadder, readLadderPage } from './ladder-views.js';
import {
  ClockLimitsView,
  LadderPreview,
  LadderVersions,
  LadderView,
  NewLadderVersion,
} from './ladder.dto.js';
import { previewLadder } from './preview-ladder.js';
import { saveLadder } from './save-ladder.js';
import { setClockLimits } from './set-clock-limits.js';

@Controller('campaigns/:campaignId/ladder')
export class LadderController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy('member')
  view(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<LadderView> {
    return this.unitOfWork.read({ actor, campaignId }, readLadder);
  }

  @Get('versions')
  @Policy('either_office')
  versions(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<LadderVersions> {
    return this.unitOfWork.read({ actor, campaignId }, readLadderPage);
  }

  @Post('versions')
  @Policy('either_office')
  save(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: NewLadderVersion,
  ): Promise<LadderVersions> {
    return this.change(actor, campaignId, (work) => saveLadder(work, body));
  }

  @Get('versions/:id/preview')
  @Policy('either_office')
  preview(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<LadderPreview> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => previewLadder(work, id));
  }

  @Post('versions/:id/activation')
  @HttpCode(200)
  @Policy('either_office')
  activate(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<LadderVersions> {
    return this.change(actor, campaignId, (work) => activateLadder(work, id));
  }

  @Delete('activation')
  @Policy('either_office')
  rest(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<LadderVersions> {
    return this.change(actor, campaignId, restLadder);
  }

  @Put('limits')
  @Policy('either_office')
  limits(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Body() body: ClockLimitsView,
  ): Promise<LadderView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await setClockLimits(work, body);
      return readLadder(work);
    });
  }

  private change(
    actor: Actor,
    campaignId: string,
    act: (work: Work) => Promise<unknown>,
  ): Promise<LadderVersions> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await act(work);
      return readLadderPage(work);
    });
  }
}
