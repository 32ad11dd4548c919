import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { recordAudit, type AuditAction } from '../audit/audit.module.js';
import type { DecisionRow, HoldDecision, SendingChange } from './holds.dto.js';
import { peopleLimitKey } from './reach-limit.js';
import { setSendingStop } from './sending-switch.js';

/**
 * Sends or drops held messages. A released one keeps its id, and everything about it is looked at again when it leaves.
 * @returns each row's own result: one that is no longer held is left alone
 */
export async function decideHolds(work: Work, { ids, decision }: HoldDecision): Promise<DecisionRow[]> {
  const word =
    decision === 'send'
      ? `status = 'queued', not_before = NULL`
      : `status = 'withdrawn', last_error = '未发送，由' || $4 || '丢弃'`;
  const [changed] = await work.manager.query<[{ id: string }[]]>(
    `UPDATE outbox_message SET ${word}, hold_reason = NULL, released_at = $3
     WHERE campaign_id = $1 AND id = ANY($2) AND status = 'held' AND $4::text IS NOT NULL RETURNING id`,
    [work.campaignId, ids, work.now, work.actor.name],
  );
  const done = new Set(changed.map((row) => row.id));
  await audit(work, 'held_messages_decided', { decision, asked: ids.length, done: done.size });
  return ids.map((id) => ({ id, done: done.has(id) }));
}

/** Switches sending for the whole installation, or sets how many people one run may reach unasked. */
export async function changeSending(work: Work, { off, peopleLimit }: SendingChange): Promise<void> {
  if (off !== undefined) {
    const stop = { reason: 'operator', by: work.actor.name, at: work.now.toISOString() } as const;
    await setSendingStop(work.manager, off ? stop : null);
  }
  if (peopleLimit !== undefined) {
    await work.manager.query(
      `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
      [peopleLimitKey, JSON.stringify({ people: peopleLimit }), work.now],
    );
  }
  await audit(work, 'sending_switched', { off, peopleLimit });
}

/**
 * Gives an address another chance, and what was held for it.
 * @param unitId only people of this unit, or null for everybody of the campaign
 * @throws DomainError `not_found`
 */
export async function restoreMailbox(work: Work, accountId: string, unitId: string | null): Promise<void> {
  const [, restored] = await work.manager.query<[unknown[], number]>(
    `DELETE FROM mailbox_failure f USING account a JOIN membership m ON m.account_id = a.id
     WHERE a.id = $2 AND m.campaign_id = $1 AND ($3::uuid IS NULL OR m.unit_id = $3) AND f.address = lower(a.email)`,
    [work.campaignId, accountId, unitId],
  );
  if (restored === 0) throw new DomainError('not_found');
  await work.manager.query(
    `UPDATE outbox_message SET status = 'queued', hold_reason = NULL, not_before = NULL
     WHERE campaign_id = $1 AND account_id = $2 AND status = 'held' AND hold_reason = 'address_suspended'`,
    [work.campaignId, accountId],
  );
  await audit(work, 'mailbox_restored', {}, accountId);
}

function audit(
  work: Work,
  action: AuditAction,
  detail: Readonly<Record<string, unknown>>,
  target?: string,
): Promise<void> {
  return recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    campaignId: work.campaignId,
    action,
    ...(target === undefined ? {} : { target }),
    outcome: 'done',
    detail,
  });
}
