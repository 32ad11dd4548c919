import type { EntityManager } from 'typeorm';

/** After so many permanent failures in a row nothing more is sent to an address. */
export const failuresAllowed = 3;

interface MailboxWord {
  readonly address: string;
  /** The refusal, or undefined when the mail was taken. */
  readonly refusal: string | undefined;
}

/** Counts permanent refusals of each address; a mail that is taken begins the count anew. */
export async function recordMailboxes(
  manager: EntityManager,
  words: readonly MailboxWord[],
  now: Date,
): Promise<void> {
  const taken = words.filter((word) => word.refusal === undefined).map((word) => word.address.toLowerCase());
  if (taken.length > 0) await manager.query(`DELETE FROM mailbox_failure WHERE address = ANY($1)`, [taken]);
  // In one order everywhere, so that two workers never wait for each other.
  const refused = words
    .filter((word) => word.refusal !== undefined)
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  for (const { address, refusal } of refused) {
    await manager.query(
      `INSERT INTO mailbox_failure AS f (address, failures, last_error) VALUES (lower($1), 1, $2)
       ON CONFLICT (address) DO UPDATE SET failures = f.failures + 1, last_error = EXCLUDED.last_error,
         suspended_at = CASE WHEN f.failures + 1 >= $3 THEN coalesce(f.suspended_at, $4) END`,
      [address, refusal, failuresAllowed, now],
    );
  }
}
