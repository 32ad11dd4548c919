import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import type { FastifyReply } from 'fastify';
import { CLOCK } from '../../database/core.module.js';
import { UnitOfWork, type WorkScope } from '../../database/unit-of-work.js';
import { recordAudit } from '../audit/audit.module.js';
import { byteRange } from './byte-range.js';
import { contentHeaders } from './content-headers.js';
import { EvidenceStore } from './evidence-store.js';
import { openEvidence, type StoredEvidence } from './open-evidence.js';

/** How a file was asked for. */
export interface DeliveryWish {
  readonly inline: boolean;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

/** Hands a registered file out, whatever it is evidence of. */
@Injectable()
export class EvidenceDelivery {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceStore) private readonly store: EvidenceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `evidence_changed` */
  async deliver(
    scope: WorkScope,
    row: StoredEvidence,
    wish: DeliveryWish,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const stillSame = wish.ifRange === undefined || wish.ifRange === `"${row.sha256}"`;
    const range = stillSame ? byteRange(wish.range, row.size) : undefined;
    const file = await openEvidence(this.store, row, range);
    if (!file) throw await this.changed(scope, row);
    void reply.status(range ? 206 : 200).headers(contentHeaders(row, wish.inline, range));
    return new StreamableFile(file);
  }

  /** Altered evidence is never handed out, and it never goes unnoticed. */
  private async changed({ actor, campaignId }: WorkScope, row: StoredEvidence): Promise<DomainError> {
    await this.unitOfWork.dataSource.transaction((manager) =>
      recordAudit(manager, {
        at: new Date(this.clock.now()),
        account: { id: actor.accountId, name: actor.name },
        campaignId,
        action: 'evidence_changed',
        target: row.id,
        outcome: 'failed',
        detail: { sha256: row.sha256, size: row.size },
      }),
    );
    return new DomainError('evidence_changed', { detail: `“${row.fileName}”与登记的校验值不符。` });
  }
}
