import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
const folder = mkdtempSync(join(tmpdir(), 'junheng-simulation-'));

beforeAll(async () => {
  database = await createTestDatabase();
  server = await createDataSource(database.connection).initialize();
});
afterAll(async () => {
  await server.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Options {
  readonly ladder?: string;
  readonly to?: string;
  readonly behaviour?: string;
  readonly look?: (scratch: DataSource) => Promise<void>;
}

function simulate(
  seed: number,
  {
    ladder = 'xinmi',
    to = '2021-04-30',
    behaviour = usualBehaviourFile(),
    look = async () => {},
  }: Options = {},
) {
  return withScratchDatabase(server, async (scratch) => {
    await loadPublishedCalendar(scratch);
    const result = await runSimulation(scratch, {
      pack: loadPack(join(packDataDirectory(), 'xinmi')),
      behaviour: loadBehaviour(behaviour),
      calendar,
      from: civilDate('2021-04-06'),
      to: civilDate(to),
      seed,
      rules: shippedRules(ladder),
    });
    await look(scratch);
    return result;
  });
}

/** hold in it, since what runs is the planner itself. */
async function keepsTheRules(scratch: DataSource): Promise<void> {
  const some = (sql: string) => scratch.query<unknown[]>(sql);
  expect(await some(`SELECT 1 FROM outbox_message WHERE kind = 'reminder_digest'`)).not.toEqual([]);
  expect(
    await some(`SELECT account_id FROM outbox_message WHERE kind = 'reminder_digest' AND status <> 'withdrawn'
      GROUP BY account_id, created_at HAVING count(*) > 1`),
  ).toEqual([]);
  expect(
    await some(
      `SELECT task_id FROM escalation GROUP BY task_id, clock, due_version, rung HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  expect(
    await some(`SELECT 1 FROM escalation e JOIN escalation f ON f.task_id = e.task_id AND f.clock = e.clock
      AND f.due_version = e.due_version AND f.rung > e.rung
      WHERE f.raised_on < e.raised_on OR f.raised_on = e.raised_on AND e.outcome = 'raised'`),
  ).toEqual([]);
}

const scratchDatabases = () =>
  server.query<unknown[]>(`SELECT datname FROM pg_database WHERE datname LIKE 'junheng_scratch_%'`);

describe('a simulated campaign', () => {
  test('R-04 R-13 tells the same story for the same seed and another for another, and leaves nothing behind', async () => {
    const days = { to: '2021-04-09' };
    const begun = await simulate(7, days);
    expect(await simulate(7, days)).toEqual(begun);
    // Another seed, and units of which half sign nothing: what the file says is what they do.
    const usual = readFileSync(usualBehaviourFile(), 'utf8');
    const silent = usual.replace('按期: 0.70', '按期: 0.24').replace('不签收: 0.04', '不签收: 0.50');
    writeFileSync(join(folder, 'silent.yaml'), silent);
    const changed = await simulate(8, { ...days, behaviour: join(folder, 'silent.yaml') });
    expect(changed.months).not.toEqual(begun.months);
    const first = await simulate(7, { look: keepsTheRules });
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
