import type { EntityManager } from 'typeorm';
import { clockToleranceMs } from '../database/business-time.js';
import { databaseClockSql } from '../database/database-clock.js';
import { recordAudit } from '../features/audit/audit.module.js';

const name = 'clock_alarm';

/**
 * Raises the alarm when this process's clock and the database's are more than a minute apart: one alarm in ten minutes,
 * however many processes see it (T03). Business time meanwhile follows the database.
 * @returns the difference in milliseconds when this process is the one that raises it
 */
export async function raiseClockAlarm(manager: EntityManager, clockMs: number): Promise<number | undefined> {
  const [row] = await manager.query<{ at: Date; difference: string }[]>(
    `INSERT INTO scheduler_heartbeat AS h (name, beat_at) SELECT $1, t.now FROM (SELECT ${databaseClockSql} AS now) t
     WHERE abs(extract(epoch FROM t.now) * 1000 - $2) > $3
     ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at
       WHERE h.beat_at <= EXCLUDED.beat_at - interval '10 minutes'
     RETURNING beat_at AS at, round($2 - extract(epoch FROM beat_at) * 1000) AS difference`,
    [name, clockMs, clockToleranceMs],
  );
  if (!row) return undefined;
  const difference = Number(row.difference);
  await recordAudit(manager, {
    at: row.at,
    account: null,
    action: 'clock_alarm',
    outcome: 'failed',
    detail: { differenceMs: difference },
  });
  return difference;
}
