import { holdNotes, staleAfterMs } from '../notifications/notifications.module.js';
import type { ReminderRecord } from './reminder-records.queries.js';
import type { WhyOutcome } from './reminder-why.dto.js';
import { blockedReason, type SendingState } from './sending-state.js';

type Message = Pick<
  ReminderRecord,
  | 'status'
  | 'last_error'
  | 'hold_reason'
  | 'recipient_address'
  | 'written_at'
  | 'released_at'
  | 'mailbox_suspended'
>;
type Facts = Message &
  Pick<ReminderRecord, 'outcome' | 'exercise' | 'holds' | 'reader_gone' | 'rung' | 'withdrawn_reason'>;

export interface Explanation {
  readonly outcome: WhyOutcome;
  readonly reason: string | null;
}

export const noAddress = '收件人没有邮箱地址，邮件发不出，只能在系统里查看';
export const nobodyFound = '这一级没有可通知的人，跳过';

/**
 * What became of a recorded reminder or rung, in words. A status this does not know is told as waiting, with its own
 * error. Nothing that waits for a person's decision is told as if it went out by itself.
 */
export function explainRecord(record: Facts, sending: SendingState): Explanation {
  const { outcome, status, last_error: error } = record;
  if (outcome === 'skipped_empty') return suppressed(nobodyFound);
  if (record.exercise) return suppressed('演练日期下写成，不真正发出');
  if (outcome === 'superseded') {
    const milder =
      record.rung === null ? '同一轮有更要紧的提醒，并入那一条' : '同一封里有更高的级别，以那一级为准';
    return suppressed(`${milder}，不另发`);
  }
  if (status === null) return explainUntold(record, sending);
  if (status === 'sent') return { outcome: 'sent', reason: null };
  if (status === 'dead') return { outcome: 'failed', reason: error ?? '多次尝试都没有发成' };
  if (status === 'uncertain') {
    return { outcome: 'failed', reason: `已交给邮件服务器，没有得到回音：${error ?? ''}` };
  }
  if (status === 'withdrawn') return suppressed(error ?? '已撤回');
  if (record.recipient_address === null) return suppressed(noAddress);
  return { outcome: 'held', reason: waitingReason(record, sending) };
}

/** A rung that stands in no message: not written yet, or its message was taken back. */
function explainUntold(record: Facts, sending: SendingState): Explanation {
  const { withdrawn_reason: withdrawn } = record;
  if (record.reader_gone) return suppressed('收件人账号已停用，或已不在本项创建工作');
  if (!record.holds) return suppressed(withdrawn ?? '还没有通知，任务已办结、改期或转入下一步，不再通知');
  const waits = withdrawn === null ? '等下一轮写进汇总' : `上一封已撤回（${withdrawn}），等下一轮重新汇总`;
  const blocked = blockedReason(sending);
  return { outcome: 'held', reason: blocked === null ? waits : `${waits}；${blocked}` };
}

function waitingReason(message: Message, sending: SendingState): string {
  const { hold_reason: held, last_error: error } = message;
  if (held !== null) return holdNotes[held];
  const blocked = blockedReason(sending);
  if (sending.exercise && blocked !== null) return blocked;
  const stale = message.written_at !== null && message.written_at.getTime() <= sending.nowMs - staleAfterMs;
  if (stale && message.released_at === null) return holdNotes.stale;
  if (blocked !== null) return blocked;
  if (message.mailbox_suspended) return holdNotes.address_suspended;
  if (message.status === 'held') return '留置待定，等政府办或系统管理员决定是否发送';
  if (message.status === 'sending') return '正在交给邮件服务器';
  if (error !== null) return `上一次没有发成：${error}；之后自动再试`;
  return '等待发送，工作日 8:30 到 18:00 之间发出';
}

function suppressed(reason: string): Explanation {
  return { outcome: 'suppressed', reason };
}
