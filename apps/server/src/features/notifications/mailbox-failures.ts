import type { EntityManager } from 'typeorm';

/** After so many permanent failures in a row nothing more is sent to an address. */
export const failuresAllowed = 3;

export interface Refusal {
  readonly address: string;
  readonly reason: string;
}

/** Counts permanent refusals of each address; `settleMessages` begins the count anew with a mail that is taken. */
export async function recordRefusals(
  manager: EntityManager,
  refusals: readonly Refusal[],
  now: Date,
): Promise<void> {
  // In one order everywhere, so that two workers never wait for each other.
  for (const { address, reason } of refusals.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    await manager.query(
      `INSERT INTO mailbox_failure AS f (address, failures, last_error) VALUES (lower($1), 1, $2)
       ON CONFLICT (address) DO UPDATE SET failures = f.failures + 1, last_error = EXCLUDED.last_error,
         suspended_at = CASE WHEN f.failures + 1 >= $3 THEN coalesce(f.suspended_at, $4) END`,
      [address, reason, failuresAllowed, now],
    );
  }
}
