import { type CivilDate, runningStates, taskNumber } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { Work } from '../../database/unit-of-work.js';
import type { InboxItem, InboxPage } from './inbox.dto.js';
import { rulesOf, taskKinds } from './message-kinds.js';

export const inboxPageSize = 100;
const reportsShownMs = 30 * 86_400_000;

/**
 * The one definition of the inbox: of each task a person was reminded of, the latest message, while the task runs
 * and is still the person's unit's business; and reports of the last 30 days. Nothing is copied, so an item closes with
 * its task; what only a suspended address keeps from going out is read here all the more. $1 campaign · $2 accounts · $3 running states · $4 kinds of tasks · $5 when the oldest report still shown was
 * written · $6 whether an exercise is on.
 */
const inboxSql = `
  WITH mine AS (
    SELECT m.*, p.unit_id, p.role FROM outbox_message m
    LEFT JOIN membership p ON p.campaign_id = m.campaign_id AND p.account_id = m.account_id
    WHERE m.campaign_id = $1 AND m.account_id = ANY($2) AND m.body <> ''
      AND (m.status <> 'held' OR m.hold_reason = 'address_suspended')
      AND (m.status <> 'rehearsal' OR $6)
      AND NOT (m.status = 'withdrawn' AND m.released_at IS NOT NULL)),
  item AS (
    (SELECT DISTINCT ON (m.account_id, t.id) m.account_id, m.id AS message_id, t.id AS item_id, t.id AS task_id, m.kind,
       m.subject, m.created_at, t.seq, t.title, t.effective_due_on
     FROM mine m JOIN task t ON t.campaign_id = m.campaign_id AND t.id = ANY(m.task_ids)
     WHERE m.kind = ANY($4) AND t.state = ANY($3)
       AND (m.unit_id IS NULL AND m.role IS NOT NULL OR t.lead_unit_id = m.unit_id OR EXISTS (
         SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id
           AND s.state <> 'completed'))
     ORDER BY m.account_id, t.id, m.created_at DESC, m.id DESC)
    UNION ALL
    SELECT m.account_id, m.id, m.id, NULL, m.kind, m.subject, m.created_at, NULL, NULL, NULL
    FROM mine m WHERE m.kind <> ALL($4) AND m.created_at > $5),
  inbox AS (
    SELECT i.*, r.read_at FROM item i
    LEFT JOIN inbox_reading r ON r.campaign_id = $1 AND r.message_id = i.message_id AND r.item_id = i.item_id)`;

interface ItemRow {
  message_id: string;
  item_id: string;
  task_id: string | null;
  kind: string;
  subject: string;
  created_at: Date;
  seq: number | null;
  title: string | null;
  effective_due_on: CivilDate | null;
  read_at: Date | null;
  total: number;
  unread: number;
}

type InboxMoment = Pick<Work, 'manager' | 'campaignId' | 'now' | 'exercise'>;

function parameters(moment: InboxMoment, accountIds: readonly string[]): unknown[] {
  const oldest = new Date(moment.now.getTime() - reportsShownMs);
  return [moment.campaignId, accountIds, runningStates, taskKinds, oldest, moment.exercise];
}

/** What the person has open: unread first, then the latest; with the counts of all of it. */
export async function readInbox(work: Work): Promise<InboxPage> {
  const rows = await work.manager.query<ItemRow[]>(
    `${inboxSql}
     SELECT *, count(*) OVER ()::int AS total, (count(*) FILTER (WHERE read_at IS NULL) OVER ())::int AS unread
     FROM inbox ORDER BY read_at IS NOT NULL, created_at DESC, seq, item_id LIMIT ${inboxPageSize}`,
    parameters(work, [work.actor.accountId]),
  );
  return { items: rows.map(presentItem), total: rows[0]?.total ?? 0, unread: rows[0]?.unread ?? 0 };
}

function presentItem(row: ItemRow): InboxItem {
  return {
    messageId: row.message_id,
    itemId: row.item_id,
    taskId: row.task_id,
    kindName: rulesOf(row.kind).name,
    title: row.task_id === null ? row.subject : `${taskNumber(row.seq ?? 0)} ${row.title ?? ''}`,
    dueOn: row.effective_due_on,
    at: row.created_at.toISOString(),
    read: row.read_at !== null,
  };
}

/** Unread items of each of the given people, by account; those with none are absent. */
export async function countUnread(
  moment: InboxMoment,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await moment.manager.query<{ account_id: string; unread: number }[]>(
    `${inboxSql} SELECT account_id, count(*)::int AS unread FROM inbox WHERE read_at IS NULL GROUP BY account_id`,
    parameters(moment, accountIds),
  );
  return new Map(rows.map((row) => [row.account_id, row.unread]));
}

/** Marks items as read: only those of the person's inbox, however many ids are sent. */
export async function markRead(
  work: Work,
  items: readonly { readonly messageId: string; readonly itemId: string }[],
): Promise<void> {
  await work.manager.query(
    `${inboxSql}
     INSERT INTO inbox_reading (campaign_id, message_id, item_id, read_at)
     SELECT $1, i.message_id, i.item_id, $7 FROM inbox i
     JOIN json_to_recordset($8) AS asked("messageId" uuid, "itemId" uuid)
       ON asked."messageId" = i.message_id AND asked."itemId" = i.item_id
     WHERE i.read_at IS NULL ON CONFLICT DO NOTHING`,
    [...parameters(work, [work.actor.accountId]), work.now, JSON.stringify(items)],
  );
}

/**
 * What moves when an inbox may have changed: the last task event, the last message, the last reading. Index look-ups
 * only, so that asking every few seconds costs nothing.
 */
export async function inboxFingerprint(manager: EntityManager, campaignId: string): Promise<string> {
  const [row] = await manager.query<{ mark: string }[]>(
    `SELECT concat_ws('/',
       (SELECT id FROM task_event WHERE campaign_id = $1 ORDER BY id DESC LIMIT 1),
       (SELECT id FROM outbox_message WHERE campaign_id = $1 ORDER BY id DESC LIMIT 1),
       (SELECT max(read_at) FROM inbox_reading WHERE campaign_id = $1)) AS mark`,
    [campaignId],
  );
  return row?.mark ?? '';
}
