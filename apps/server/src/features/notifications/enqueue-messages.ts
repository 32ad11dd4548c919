import type { Work } from '../../database/unit-of-work.js';
import { maskPersonalNumbers } from './mask-personal-numbers.js';
import { OutboxAttachmentEntity } from './outbox-attachment.entity.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';

export type MessageKind = 'reminder_digest' | 'overdue_report' | 'escalation' | 'ladder_check';

export interface NewMessage {
  /** From `work.newId()`: the text already links to it. */
  readonly id: string;
  readonly kind: MessageKind;
  /** Two messages with the same key cannot both exist in a campaign. */
  readonly dedupKey: string;
  readonly recipient: { readonly accountId: string; readonly name: string; readonly address: string | null };
  readonly subject: string;
  readonly text: string;
  readonly taskIds: readonly string[];
  readonly attachments: readonly NewAttachment[];
}

export interface NewAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * Puts messages into the outbox within the caller's transaction. During an exercise they end here, as
 * rehearsals: they can be read, and are never sent.
 */
export async function enqueueMessages(work: Work, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await work.manager.insert(
    OutboxMessageEntity,
    messages.map((message) => ({
      campaignId: work.campaignId,
      id: message.id,
      kind: message.kind,
      dedupKey: message.dedupKey,
      accountId: message.recipient.accountId,
      recipientName: message.recipient.name,
      recipientAddress: message.recipient.address,
      subject: maskPersonalNumbers(message.subject),
      body: maskPersonalNumbers(message.text),
      taskIds: [...message.taskIds],
      status: work.exercise ? 'rehearsal' : 'queued',
      createdAt: work.now,
    })),
  );
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
