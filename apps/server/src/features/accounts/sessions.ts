import type { EntityManager } from 'typeorm';
import { hashSessionToken, newSessionToken } from './session-token.js';

export const idleMs = 30 * 60_000;
export const absoluteMs = 12 * 60 * 60_000;

export interface VerifiedAccount {
  readonly id: string;
  /** The hash the password was checked against: a session is only opened while it still holds. */
  readonly passwordHash: string;
}

/**
 * Opens a session for an account whose password was just checked.
 * @returns the token for the cookie, or undefined when the account was deactivated or its password replaced meanwhile
 */
export async function openSession(
  manager: EntityManager,
  account: VerifiedAccount,
  now: number,
): Promise<string | undefined> {
  const token = newSessionToken();
  const rows = await manager.query<{ id_hash: string }[]>(
    `WITH signed AS (
       UPDATE account SET last_signed_in_at = $3 WHERE id = $1 AND active AND password_hash = $2 RETURNING id)
     INSERT INTO session (id_hash, account_id, created_at, last_seen_at, expires_at)
     SELECT $4, id, $3, $3, $5 FROM signed RETURNING id_hash`,
    [account.id, account.passwordHash, new Date(now), hashSessionToken(token), new Date(now + absoluteMs)],
  );
  return rows.length > 0 ? token : undefined;
}

/** Ends all sessions of an account, on every instance with the next request. */
export async function endSessions(manager: EntityManager, accountIds: readonly string[]): Promise<void> {
  await manager.query(`DELETE FROM session WHERE account_id = ANY($1::uuid[])`, [accountIds]);
}

/** Ends the one session; unknown ids are ignored. */
export async function endSession(manager: EntityManager, idHash: string): Promise<void> {
  await manager.query(`DELETE FROM session WHERE id_hash = $1`, [idHash]);
}

/** Removes sessions that can no longer be used. */
export async function clearEndedSessions(manager: EntityManager, now: number): Promise<void> {
  await manager.query(`DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2`, [
    new Date(now),
    new Date(now - idleMs),
  ]);
}
