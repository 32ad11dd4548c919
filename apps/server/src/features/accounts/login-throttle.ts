import { createHash } from 'node:crypto';
import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';

const minute = 60_000;
const forgetAfterMs = 24 * 60 * minute;

/** How many failures are let through before a pause, and how long the pause is. */
export interface GuessLimit {
  readonly failures: number;
  readonly windowMs: number;
  readonly firstLockMs: number;
  /** Each further lock within a day is twice as long, up to this. */
  readonly longestLockMs: number;
  /** True: every failure starts the window anew, so that no 15 minutes ever hold more guesses than allowed. */
  readonly sliding: boolean;
}

/** 5 wrong passwords within 15 minutes lock one login name for 15, 30, 60 … minutes, at most 4 hours (T31). */
export const loginLimit: GuessLimit = {
  failures: 5,
  windowMs: 15 * minute,
  firstLockMs: 15 * minute,
  longestLockMs: 240 * minute,
  sliding: true,
};

/** A whole county office may share one address: far more failures, in a fixed window, and a lock that does not grow. */
export const addressLimit: GuessLimit = {
  failures: 50,
  windowMs: 15 * minute,
  firstLockMs: 15 * minute,
  longestLockMs: 15 * minute,
  sliding: false,
};

/**
 * A login name as it is looked up and counted. Folded here and nowhere else: PostgreSQL's lower() takes some letters
 * beyond ASCII for ASCII ones, depending on its locale, and each would be a way around the lock.
 */
export function foldLogin(login: string): string {
  return login.toLowerCase();
}

/** Only a hash of the login name is kept: people type their password into the wrong field. */
export function loginKey(login: string): string {
  return `login:${createHash('sha256').update(foldLogin(login)).digest('base64url')}`;
}

export function addressKey(address: string): string {
  return `addr:${address}`;
}

export interface FailureCount {
  /** Somebody else's failure locked the key before this one could be counted. */
  readonly alreadyLocked: boolean;
  /** This failure locked the key. */
  readonly locked: boolean;
}

const counted = `CASE WHEN t.window_started_at <= $3 THEN 1 ELSE t.failures + 1 END`;
const earlierLocks = `CASE WHEN t.window_started_at <= $4 THEN 0 ELSE t.locks END`;

/** Counts one failure in one statement, so that instances sharing the database never count past the limit. */
export async function countFailure(
  manager: EntityManager,
  key: string,
  limit: GuessLimit,
  now: number,
): Promise<FailureCount> {
  const rows = await manager.query<{ locked_until: Date | null }[]>(
    `INSERT INTO login_throttle AS t (key, failures, window_started_at) VALUES ($1, 1, $2)
     ON CONFLICT (key) DO UPDATE SET
       failures = CASE WHEN ${counted} >= $5 THEN 0 ELSE ${counted} END,
       window_started_at = CASE WHEN $6 OR t.window_started_at <= $3 OR ${counted} >= $5 THEN $2 ELSE t.window_started_at END,
       locks = ${earlierLocks} + CASE WHEN ${counted} >= $5 THEN 1 ELSE 0 END,
       locked_until = CASE WHEN ${counted} >= $5
         THEN $2::timestamptz + least($7 * power(2, ${earlierLocks}), $8) * interval '1 millisecond' END
     WHERE t.locked_until IS NULL OR t.locked_until <= $2
     RETURNING locked_until`,
    [
      key,
      new Date(now),
      new Date(now - limit.windowMs),
      new Date(now - forgetAfterMs),
      limit.failures,
      limit.sliding,
      limit.firstLockMs,
      limit.longestLockMs,
    ],
  );
  const [row] = rows;
  return { alreadyLocked: row === undefined, locked: row !== undefined && row.locked_until !== null };
}

/**
 * Refuses while one of the keys is locked, with the same answer whatever was typed.
 * @throws DomainError `locked`
 */
export async function refuseWhileLocked(
  manager: EntityManager,
  keys: readonly string[],
  now: number,
): Promise<void> {
  const rows = await manager.query<{ locked_until: Date }[]>(
    `SELECT locked_until FROM login_throttle WHERE key = ANY($1) AND locked_until > $2 ORDER BY locked_until DESC`,
    [keys, new Date(now)],
  );
  const [row] = rows;
  if (!row) return;
  const retryAfterSeconds = Math.ceil((row.locked_until.getTime() - now) / 1000);
  throw new DomainError('locked', { extra: { retryAfterSeconds } });
}

/** After a success, or when an administrator resets the password. */
export async function forgetFailures(manager: EntityManager, key: string): Promise<void> {
  await manager.query(`DELETE FROM login_throttle WHERE key = $1`, [key]);
}

/** Counters nobody has touched for a day. */
export async function clearOldFailures(manager: EntityManager, now: number): Promise<void> {
  await manager.query(
    `DELETE FROM login_throttle WHERE window_started_at <= $1 AND (locked_until IS NULL OR locked_until <= $2)`,
    [new Date(now - forgetAfterMs), new Date(now)],
  );
}
