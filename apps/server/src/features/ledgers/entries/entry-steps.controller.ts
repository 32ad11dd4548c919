import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork, type Work } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { LedgerKinds } from '../ledger-kinds.js';
import { applyClosing } from './apply-closing.js';
import { ApplyClosing, NotedStep, PlanEntry, SeenEntry } from './entries.dto.js';
import { readEntryView } from './entry-view.queries.js';
import { LedgerEntryView } from './entry-views.dto.js';
import { planEntry } from './plan-entry.js';
import { reportEntry } from './report-entry.js';
import { confirmEntry, recheckEntry, reopenEntry, returnEntry } from './review-closing.js';

/** What people do with an entry. Whose turn it is depends on its kind: the operations judge it. */
@Controller('campaigns/:campaignId/ledger-entries/:id')
@Policy('member')
export class EntryStepsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: LedgerKinds,
  ) {}

  @Post('plan')
  @HttpCode(200)
  plan(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: PlanEntry,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => planEntry(work, this.kinds, id, body));
  }

  @Post('report')
  @HttpCode(200)
  @Policy('unit_member')
  report(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: NotedStep,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => reportEntry(work, this.kinds, id, body));
  }

  @Post('application')
  @HttpCode(200)
  @Policy('unit_member')
  apply(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: ApplyClosing,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => applyClosing(work, this.kinds, id, body));
  }

  @Post('return')
  @HttpCode(200)
  @Policy('either_office')
  return(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: NotedStep,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => returnEntry(work, this.kinds, id, body));
  }

  @Post('recheck')
  @HttpCode(200)
  @Policy('either_office')
  recheck(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: SeenEntry,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => recheckEntry(work, this.kinds, id, body));
  }

  @Post('confirmation')
  @HttpCode(200)
  @Policy('either_office')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: SeenEntry,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => confirmEntry(work, this.kinds, id, body));
  }

  @Post('reopening')
  @HttpCode(200)
  @Policy('either_office')
  reopen(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Body() body: NotedStep,
  ): Promise<LedgerEntryView> {
    return this.run(actor, campaignId, id, (work) => reopenEntry(work, this.kinds, id, body));
  }

  private run(
    actor: Actor,
    campaignId: string,
    id: string,
    operation: (work: Work) => Promise<void>,
  ): Promise<LedgerEntryView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await operation(work);
      return readEntryView(work, this.kinds, id);
    });
  }
}
