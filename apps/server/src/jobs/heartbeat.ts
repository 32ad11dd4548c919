import type { EntityManager } from 'typeorm';

/** How often the scheduler wakes. */
export const tickMs = 30_000;
const name = 'scheduler';

/** Leaves a sign of life, in system time. */
export async function beat(manager: EntityManager, nowMs: number): Promise<void> {
  await manager.query(
    `INSERT INTO scheduler_heartbeat (name, beat_at) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at`,
    [name, new Date(nowMs)],
  );
}

/** @returns milliseconds since the epoch, or undefined when no scheduler has run yet */
export async function lastBeat(manager: EntityManager): Promise<number | undefined> {
  const [row] = await manager.query<{ beat_at: Date }[]>(
    `SELECT beat_at FROM scheduler_heartbeat WHERE name = $1`,
    [name],
  );
  return row?.beat_at.getTime();
}

/** Older than two ticks. */
export function isStale(lastBeatMs: number | undefined, nowMs: number): boolean {
  return lastBeatMs === undefined || nowMs - lastBeatMs > 2 * tickMs;
}
