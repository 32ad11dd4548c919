import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  loadBehaviour,
  loadCalendarYears,
  loadPack,
  packDataDirectory,
  usualBehaviourFile,
} from '#campaign-pack';
import { civilDate, WorkdayCalendar } from '#kernel';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { withScratchDatabase } from '../../apps/server/src/database/scratch-database.js';
import { runSimulation } from '../../apps/server/src/features/simulation/run-simulation.js';
import { shippedRules } from '../../apps/server/src/features/simulation/set-rules.js';
import { loadPublishedCalendar } from '../../apps/server/src/prepare.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
let database: TestDatabase;
let server: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await createDataSource(database.connection).initialize();
});
afterAll(async () => {
  await server.destroy();
  await database.drop();
});

function simulate(seed: number, { ladder = 'xinmi', to = '2021-04-30' } = {}) {
  return withScratchDatabase(server, async (scratch) => {
    await loadPublishedCalendar(scratch);
    return runSimulation(scratch, {
      pack: loadPack(join(packDataDirectory(), 'xinmi')),
      behaviour: loadBehaviour(usualBehaviourFile()),
      calendar,
      from: civilDate('2021-04-06'),
      to: civilDate(to),
      seed,
      rules: shippedRules(ladder),
    });
  });
}

const scratchDatabases = () =>
  server.query<unknown[]>(`SELECT datname FROM pg_database WHERE datname LIKE 'junheng_scratch_%'`);

describe('a simulated campaign', () => {
  test('tells the same story for the same seed and another for another, and leaves nothing behind', async () => {
    const days = { to: '2021-04-15' };
    const begun = await simulate(7, days);
    expect(await simulate(7, days)).toEqual(begun);
    expect(await simulate(8, days)).not.toEqual({ ...begun, seed: 8 });
    const first = await simulate(7);
    expect(await scratchDatabases()).toEqual([]);
    expect(await server.query(`SELECT id FROM campaign`)).toEqual([]);
    const [april] = first.months;
    expect(april).toMatchObject({ month: '2021-04', assigned: 192 });
    expect(april?.raised.map(({ rung }) => rung)).toContain('催办');
    expect(april?.overdueByRung.map(({ rung }) => rung)).toContain('催办');
    for (const month of first.months) {
      expect(month.load.reduce((sum, unit) => sum + unit.overdue, 0)).toBe(month.overdue);
      expect(month.recipients).toHaveLength(month.people);
      expect(month.recipients[0]?.messages).toBe(month.mostForOnePerson);
      expect(month.recipients.reduce((sum, one) => sum + one.messages, 0)).toBe(month.messages);
      expect(month.overdueByRung.reduce((sum, one) => sum + one.count, 0)).toBeLessThanOrEqual(month.overdue);
      expect(month.channels).toEqual([
        { channel: 'inbox', messages: month.messages - month.held },
        { channel: 'mail', messages: month.sent },
      ]);
    }
    const closed = first.months.reduce((sum, month) => sum + month.closed, 0);
    const open = first.months.at(-1)?.load.reduce((sum, unit) => sum + unit.open, 0) ?? 0;
    expect(closed + open).toBe(first.tasks);
  });

  test('refuses a ladder nobody knows, and removes its database', async () => {
    await expect(simulate(1, { ladder: 'none' })).rejects.toThrow(
      '没有督办阶梯“none”。可用：three-colours、xinmi。',
    );
    expect(await scratchDatabases()).toEqual([]);
  });
});
