import { staleAfterMs } from './hold-stale-messages.js';
import { rulesOf } from './message-kinds.js';
import type { OutboxViewer } from './outbox-viewer.js';
import type { OutboxRow } from './outbox.dto.js';
import type { MessageRecord } from './outbox.queries.js';

/** @param nowMs business time */
export function presentMessage(record: MessageRecord, viewer: OutboxViewer, nowMs: number): OutboxRow {
  return {
    id: record.id,
    createdAt: record.created_at.toISOString(),
    kind: record.kind,
    kindName: rulesOf(record.kind).name,
    channel: record.channel,
    holdReason: record.hold_reason,
    recipientName: record.recipient_name,
    recipientAddress: record.recipient_address,
    subject: viewer.sees === 'envelopes' ? null : record.subject,
    status: record.status,
    attempts: record.attempts,
    lastError: noteOn(record, nowMs),
    sentAt: record.sent_at?.toISOString() ?? null,
    notBefore: record.not_before?.toISOString() ?? null,
  };
}

export const holdNotes: Readonly<Record<NonNullable<MessageRecord['hold_reason']>, string>> = {
  stale: '积压超过 10 天，内容可能已过时，等人决定是否发送',
  many_people: '这一批联系的人太多，等人核对后发送',
  address_suspended: '收件邮箱连续退信，已停发；恢复该邮箱后自动发出',
};

/** Why it is where it is, as far as that is not plain from its status. */
function noteOn(record: MessageRecord, nowMs: number): string | null {
  const waiting = record.status === 'queued' || record.status === 'uncertain';
  if (record.hold_reason !== null) return holdNotes[record.hold_reason];
  if (waiting && record.channel === 'mail' && record.recipient_address === null)
    return '收件人没有邮箱地址，只能在发件箱里查看';
  if (waiting && record.created_at.getTime() <= nowMs - staleAfterMs) return '积压已久，等人决定是否发送';
  if (record.status === 'uncertain') return `可能已送达，重试时可能重复：${record.last_error ?? ''}`;
  return record.last_error;
}
