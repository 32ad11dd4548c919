import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { raiseClockAlarm } from '../../apps/server/src/jobs/clock-alarm.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { loadPublishedCalendar } from '../../apps/server/src/prepare.js';
import { StandingClock } from '../support/app-under-test.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const minute = 60_000;
let database: TestDatabase;
let dataSource: DataSource;
let clock: StandingClock;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  clock = new StandingClock('2026-11-22 23:30');
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const at = async (time: BusinessTime): Promise<string> => {
  const { now, today, exerciseDate } = await time.moment(dataSource.manager);
  return `${today} ${new Date(now).toISOString()} ${exerciseDate}`;
};

describe('business time', () => {
  test('is the clock’s, with the day of Asia/Shanghai', async () => {
    const time = new BusinessTime(clock, undefined);
    expect(await at(time)).toBe('2026-11-22 2026-11-22T15:30:00.000Z null');
    clock.advance(30 * minute);
    expect(await at(time)).toBe('2026-11-23 2026-11-22T16:00:00.000Z null');
  });

  test('an exercise date starts at 09:00, runs with the clock, and never leaves its day', async () => {
    const time = new BusinessTime(clock, undefined);
    await time.setExercise(dataSource.manager, civilDate('2022-09-15'));
    expect(await at(time)).toBe('2022-09-15 2022-09-15T01:00:00.000Z 2022-09-15');
    clock.advance(90 * minute);
    expect(await at(time)).toBe('2022-09-15 2022-09-15T02:30:00.000Z 2022-09-15');
    clock.advance(30 * 24 * 60 * minute);
    expect(await at(time)).toBe('2022-09-15 2022-09-15T15:59:59.999Z 2022-09-15');
    await time.setExercise(dataSource.manager, null);
    expect(await at(time)).toMatch(/^2026-12-23 .* null$/);
  });

  test('JUNHENG_TODAY wins over what was set, and counts from the start of the program', async () => {
    const time = new BusinessTime(clock, civilDate('2022-06-30'));
    await time.setExercise(dataSource.manager, civilDate('2022-09-15'));
    clock.advance(minute);
    expect(await at(time)).toBe('2022-06-30 2022-06-30T01:01:00.000Z 2022-06-30');
  });

  test('a calendar year that is added counts from the next moment on', async () => {
    const time = new BusinessTime(clock, undefined);
    expect((await time.moment(dataSource.manager)).calendar.publishedYears()).toEqual([]);
    await loadPublishedCalendar(dataSource);
    const { calendar } = await time.moment(dataSource.manager);
    expect(calendar.isWorkingDay(civilDate('2022-10-08'))).toBe(true);
    expect(calendar.isProvisional(civilDate('2027-01-04'))).toBe(true);
    expect((await time.moment(dataSource.manager)).calendar).toBe(calendar);
  });

  test('T03 a clock more than a minute off the database’s is not believed; one of a few seconds is', async () => {
    const off = (ms: number): BusinessTime => {
      const wrong = { now: () => Date.now() + ms };
      return new BusinessTime(wrong, undefined, wrong.now(), true);
    };
    const distance = async (ms: number): Promise<number> =>
      (await off(ms).moment(dataSource.manager)).now - Date.now();
    expect(Math.abs(await distance(3 * 60 * minute))).toBeLessThan(minute);
    expect(Math.abs(await distance(-25 * 60 * minute))).toBeLessThan(minute);
    expect(Math.abs((await distance(30_000)) - 30_000)).toBeLessThan(5_000);
  });

  test('T03 three processes that see it raise one alarm in ten minutes', async () => {
    const { manager } = dataSource;
    const see = (ms: number) => raiseClockAlarm(manager, Date.now() + ms);
    const alarms = async (): Promise<number> =>
      (await dataSource.query<unknown[]>(`SELECT 1 FROM audit_event WHERE action = 'clock_alarm'`)).length;
    expect(await Promise.all([see(1_000), see(-30_000)])).toEqual([undefined, undefined]);
    const seen = await Promise.all([see(3_600_000), see(3_600_000), see(-90_000)]);
    expect([seen.filter((one) => one !== undefined).length, await alarms()]).toEqual([1, 1]);
    await see(3_600_000);
    expect(await alarms()).toBe(1);
    await dataSource.query(
      `UPDATE scheduler_heartbeat SET beat_at = beat_at - interval '10 minutes' WHERE name = 'clock_alarm'`,
    );
    expect(Math.round(((await see(3_600_000)) ?? 0) / 60_000)).toBe(60);
    expect(await alarms()).toBe(2);
  });
});

describe('unit of work', () => {
  const scope = {
    actor: { accountId: v7(), name: '甲', role: 'government_office' as const, unitId: null, unitName: null },
    campaignId: v7(),
  };
  const note = `INSERT INTO instance_setting (key, value, updated_at) VALUES ($1, '1', now())`;
  const settings = (): Promise<unknown[]> => dataSource.query(`SELECT key FROM instance_setting`);

  test('what fails leaves nothing, also when only the commit is left', async () => {
    const time = new BusinessTime(clock, undefined);
    for (const point of ['half-way', 'before-commit']) {
      const work = new UnitOfWork(dataSource, time, new FaultPoints(`${point}:1:throw`));
      const failing = work.run(scope, async ({ manager, fault }) => {
        await manager.query(note, [point]);
        await fault('half-way');
      });
      await expect(failing).rejects.toThrow(`fault at ${point}`);
      expect(await settings()).toEqual([]);
    }
  });

  test('a reading sees one moment: what others write meanwhile does not get in', async () => {
    const work = new UnitOfWork(dataSource, new BusinessTime(clock, undefined), new FaultPoints(undefined));
    const seen = await work.read(scope, async ({ manager }) => {
      const before = await manager.query<unknown[]>(`SELECT key FROM instance_setting`);
      await dataSource.query(note, ['meanwhile']);
      return [before, await manager.query<unknown[]>(`SELECT key FROM instance_setting`)];
    });
    expect(seen).toEqual([[], []]);
    expect(await settings()).toEqual([{ key: 'meanwhile' }]);
  });
});
