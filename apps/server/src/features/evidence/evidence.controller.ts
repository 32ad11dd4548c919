import {
  Controller,
  Delete,
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
import type { Actor } from '../../database/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Policy } from '../../http/policy.decorator.js';
import type { RequestContext } from '../../http/request-context.js';
import { EvidenceRow } from '../tasks/tasks.module.js';
import { addEvidence } from './add-evidence.js';
import { EvidenceContentQuery, NewEvidenceForm } from './evidence.dto.js';
import { EvidenceDelivery } from './evidence-delivery.js';
import { findEvidence } from './evidence.queries.js';
import { EvidenceStore } from './evidence-store.js';
import { removeEvidence } from './remove-evidence.js';
import { requireUpload } from './require-upload.js';
import { takeUpload } from './take-upload.js';

@Controller('campaigns/:campaignId/tasks/:taskId/evidence')
export class EvidenceController {
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
    @Param('taskId', IdPipe) taskId: string,
    @Req() request: RequestContext,
  ): Promise<EvidenceRow> {
    const scope = { actor, campaignId };
    await this.unitOfWork.run(scope, (work) => requireUpload(work, taskId));
    return takeUpload(request, this.store, (upload) =>
      this.unitOfWork.run(scope, (work) => addEvidence(work, this.store, { taskId, ...upload })),
    );
  }

  @Get(':evidenceId/content')
  @Policy('member')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() query: EvidenceContentQuery,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const scope = { actor, campaignId };
    const row = await this.unitOfWork.read(scope, (work) => findEvidence(work, taskId, evidenceId));
    return this.delivery.deliver(scope, row, { inline: query.inline === '1', range, ifRange }, reply);
  }

  @Delete(':evidenceId')
  @Policy('unit_member')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
  ): Promise<void> {
    await this.unitOfWork.run({ actor, campaignId }, (work) => removeEvidence(work, { taskId, evidenceId }));
  }
}
