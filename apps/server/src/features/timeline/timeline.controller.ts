import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import { Standards } from '../indicators/indicators.module.js';
import { evaluateGates } from './evaluate-gates.js';
import { readGateChoices } from './gate-choices.queries.js';
import { GateConditions } from './gate-conditions.js';
import { passGate, revokeGate } from './pass-gate.js';
import {
  GateAnswersList,
  GateChoices,
  GateInput,
  GatePassing,
  GateRevocation,
  PhaseDates,
} from './phases.dto.js';
import { readTimeline } from './read-timeline.js';
import { saveGate } from './save-gate.js';
import { setPhaseDates } from './set-phase-dates.js';
import { TimelineSources } from './timeline-sources.js';
import { TimelineView } from './timeline.dto.js';

/** Everybody sees the course of the campaign; what the gates' conditions count is the offices' business. */
@Controller('campaigns/:campaignId/timeline')
@Policy('member')
export class TimelineController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: TimelineSources,
    private readonly conditions: GateConditions,
    private readonly standards: Standards,
  ) {}

  @Get()
  view(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<TimelineView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readTimeline(work, this.sources));
  }

  @Get('gates')
  @Policy('either_office')
  gates(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<GateAnswersList> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => evaluateGates(work, this.conditions));
  }

  @Get('gate-choices')
  @Policy('government_office')
  choices(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
  ): Promise<GateChoices> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readGateChoices(work, this.standards));
  }

  @Put('phases/:id/dates')
  @Policy('government_office')
  dates(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: PhaseDates,
  ): Promise<TimelineView> {
    return this.change(actor, campaignId, (work) => setPhaseDates(work, id, body));
  }

  @Put('phases/:id/gate')
  @Policy('government_office')
  gate(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: GateInput,
  ): Promise<TimelineView> {
    return this.change(actor, campaignId, (work) => saveGate(work, this.standards, id, body));
  }

  @Post('phases/:id/gate/passing')
  @HttpCode(200)
  @Policy('government_office')
  pass(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: GatePassing,
  ): Promise<TimelineView> {
    return this.change(actor, campaignId, (work) => passGate(work, this.conditions, id, body));
  }

  @Post('phases/:id/gate/revocation')
  @HttpCode(200)
  @Policy('government_office')
  revoke(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: GateRevocation,
  ): Promise<TimelineView> {
    return this.change(actor, campaignId, (work) => revokeGate(work, id, body));
  }

  private change(
    actor: Actor,
    campaignId: string,
    operation: (work: Work) => Promise<void>,
  ): Promise<TimelineView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await operation(work);
      return readTimeline(work, this.sources);
    });
  }
}
