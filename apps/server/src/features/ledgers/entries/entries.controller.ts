import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { DomainError } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import { workbookFile, workbookMediaType } from '../../../http/workbook-file.js';
import { LedgerKinds } from '../ledger-kinds.js';
import { NewEntry } from './entries.dto.js';
import { readEntryView } from './entry-view.queries.js';
import {
  EntrySchoolList,
  LedgerDesk,
  LedgerEntryView,
  LedgerKindView,
  LedgerPage,
} from './entry-views.dto.js';
import { readEntrySchools } from './entry-schools.queries.js';
import { exportEntries } from './export-entries.js';
import { kindView } from './kind-view.js';
import { readLedgerDesk } from './ledger-desk.queries.js';
import { EntryFilter } from './list-entries.dto.js';
import { listEntries } from './list-entries.queries.js';
import { offersOpening } from './ledger.policy.js';
import { openEntry } from './open-entry.js';

@Controller('campaigns/:campaignId')
@Policy('member')
export class EntriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: LedgerKinds,
  ) {}

  @Get('ledgers/:kind')
  kind(@CurrentActor() actor: Actor, @Param('kind') kind: string): LedgerKindView {
    return kindView(this.kinds.get(kind), actor);
  }

  @Get('ledgers/:kind/schools')
  schools(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kind: string,
  ): Promise<EntrySchoolList> {
    if (!offersOpening(actor, this.kinds.get(kind))) throw new DomainError('forbidden');
    return this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      items: [...(await readEntrySchools(work)).values()],
    }));
  }

  @Get('ledgers/:kind/entries')
  list(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kind: string,
    @Query() filter: EntryFilter,
  ): Promise<LedgerPage> {
    const { id } = this.kinds.get(kind);
    return this.unitOfWork.read({ actor, campaignId }, (work) =>
      listEntries(work, this.kinds, { ...filter, kind: id }),
    );
  }

  @Get('ledgers/:kind/entries.xlsx')
  @ApiProduces(workbookMediaType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kindId: string,
    @Query() filter: EntryFilter,
  ): Promise<StreamableFile> {
    const kind = this.kinds.get(kindId);
    const { content, name } = await this.unitOfWork.read({ actor, campaignId }, async (work) => ({
      content: await exportEntries(work, this.kinds, kind, filter),
      name: `${kind.name}台账-${work.today}.xlsx`,
    }));
    return workbookFile(content, name);
  }

  @Post('ledgers/:kind/entries')
  open(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('kind') kind: string,
    @Body() body: NewEntry,
  ): Promise<LedgerEntryView> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) =>
      readEntryView(work, this.kinds, await openEntry(work, this.kinds, kind, body)),
    );
  }

  @Get('ledger-entries/:id')
  entry(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<LedgerEntryView> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readEntryView(work, this.kinds, id));
  }

  @Get('desks/ledgers')
  desk(@CurrentActor() actor: Actor, @Param('campaignId', IdPipe) campaignId: string): Promise<LedgerDesk> {
    return this.unitOfWork.read({ actor, campaignId }, (work) => readLedgerDesk(work, this.kinds));
  }
}
