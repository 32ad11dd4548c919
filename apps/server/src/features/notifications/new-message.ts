import type { MessageContent } from './message-content.js';

export interface NewMessage {
  /** From `work.newId()`: the text already links to it. */
  readonly id: string;
  /** A name of `message-kinds.ts`, where what is looked at again before sending is written down. */
  readonly kind: string;
  /** Two messages with the same key cannot both exist in a campaign. */
  readonly dedupKey: string;
  readonly recipient: { readonly accountId: string; readonly name: string; readonly address: string | null };
  /** When it throws, this message is given up and no other one. */
  readonly write: () => MessageWords | Promise<MessageWords>;
  readonly taskIds: readonly string[];
  readonly attachments: readonly NewAttachment[];
}

export interface MessageWords {
  readonly subject: string;
  /** Plain, or structured content. */
  readonly text: string | MessageContent;
}

export interface NewAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
