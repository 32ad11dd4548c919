import { DomainError } from '#kernel';

/** Where a page of a list ended: its last row's place in the order. */
export interface PlaceCursor {
  readonly sortKey: string;
  readonly seq: number;
}

export function writeCursor(sortKey: string, seq: number): string {
  return Buffer.from(JSON.stringify([sortKey, seq])).toString('base64url');
}

/** @throws DomainError `bad_cursor` whatever stands in the URL that {@link writeCursor} did not write */
export function readCursor(cursor: string): PlaceCursor {
  try {
    const [sortKey, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof sortKey === 'string' && Number.isInteger(seq)) return { sortKey, seq: seq as number };
  } catch {
    // Falls through to the refusal below: whatever is in the URL, the answer is the same.
  }
  throw new DomainError('bad_cursor');
}
