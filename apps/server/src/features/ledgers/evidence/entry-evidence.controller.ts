import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../database/actor.js';
import { UnitOfWork } from '../../../database/unit-of-work.js';
import { IdPipe } from '../../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../../http/policy.decorator.js';
import type { RequestContext } from '../../../http/request-context.js';
import {
  EvidenceContentQuery,
  EvidenceDelivery,
  EvidenceStore,
  NewEvidenceForm,
  takeUpload,
} from '../../evidence/evidence.module.js';
import { LedgerEvidenceRow } from '../entries/entry-views.dto.js';
import { addEntryEvidence, requireEntryUpload } from './add-entry-evidence.js';
import { VoidEvidence } from './entry-evidence.dto.js';
import { findEntryEvidence } from './entry-evidence.queries.js';
import { voidEntryEvidence } from './void-entry-evidence.js';

@Controller('campaigns/:campaignId/ledger-entries/:entryId/evidence')
export class EntryEvidenceController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    private readonly delivery: EvidenceDelivery,
  ) {}

  /** No transaction is open while the bytes come in: right is checked before, and again with the row locked after. */
  @Post()
  @Policy('unit_member')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: NewEvidenceForm })
  async add(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('entryId', IdPipe) entryId: string,
    @Req() request: RequestContext,
  ): Promise<LedgerEvidenceRow> {
    const scope = { actor, campaignId };
    await this.unitOfWork.run(scope, (work) => requireEntryUpload(work, entryId));
    return takeUpload(request, this.store, (upload) =>
      this.unitOfWork.run(scope, (work) => addEntryEvidence(work, this.store, { entryId, ...upload })),
    );
  }

  @Get(':evidenceId/content')
  @Policy('member')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('entryId', IdPipe) entryId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() query: EvidenceContentQuery,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const scope = { actor, campaignId };
    const row = await this.unitOfWork.read(scope, (work) => findEntryEvidence(work, entryId, evidenceId));
    return this.delivery.deliver(scope, row, { inline: query.inline === '1', range, ifRange }, reply);
  }

  @Post(':evidenceId/voiding')
  @HttpCode(200)
  @Policy('unit_member')
  async void(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('entryId', IdPipe) entryId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() body: VoidEvidence,
  ): Promise<LedgerEvidenceRow> {
    return this.unitOfWork.run({ actor, campaignId }, async (work) => {
      await voidEntryEvidence(work, { entryId, evidenceId }, body.reason);
      return findEntryEvidence(work, entryId, evidenceId);
    });
  }
}
