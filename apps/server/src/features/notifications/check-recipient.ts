import type { Work } from '../../database/unit-of-work.js';
import type { ClaimedMessage } from './claim-message.js';
import { isMailAddress } from './mail-address.js';

export type RecipientCheck =
  { readonly address: string } | { readonly status: 'withdrawn' | 'dead'; readonly reason: string };

interface RecipientState {
  active: boolean;
  email: string | null;
  role: string | null;
  task_open: boolean;
  notice_holds: boolean;
}

/**
 * Looks again, at the moment of sending, whether the message may and need still go out: the account may have been
 * deactivated, moved to another unit, or all its tasks closed since the message was written.
 */
export async function checkRecipient(work: Work, message: ClaimedMessage): Promise<RecipientCheck> {
  const [found] = await work.manager.query<RecipientState[]>(
    `SELECT a.active, a.email, m.role, EXISTS (
       SELECT 1 FROM task t WHERE t.campaign_id = $1 AND t.id = ANY($3)
         AND t.state IN ('assigned', 'signed', 'in_progress')
         AND (t.lead_unit_id = m.unit_id OR EXISTS (
           SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id)))
       AS task_open, EXISTS (
       SELECT 1 FROM escalation_notice n
       JOIN escalation e ON e.campaign_id = n.campaign_id AND e.id = n.escalation_id
       JOIN task t ON t.campaign_id = n.campaign_id AND t.id = n.task_id
       WHERE n.campaign_id = $1 AND n.message_id = $4 AND CASE e.clock
         WHEN 'verification' THEN t.state = 'in_review' AND t.submission_no = n.due_version
         WHEN 'receipt' THEN t.state = 'assigned' AND t.due_version = n.due_version
         ELSE t.state IN ('assigned', 'signed', 'in_progress') AND t.due_version = n.due_version END)
       AS notice_holds
     FROM account a LEFT JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     WHERE a.id = $2`,
    [work.campaignId, message.account_id, message.task_ids, message.id],
  );
  if (!found?.active) return { status: 'withdrawn', reason: '收件人账号已停用' };
  if (message.kind === 'overdue_report' && found.role !== 'supervision_office') {
    return { status: 'withdrawn', reason: '收件人已不在督查室' };
  }
  if (message.kind === 'reminder_digest' && !found.task_open) {
    return { status: 'withdrawn', reason: '所列任务都已办结，或不再由收件人办理' };
  }
  if (message.kind === 'ladder_check' && found.role !== 'supervision_office') {
    return { status: 'withdrawn', reason: '收件人已不在督查室' };
  }
  if (message.kind === 'escalation' && (found.role === null || !found.notice_holds)) {
    return { status: 'withdrawn', reason: '所列任务都已办结、延期或撤销，不必再催' };
  }
  if (!found.email) return { status: 'withdrawn', reason: '收件人已没有邮箱地址' };
  if (!isMailAddress(found.email)) return { status: 'dead', reason: '收件人邮箱地址无效' };
  return { address: found.email };
}
