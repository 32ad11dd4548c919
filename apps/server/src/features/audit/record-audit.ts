import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

/** One security-relevant thing that happened. It never carries a password, nor what was typed as an unknown login name. */
export interface AuditEntry {
  readonly at: Date;
  /** Who did it; null when nobody was signed in. */
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly campaignId?: string;
  readonly action: AuditAction;
  /** What it was done to, usually an account id. */
  readonly target?: string;
  readonly outcome: 'done' | 'failed';
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type AuditAction =
  | 'sign_in'
  | 'sign_in_locked'
  | 'sign_out'
  | 'password_changed'
  | 'password_reset'
  | 'account_created'
  | 'account_changed'
  | 'role_changed'
  | 'account_deactivated'
  | 'account_reactivated'
  | 'setup'
  | 'exercise_date'
  | 'sending_switched'
  | 'held_messages_decided'
  | 'robot_changed'
  | 'mailbox_restored'
  | 'calendar_feed_changed'
  | 'evidence_changed'
  | 'responsibility_changed'
  | 'clock_alarm'
  | 'calendar_year'
  | 'local_calendar';

/** Writes into the transaction of the change itself: no audit row, no change. */
export async function recordAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await manager.query(
    `INSERT INTO audit_event (id, at, account_id, account_name, campaign_id, action, target, outcome, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      v7(),
      entry.at,
      entry.account?.id ?? null,
      entry.account?.name ?? null,
      entry.campaignId ?? null,
      entry.action,
      entry.target ?? null,
      entry.outcome,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
}
