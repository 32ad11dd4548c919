import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { runningStates } from '../tasks/tasks.module.js';
import type { ClaimedMessage } from './claim-messages.js';
import { isMailAddress } from './mail-address.js';
import { rulesOf } from './message-kinds.js';
import type { FinalWord } from './settle-messages.js';

export type RecipientCheck = { readonly address: string } | { readonly word: FinalWord };

interface StateRow {
  message_id: string;
  active: boolean;
  administrator: boolean;
  email: string | null;
  role: Role | null;
  task_open: boolean;
  suspended: boolean;
  notice_holds: boolean;
}

/**
 * Looks again, at the moment of sending, whether messages may and need still go out: an account may have been
 * deactivated, moved to another unit, its address suspended, or all the tasks closed since the message was written.
 * @returns the answer of each message, by its id
 */
export async function checkRecipients(
  work: Work,
  messages: readonly ClaimedMessage[],
): Promise<Map<string, RecipientCheck>> {
  const rows = await work.manager.query<StateRow[]>(
    `SELECT o.id AS message_id, a.active, a.administrator, a.email, m.role, f.address IS NOT NULL AS suspended, EXISTS (
       SELECT 1 FROM task t WHERE t.campaign_id = $1 AND t.id = ANY(o.task_ids) AND t.state = ANY($3)
         AND (m.role IN ('government_office', 'supervision_office') OR t.lead_unit_id = m.unit_id OR EXISTS (
           SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id)))
       AS task_open, EXISTS (
       SELECT 1 FROM escalation_notice n
       JOIN escalation e ON e.campaign_id = n.campaign_id AND e.id = n.escalation_id
       JOIN task t ON t.campaign_id = n.campaign_id AND t.id = n.task_id
       WHERE n.campaign_id = $1 AND n.message_id = o.id AND CASE e.clock
         WHEN 'verification' THEN t.state = 'in_review' AND t.submission_no = n.due_version
         WHEN 'receipt' THEN t.state = 'assigned' AND t.due_version = n.due_version
         ELSE t.state = ANY($3) AND t.due_version = n.due_version END)
       AS notice_holds
     FROM outbox_message o
     JOIN account a ON a.id = o.account_id
     LEFT JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     LEFT JOIN mailbox_failure f ON f.address = lower(a.email) AND f.suspended_at IS NOT NULL
     WHERE o.campaign_id = $1 AND o.id = ANY($2)`,
    [work.campaignId, messages.map((message) => message.id), runningStates],
  );
  const kinds = new Map(messages.map((message) => [message.id, message.kind]));
  return new Map(rows.map((row) => [row.message_id, check(row, kinds.get(row.message_id) ?? '')]));
}

function check(row: StateRow, kind: string): RecipientCheck {
  const withdrawn = (lastError: string): RecipientCheck => ({ word: { status: 'withdrawn', lastError } });
  if (!row.active) return withdrawn('收件人账号已停用');
  const { active, administrator, role, task_open: taskOpen, notice_holds: noticeHolds } = row;
  const reason = rulesOf(kind).withdrawal({ active, administrator, role, taskOpen, noticeHolds });
  if (reason !== undefined) return withdrawn(reason);
  if (!row.email) return withdrawn('收件人已没有邮箱地址');
  if (!isMailAddress(row.email)) return { word: { status: 'dead', lastError: '收件人邮箱地址无效' } };
  if (row.suspended) return { word: { status: 'held', holdReason: 'address_suspended' } };
  return { address: row.email };
}
