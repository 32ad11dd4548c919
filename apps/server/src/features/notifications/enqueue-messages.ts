import type { Work } from '../../database/unit-of-work.js';
import { reportRenderFailures } from './report-render-failures.js';
import { groupMessages } from './group-messages.js';
import { maskPersonalNumbers } from './mask-personal-numbers.js';
import { mapWords } from './message-content.js';
import { rulesOf } from './message-kinds.js';
import type { NewMessage } from './new-message.js';
import { OutboxAttachmentEntity } from './outbox-attachment.entity.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';
import { renderText } from './render-text.js';
import { wouldReachTooMany } from './reach-limit.js';

/**
 * Puts messages into the outbox within the caller's transaction, with a short word to the chat groups. During an
 * exercise they end here, as rehearsals: they can be read, and are never sent. A batch that would reach too many people
 * is held for someone to decide.
 */
export async function enqueueMessages(work: Work, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const people = new Set(messages.map((message) => message.recipient.accountId)).size;
  const held = !work.exercise && (await wouldReachTooMany(work, people));
  const state = held
    ? { status: 'held', holdReason: 'many_people' }
    : { status: work.exercise ? 'rehearsal' : 'queued' };
  const shared = { campaignId: work.campaignId, batchId: work.newId(), createdAt: work.now, ...state };
  const rows = await Promise.all(
    messages.map(async (message) => ({ ...shared, ...(await mailRow(message)) })),
  );
  const groups = await groupMessages(work, messages);
  await work.manager.insert(OutboxMessageEntity, [
    ...rows,
    ...groups.map((group) => ({ ...shared, ...group })),
  ]);
  await insertAttachments(work, messages);
  await reportRenderFailures(
    work,
    rows.filter((row) => row.status === 'dead').map((row) => row.kind),
  );
}

async function mailRow(message: NewMessage) {
  const envelope = {
    id: message.id,
    kind: message.kind,
    dedupKey: message.dedupKey,
    accountId: message.recipient.accountId,
    recipientName: message.recipient.name,
    recipientAddress: message.recipient.address,
    taskIds: [...message.taskIds],
  };
  try {
    const words = await message.write();
    const subject = maskPersonalNumbers(words.subject);
    if (typeof words.text === 'string')
      return { ...envelope, subject, body: maskPersonalNumbers(words.text) };
    const content = mapWords(words.text, maskPersonalNumbers);
    return { ...envelope, subject, content, body: renderText(content) };
  } catch (error) {
    const lastError = `正文没有生成：${error instanceof Error ? error.message : String(error)}`;
    const subject = `【均衡】${rulesOf(message.kind).name}`;
    return { ...envelope, subject, body: '', status: 'dead', holdReason: null, lastError };
  }
}

async function insertAttachments(work: Work, messages: readonly NewMessage[]): Promise<void> {
  const attachments = messages.flatMap((message) =>
    message.attachments.map((file) => ({
      campaignId: work.campaignId,
      id: work.newId(),
      messageId: message.id,
      ...file,
    })),
  );
  if (attachments.length > 0) await work.manager.insert(OutboxAttachmentEntity, attachments);
}
