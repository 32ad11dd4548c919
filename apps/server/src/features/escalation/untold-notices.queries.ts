import type { EscalationClock } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { noticeHoldsSql } from '../notifications/notifications.module.js';
import { runningStates } from '../tasks/tasks.module.js';

/** A rung that a person is still to be told of, with what the digest says of both. */
export interface UntoldNotice {
  readonly id: string;
  readonly rung: number;
  readonly rungName: string;
  readonly clock: EscalationClock;
  /** Whose clock: a person of an office may be told of several units in one task. */
  readonly unitId: string;
  readonly ground: string;
  /** Of the person who raised it; null: by rule. */
  readonly reason: string | null;
  readonly replyBy: CivilDate | null;
  readonly taskId: string;
  readonly seq: number;
  readonly title: string;
  readonly clauseNumber: string | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly accountId: string;
  readonly personName: string;
  readonly personRole: Role;
  readonly address: string | null;
  /** null for the people of an office. */
  readonly unitName: string | null;
  readonly parts: readonly ('lead' | 'support')[];
}

/** What the ladder has to say and no message has said, as far as it still holds: the highest rungs first. */
export function readUntoldNotices(work: Work): Promise<UntoldNotice[]> {
  return work.manager.query<UntoldNotice[]>(untoldSql, [work.campaignId, work.exercise, runningStates]);
}

// Each notice looks up its rung and its task by their keys, whatever the planner of the database believes about tables
// that were just filled.
const untoldSql = `
  WITH untold AS MATERIALIZED (
    SELECT * FROM escalation_notice WHERE campaign_id = $1 AND message_id IS NULL)
  SELECT n.id, n.rung, n.rung_name AS "rungName", e.clock, e.unit_id AS "unitId", n.ground, e.reason, n.reply_by AS "replyBy",
    t.id AS "taskId", t.seq, t.title, l.number AS "clauseNumber", t.effective_due_on AS "effectiveDueOn",
    a.id AS "accountId", a.name AS "personName", m.role AS "personRole", a.email AS address, u.short_name AS "unitName",
    array_remove(ARRAY[CASE WHEN t.lead_unit_id = m.unit_id THEN 'lead' END,
      CASE WHEN EXISTS (SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
        AND s.unit_id = m.unit_id AND s.state <> 'completed') THEN 'support' END], NULL) AS parts
  FROM untold n
  CROSS JOIN LATERAL (SELECT * FROM escalation x WHERE x.campaign_id = n.campaign_id AND x.id = n.escalation_id OFFSET 0) e
  CROSS JOIN LATERAL (SELECT * FROM task x WHERE x.campaign_id = n.campaign_id AND x.id = n.task_id OFFSET 0) t
  JOIN account a ON a.id = n.account_id AND a.active
  JOIN membership m ON m.campaign_id = n.campaign_id AND m.account_id = a.id
  LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
  LEFT JOIN clause l ON l.campaign_id = t.campaign_id AND l.id = t.clause_id
  WHERE e.rehearsal = $2 AND ${noticeHoldsSql('$3')}
  ORDER BY n.rung DESC, e.clock, t.effective_due_on, t.seq, a.id`;

/** Notes in which message each person was told. */
export async function markTold(
  work: Work,
  notices: readonly UntoldNotice[],
  /** Message by account. */
  messages: ReadonlyMap<string, string>,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ id, accountId }) => ({ id, message_id: messages.get(accountId) }));
  await work.manager.query(
    `UPDATE escalation_notice n SET message_id = r.message_id
     FROM json_to_recordset($2) AS r(id uuid, message_id uuid) WHERE n.campaign_id = $1 AND n.id = r.id`,
    [work.campaignId, JSON.stringify(rows)],
  );
}
