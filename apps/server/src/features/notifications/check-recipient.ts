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
         AND (m.role = 'government_office' OR t.lead_unit_id = m.unit_id OR EXISTS (
           SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id)))
       AS task_open
     FROM account a LEFT JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     WHERE a.id = $2`,
    [work.campaignId, message.account_id, message.task_ids],
  );
  if (!found?.active) return { status: 'withdrawn', reason: '收件人账号已停用' };
  if (message.kind === 'overdue_report' && found.role !== 'supervision_office') {
    return { status: 'withdrawn', reason: '收件人已不在督查室' };
  }
  if (message.kind === 'reminder_digest' && !found.task_open) {
    return { status: 'withdrawn', reason: '所列任务都已办结，或不再由收件人办理' };
  }
  if (message.kind === 'calendar_change' && found.role === null) {
    return { status: 'withdrawn', reason: '收件人已不在本单位' };
  }
  if (!found.email) return { status: 'withdrawn', reason: '收件人已没有邮箱地址' };
  if (!isMailAddress(found.email)) return { status: 'dead', reason: '收件人邮箱地址无效' };
  return { address: found.email };
}
