import type { EntityManager } from 'typeorm';

/** What a change of accounts may know of the outside: its transaction, who orders it, and the instant. */
export interface AccountsWork {
  readonly manager: EntityManager;
  /** null: somebody at the console of the server. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly now: Date;
}

// Chosen at random once.
const accountsLock = 4_118_029_573;

/**
 * Lets one change of accounts through at a time: "the last administrator" and "the last contact of a unit" cannot be
 * decided from single rows, and such changes are rare.
 */
export async function lockAccounts(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [accountsLock]);
}
