import { civilDate, type CivilDate, civilDateAt, type Clock, instantAt, type WorkdayCalendar } from '#kernel';
import type { EntityManager } from 'typeorm';
import { machineClock } from '../config/system-clock.js';
import { CalendarCache } from './calendar-cache.js';
import { databaseClockSql } from './database-clock.js';

/** One instant of business time, and the calendar it is counted with. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly today: CivilDate;
  readonly exerciseDate: CivilDate | null;
  readonly calendar: WorkdayCalendar;
}

interface ExerciseSetting {
  readonly date: CivilDate;
  /** System time at which the exercise date was set. */
  readonly since: number;
}

const settingKey = 'exercise';
// NTP keeps machines within a second of each other; beyond a minute one of the two clocks is plainly wrong.
export const clockToleranceMs = 60_000;
const openingTime = '09:00';
const lastMillisecondOfDay = 86_399_999;

/**
 * The time business rules go by: the system clock, or an exercise date (演练日期) that lets a campaign of the past be
 * walked through. An exercise day starts at 09:00, runs on with the real clock, and never leaves its date.
 */
export class BusinessTime {
  private readonly calendars = new CalendarCache();

  /** @param fixedDate from JUNHENG_TODAY: wins over what administrators set */
  constructor(
    readonly clock: Clock,
    private readonly fixedDate: CivilDate | undefined,
    private readonly startedAt = clock.now(),
    /** Whether the clock claims to tell the same time as the database's: a test's does not. */
    private readonly comparable = clock === machineClock,
  ) {}

  /**
   * Reads the exercise date and the calendar's state in one statement.
   * @param campaignId whose local days lie on top of the national calendar; null: none
   */
  async moment(manager: EntityManager, campaignId: string | null = null): Promise<Moment> {
    const [row] = await manager.query<
      {
        exercise: { date: string; since: number } | null;
        national: string;
        local_sets: number;
        database_ms: string;
      }[]
    >(
      `SELECT floor(extract(epoch FROM ${databaseClockSql}) * 1000)::bigint AS database_ms,
              (SELECT value FROM instance_setting WHERE key = $1) AS exercise,
              (SELECT coalesce(string_agg(year || ':' || revision || ':' || notice, '|' ORDER BY year), '')
                FROM calendar_year) AS national,
              (SELECT count(*)::int FROM local_calendar WHERE campaign_id = $2) AS local_sets`,
      [settingKey, campaignId],
    );
    const stored = row?.exercise
      ? { date: civilDate(row.exercise.date), since: row.exercise.since }
      : undefined;
    const exercise = this.fixedDate ? { date: this.fixedDate, since: this.startedAt } : stored;
    const now = exercise ? this.exerciseNow(exercise) : this.realNow(Number(row?.database_ms));
    return {
      now,
      today: civilDateAt(now),
      exerciseDate: exercise?.date ?? null,
      calendar: await this.calendars.calendar(
        manager,
        { national: row?.national ?? '', localSets: row?.local_sets ?? 0 },
        campaignId,
      ),
    };
  }

  /** Sets or, with null, ends the exercise. */
  async setExercise(manager: EntityManager, date: CivilDate | null): Promise<void> {
    const now = this.clock.now();
    if (date === null) {
      await manager.query(`DELETE FROM instance_setting WHERE key = $1`, [settingKey]);
      return;
    }
    await manager.query(
      `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
      [settingKey, JSON.stringify({ date, since: now }), new Date(now)],
    );
  }

  /** With a clock that has gone wrong, all processes go by the one they share, so that they decide the same (T03). */
  private realNow(databaseMs: number): number {
    const now = this.clock.now();
    return this.comparable && Math.abs(now - databaseMs) > clockToleranceMs ? databaseMs : now;
  }

  private exerciseNow(exercise: ExerciseSetting): number {
    const opened = instantAt(exercise.date, openingTime) + Math.max(0, this.clock.now() - exercise.since);
    return Math.min(opened, instantAt(exercise.date, '00:00') + lastMillisecondOfDay);
  }
}
