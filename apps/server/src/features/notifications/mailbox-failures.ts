import type { EntityManager } from 'typeorm';

/** After so many permanent failures in a row nothing more is sent to an address. */
export const failuresAllowed = 3;

export interface Refusal {
  readonly address: string;
  readonly reason: string;
}

/**
 * Counts a permanent refusal of an address; `settleMessages` begins the count anew with a mail that is taken.
 * @returns whether this one suspended it
 */
export async function recordRefusal(
  manager: EntityManager,
  { address, reason }: Refusal,
  now: Date,
): Promise<boolean> {
  const [row] = await manager.query<{ failures: number }[]>(
    `INSERT INTO mailbox_failure AS f (address, failures, last_error) VALUES (lower($1), 1, $2)
     ON CONFLICT (address) DO UPDATE SET failures = f.failures + 1, last_error = EXCLUDED.last_error,
       suspended_at = CASE WHEN f.failures + 1 >= $3 THEN coalesce(f.suspended_at, $4) END
     RETURNING failures`,
    [address, reason, failuresAllowed, now],
  );
  return row?.failures === failuresAllowed;
}
