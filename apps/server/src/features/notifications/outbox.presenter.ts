import { staleAfterMs } from './claim-message.js';
import type { OutboxViewer } from './outbox-viewer.js';
import type { OutboxRow } from './outbox.dto.js';
import type { MessageRecord } from './outbox.queries.js';

/** @param nowMs business time */
export function presentMessage(record: MessageRecord, viewer: OutboxViewer, nowMs: number): OutboxRow {
  return {
    id: record.id,
    createdAt: record.created_at.toISOString(),
    kind: record.kind,
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

/** Why it is where it is, as far as that is not plain from its status. */
function noteOn(record: MessageRecord, nowMs: number): string | null {
  const waiting = record.status === 'queued' || record.status === 'uncertain';
  if (waiting && record.recipient_address === null) return '收件人没有邮箱地址，只能在发件箱里查看';
  if (waiting && record.created_at.getTime() <= nowMs - staleAfterMs) return '积压已久，不再自动发出';
  if (record.status === 'uncertain') return `可能已送达，重试时可能重复：${record.last_error ?? ''}`;
  return record.last_error;
}
