import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { ServerConfig } from '../../config/server-config.js';
import { CONFIG } from '../../database/core.module.js';
import { UnitOfWork, type Work } from '../../database/unit-of-work.js';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import { actorIn, type SignedIn } from '../../http/signed-in.js';
import { systemActor } from '../../jobs/system-actor.js';
import { messageIdOf } from './message-address.js';
import { encodeCursor } from './outbox-cursor.js';
import { type OutboxViewer, outboxViewer } from './outbox-viewer.js';
import { OutboxFilter, OutboxPage, OutboxView } from './outbox.dto.js';
import { presentMessage } from './outbox.presenter.js';
import {
  countMessages,
  outboxPageSize,
  readAttachmentFile,
  readAttachments,
  readMessage,
  readMessages,
  readTaskLinks,
} from './outbox.queries.js';

/** 发件箱: what was written to whom, and what became of it. */
@Controller('campaigns/:campaignId/outbox')
@Policy('member_or_administrator')
export class OutboxController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: ServerConfig,
  ) {}

  @Get()
  list(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Query() filter: OutboxFilter,
  ): Promise<OutboxPage> {
    return this.read(person, campaignId, async (work, viewer) => {
      const records = await readMessages(work, viewer, filter);
      const items = records
        .slice(0, outboxPageSize)
        .map((record) => presentMessage(record, viewer, work.now.getTime()));
      const last = items.at(-1);
      return {
        items,
        total: await countMessages(work, viewer, filter),
        next: records.length > outboxPageSize && last ? encodeCursor(last) : null,
        mailConfigured: this.config.smtpUrl !== undefined,
        exercise: work.exercise,
      };
    });
  }

  @Get(':id')
  one(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<OutboxView> {
    return this.read(person, campaignId, async (work, viewer) => {
      const record = await readMessage(work, viewer, id);
      const readable = viewer.sees !== 'envelopes';
      return {
        ...presentMessage(record, viewer, work.now.getTime()),
        text: readable ? record.body : null,
        messageId: messageIdOf(id, this.config.origin),
        attachments: readable ? await readAttachments(work, id) : [],
        taskLinks: readable ? await readTaskLinks(work, id) : [],
      };
    });
  }

  @Get(':id/attachments/:attachmentId')
  async attachment(
    @CurrentPerson() person: SignedIn,
    @Param('campaignId', IdPipe) campaignId: string,
    @Param('id', IdPipe) id: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
  ): Promise<StreamableFile> {
    const file = await this.read(person, campaignId, async (work, viewer) => {
      if (viewer.sees === 'envelopes') throw new DomainError('not_found');
      await readMessage(work, viewer, id);
      return readAttachmentFile(work, id, attachmentId);
    });
    return new StreamableFile(file.content, {
      type: file.mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  }

  /** An administrator need not be a member, so the reading is done in the system's name with the person's sight. */
  private read<T>(
    person: SignedIn,
    campaignId: string,
    query: (work: Work, viewer: OutboxViewer) => Promise<T>,
  ): Promise<T> {
    const actor = actorIn(person, campaignId);
    const scope = { actor: actor ?? systemActor, campaignId };
    return this.unitOfWork.read(scope, (work) => query(work, outboxViewer(actor)));
  }
}
