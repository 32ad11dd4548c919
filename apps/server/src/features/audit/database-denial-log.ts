import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { CLOCK } from '../../database/core.module.js';
import { DenialLog } from '../../http/authenticator.js';
import type { SignedIn } from '../../http/signed-in.js';

const quietMs = 60_000;

/** Denials in the audit log: at most one row for a person and an action in a minute, so that hammering cannot fill it. */
@Injectable()
export class DatabaseDenialLog extends DenialLog {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async denied(person: SignedIn | undefined, campaignId: string | undefined, action: string): Promise<void> {
    const now = this.clock.now();
    const accountId = person?.accountId ?? null;
    await this.dataSource.transaction(async (manager) => {
      // One after the other for the same person and action; others do not wait.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `denied ${accountId ?? 'nobody'} ${action}`,
      ]);
      await manager.query(
        `INSERT INTO audit_event (id, at, account_id, account_name, campaign_id, action, outcome)
         SELECT $1, $2, $3, $4, (SELECT id FROM campaign WHERE id::text = lower($5)), $6, 'denied'
         WHERE NOT EXISTS (
           SELECT 1 FROM audit_event
           WHERE at > $7 AND at <= $2 AND action = $6 AND outcome = 'denied' AND account_id IS NOT DISTINCT FROM $3)`,
        [
          v7(),
          new Date(now),
          accountId,
          person?.name ?? null,
          campaignId ?? null,
          action,
          new Date(now - quietMs),
        ],
      );
    });
  }
}
