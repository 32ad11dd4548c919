import { createHash, randomBytes } from 'node:crypto';
import { type CivilDate, DomainError, runningStates, taskNumber } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { recordAudit } from '../audit/audit.module.js';
import { type CalendarEntry, calendarText } from './calendar-text.js';
import { maskPersonalNumbers } from './mask-personal-numbers.js';

/** Makes the person's calendar address anew; the one before ends. The secret part is told this once. */
export async function renewCalendarFeed(work: Work): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await work.manager.query(
    `INSERT INTO calendar_feed (campaign_id, account_id, token_hash, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (campaign_id, account_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at`,
    [work.campaignId, work.actor.accountId, hash(token), work.now],
  );
  await audit(work, 'renewed');
  return token;
}

export async function revokeCalendarFeed(work: Work): Promise<void> {
  await work.manager.query(`DELETE FROM calendar_feed WHERE campaign_id = $1 AND account_id = $2`, [
    work.campaignId,
    work.actor.accountId,
  ]);
  await audit(work, 'revoked');
}

/** @returns since when there is an address, or null */
export async function readCalendarFeed(work: Work): Promise<string | null> {
  const [row] = await work.manager.query<{ created_at: Date }[]>(
    `SELECT created_at FROM calendar_feed WHERE campaign_id = $1 AND account_id = $2`,
    [work.campaignId, work.actor.accountId],
  );
  return row?.created_at.toISOString() ?? null;
}

interface FeedTask {
  name: string;
  id: string | null;
  seq: number;
  title: string;
  unit: string;
  due: CivilDate;
  due_version: number;
  updated_at: Date;
}

/**
 * The due days of a person's running tasks. Who may see what is asked anew at each fetch: a deactivated account, or one
 * that left the campaign, has no calendar any more.
 * @throws DomainError `not_found`
 */
export async function writeCalendar(work: Work, token: string, origin: string): Promise<string> {
  const rows = await work.manager.query<FeedTask[]>(
    `SELECT c.name, t.id, t.seq, t.title, u.short_name AS unit, t.effective_due_on AS due, t.due_version, t.updated_at
     FROM calendar_feed f
     JOIN campaign c ON c.id = f.campaign_id
     JOIN account a ON a.id = f.account_id AND a.active
     JOIN membership m ON m.campaign_id = f.campaign_id AND m.account_id = a.id
     LEFT JOIN task t ON t.campaign_id = f.campaign_id AND t.state = ANY($3) AND t.effective_due_on IS NOT NULL
       AND (m.unit_id IS NULL OR t.lead_unit_id = m.unit_id OR EXISTS (
         SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id
           AND s.state <> 'completed'))
     LEFT JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE f.campaign_id = $1 AND f.token_hash = $2 ORDER BY t.effective_due_on, t.seq`,
    [work.campaignId, hash(token), runningStates],
  );
  const [first] = rows;
  if (!first) throw new DomainError('not_found');
  return calendarText(
    first.name,
    rows.flatMap((row) => (row.id === null ? [] : [entryOf(row, row.id, origin)])),
  );
}

function entryOf(row: FeedTask, id: string, origin: string): CalendarEntry {
  return {
    uid: `task-${id}@${new URL(origin).hostname}`,
    on: row.due,
    summary: `${taskNumber(row.seq)} ${maskPersonalNumbers(row.title)}`,
    description: `期限日；牵头单位：${row.unit}`,
    url: `${origin}/tasks/${id}`,
    changedAt: row.updated_at,
    sequence: row.due_version - 1,
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function audit(work: Work, what: 'renewed' | 'revoked'): Promise<void> {
  return recordAudit(work.manager, {
    at: work.now,
    account: { id: work.actor.accountId, name: work.actor.name },
    campaignId: work.campaignId,
    action: 'calendar_feed_changed',
    outcome: 'done',
    detail: { what },
  });
}
