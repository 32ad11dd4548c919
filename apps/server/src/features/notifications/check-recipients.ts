import { runningStates } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import type { ClaimedMessage } from './claim-messages.js';
import { isMailAddress } from './mail-address.js';
import { rulesOf } from './message-kinds.js';
import { noticeHoldsSql } from './notice-holds.js';
import { returnDigests } from './return-digests.js';
import type { FinalWord } from './settle-messages.js';

export type RecipientCheck = { readonly address: string } | { readonly word: FinalWord };

interface StateRow {
  message_id: string;
  active: boolean;
  administrator: boolean;
  email: string | null;
  role: Role | null;
  suspended: boolean;
  tasks: number;
  standing: number;
  /** Something planned still stands and could be said anew. */
  planned: boolean;
}

// A task in a message stands while what is said of it does: the highest rung of each of its units, else the reminder;
// without a plan, while it runs. The recipient must still be concerned with it either way.
const statesSql = `
  SELECT o.id AS message_id, a.active, a.administrator, a.email, m.role, f.address IS NOT NULL AS suspended,
    cardinality(o.task_ids) AS tasks, s.standing, s.planned
  FROM outbox_message o
  JOIN account a ON a.id = o.account_id
  LEFT JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
  LEFT JOIN mailbox_failure f ON f.address = lower(a.email) AND f.suspended_at IS NOT NULL
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE coalesce(p.said, t.state = ANY($3)))::int AS standing,
      coalesce(bool_or(p.planned), false) AS planned
    FROM task t
    CROSS JOIN LATERAL (SELECT bool_or(x.holds) AS planned, bool_and(x.holds) FILTER (WHERE x.place = 1) AS said FROM (
     SELECT y.holds, row_number() OVER (PARTITION BY y.unit_id ORDER BY y.rung DESC, y.clock) AS place FROM (
      SELECT 0 AS rung, '' AS clock, t.lead_unit_id AS unit_id, t.state = ANY($3) AND t.due_version = r.due_version AS holds
      FROM reminder r
      WHERE r.campaign_id = $1 AND r.task_id = t.id AND r.account_id = a.id AND r.message_id = o.id
      UNION ALL
      SELECT n.rung, e.clock, e.unit_id, ${noticeHoldsSql('$3')} FROM escalation_notice n
      JOIN escalation e ON e.campaign_id = n.campaign_id AND e.id = n.escalation_id
      WHERE n.campaign_id = $1 AND n.message_id = o.id AND n.task_id = t.id) y) x) p
    WHERE t.campaign_id = $1 AND t.id = ANY(o.task_ids)
      AND (m.role IN ('government_office', 'supervision_office') OR t.lead_unit_id = m.unit_id OR EXISTS (
        SELECT 1 FROM task_support u WHERE u.campaign_id = t.campaign_id AND u.task_id = t.id
          AND u.unit_id = m.unit_id))) s
  WHERE o.campaign_id = $1 AND o.id = ANY($2)`;

/**
 * Looks again, at the moment of sending, whether messages may and need still go out: an account may have been
 * deactivated, moved to another unit, its address suspended, or what a digest tells of may have been settled since the
 * message was written. A digest of which only a part still stands is withdrawn, and that part given back to the planner:
 * nobody reads a number that is no longer true.
 * @returns the answer of each message, by its id
 */
export async function checkRecipients(
  work: Work,
  messages: readonly ClaimedMessage[],
): Promise<Map<string, RecipientCheck>> {
  const rows = await work.manager.query<StateRow[]>(statesSql, [
    work.campaignId,
    messages.map((message) => message.id),
    runningStates,
  ]);
  const claimed = new Map(messages.map((message) => [message.id, message]));
  const checks = new Map<string, RecipientCheck>();
  const returned: string[] = [];
  for (const row of rows) {
    const message = claimed.get(row.message_id);
    if (!message) continue;
    const renewed = row.active && row.planned && row.standing < row.tasks && !message.may_have_arrived;
    if (renewed) returned.push(row.message_id);
    checks.set(row.message_id, renewed ? withdrawn(renewedReason(row)) : check(row, message.kind));
  }
  await returnDigests(work, returned);
  return checks;
}

function check(row: StateRow, kind: string): RecipientCheck {
  if (!row.active) return withdrawn('收件人账号已停用');
  const { active, administrator, role, standing } = row;
  const reason = rulesOf(kind).withdrawal({ active, administrator, role, tasksStand: standing > 0 });
  if (reason !== undefined) return withdrawn(reason);
  if (!row.email) return withdrawn('收件人已没有邮箱地址');
  if (!isMailAddress(row.email)) return { word: { status: 'dead', lastError: '收件人邮箱地址无效' } };
  if (row.suspended) return { word: { status: 'held', holdReason: 'address_suspended' } };
  return { address: row.email };
}

function withdrawn(lastError: string): RecipientCheck {
  return { word: { status: 'withdrawn', lastError } };
}

function renewedReason({ tasks, standing }: StateRow): string {
  return `所列 ${tasks} 项任务中有 ${tasks - standing} 项已办结、改期或不再由收件人办理，其余的另行汇总`;
}
