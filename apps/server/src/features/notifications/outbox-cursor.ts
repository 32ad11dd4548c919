import { DomainError } from '#kernel';

/** Where the next page starts: after this message, newest first. */
export interface OutboxCursor {
  readonly createdAt: string;
  readonly id: string;
}

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f-]{36})$/;

export function encodeCursor({ createdAt, id }: OutboxCursor): string {
  return Buffer.from(`${createdAt}~${id}`).toString('base64url');
}

/** @throws DomainError `bad_cursor` */
export function decodeCursor(text: string): OutboxCursor {
  const [, createdAt, id] = shape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (!createdAt || !id) throw new DomainError('bad_cursor');
  return { createdAt, id };
}
