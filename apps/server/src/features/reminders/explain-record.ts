import type { ReminderRecord } from './reminder-records.queries.js';
import type { WhyOutcome } from './reminder-why.dto.js';

type Facts = Pick<ReminderRecord, 'outcome' | 'exercise' | 'status' | 'last_error' | 'recipient_address'>;

export interface Explanation {
  readonly outcome: WhyOutcome;
  readonly reason: string | null;
}

/** What became of a recorded reminder, in words. A status this does not know is told as waiting, with its own error. */
export function explainRecord(record: Facts): Explanation {
  const { status, last_error: error } = record;
  if (record.exercise) return { outcome: 'suppressed', reason: '演练日期下写成，不真正发出' };
  if (record.outcome === 'superseded') {
    return { outcome: 'suppressed', reason: '同一轮有更要紧的提醒，并入那一条，不另发' };
  }
  if (status === 'sent') return { outcome: 'sent', reason: null };
  if (status === 'dead') return { outcome: 'failed', reason: error ?? '多次尝试都没有发成' };
  if (status === 'uncertain') {
    return { outcome: 'failed', reason: `已交给邮件服务器，没有得到回音：${error ?? ''}` };
  }
  if (status === 'withdrawn') return { outcome: 'suppressed', reason: error ?? '已撤回' };
  if (record.recipient_address === null) return { outcome: 'suppressed', reason: noAddress };
  return { outcome: 'held', reason: error ?? '等待发送，工作日 8:30 到 18:00 之间发出' };
}

export const noAddress = '收件人没有邮箱地址，邮件发不出，只能在系统里查看';
