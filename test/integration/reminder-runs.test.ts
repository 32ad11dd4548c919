import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import fc from 'fast-check';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { FaultPoints } from '../../apps/server/src/database/fault-points.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { offsetCode } from '../../apps/server/src/features/reminders/reminder-rule.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { beijing, Office } from '../support/office.js';

const origin = 'https://jh.example.gov.cn';
const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));

interface Run {
  slot: string;
  covered_from: Date | null;
  covered_to: Date | null;
}

describe('runs', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00' });
  });
  afterEach(() => office.close());

  const turn = (now: string): Promise<boolean> => {
    office.setNow(now);
    return office.run((work) => runReminders(work, origin));
  };
  const runs = (): Promise<Run[]> =>
    office.query<Run>(`SELECT slot, covered_from, covered_to FROM job_run ORDER BY slot`);
  const insertRun = (slot: string, from: string | null, to: string): Promise<unknown> =>
    office.query(
      `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at, covered_from, covered_to)
       VALUES ($1, $2, 'reminders', $3, now(), $4, $5)`,
      [office.campaignId, v7(), slot, from && new Date(beijing(from)), new Date(beijing(to))],
    );

  it('R-38 each run covers the time since the one before it, over nights and outages', async () => {
    for (const now of ['2022-09-15 09:00', '2022-09-15 09:07', '2022-09-16 08:30', '2022-10-08 11:00'])
      await turn(now);
    const covered = await runs();
    expect(covered.map((run) => run.covered_from?.getTime() ?? null)).toEqual([
      null,
      ...covered.slice(0, -1).map((run) => run.covered_to?.getTime()),
    ]);
    expect(covered.at(-1)?.covered_to?.getTime()).toBe(beijing('2022-10-08 11:00'));
  });

  it.each([
    ['a gap', '2022-09-15 09:30', '2022-09-15 10:00', 'job_run_contiguous_fk'],
    ['an overlap', '2022-09-15 09:00', '2022-09-15 10:00', 'job_run_covered_from_key'],
    ['a second beginning', null, '2022-09-15 10:00', 'job_run_first_key'],
    ['an interval that runs backwards', '2022-09-15 09:05', '2022-09-15 09:00', 'job_run_covered_check'],
  ])('R-38 the database refuses %s', async (_, from, to, constraint) => {
    await turn('2022-09-15 09:00');
    await turn('2022-09-15 09:05');
    await expect(insertRun('2022-09-15T12:00', from, to)).rejects.toThrow(constraint);
  });

  it('T03 a clock that goes back repeats nothing, covers nothing twice, and stops nothing', async () => {
    const unit = await office.addUnit('市财政局');
    await office.addPerson({ name: '钱承办', role: 'handler', unitId: unit });
    await office.addTask({ lead: unit, dueOn: '2022-09-16' });
    await turn('2022-09-15 10:30');
    for (let jump = 0; jump < 10; jump += 1)
      await turn(jump % 2 === 0 ? '2022-09-15 09:30' : '2022-09-15 10:34');
    expect(await office.query(`SELECT 1 FROM outbox_message`)).toHaveLength(1);
    await office.addTask({ lead: unit, dueOn: '2022-09-16' });
    expect(await turn('2022-09-15 09:35')).toBe(true);
    expect(await office.query(`SELECT 1 FROM outbox_message`)).toHaveLength(2);
    expect(await turn('2022-09-15 10:40')).toBe(true);
    const covering = (await runs()).filter((run) => run.covered_to !== null);
    expect(covering.map((run) => run.slot)).toEqual(['2022-09-15T10:30', '2022-09-15T10:40']);
  });
});

/** One process: a pool of its own, a clock of its own. */
interface Process {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  nowMs: number;
}

async function startProcess(office: Office): Promise<Process> {
  const dataSource = await createDataSource(office.database.connection, { poolSize: 2 }).initialize();
  const state = { nowMs: 0 };
  const time = new BusinessTime({ now: () => state.nowMs }, undefined);
  const unitOfWork = new UnitOfWork(dataSource, time, new FaultPoints(undefined));
  return Object.assign(state, { dataSource, unitOfWork });
}

describe('two processes over many days', () => {
  const opened: { office?: Office; processes: Process[] } = { processes: [] };
  afterAll(async () => {
    for (const one of opened.processes) await one.dataSource.destroy();
    await opened.office?.close();
  });

  it('T01 R-13 R-37 R-38 R-43 skewed clocks, downtime and jumps: the recorded keys are those a count by hand expects', async () => {
    const office = await Office.open({ now: '2022-09-01 08:00' });
    opened.office = office;
    opened.processes = [await startProcess(office), await startProcess(office)];
    const story = fc.record({
      dues: fc.array(fc.integer({ min: -10, max: 50 }), { minLength: 12, maxLength: 12 }),
      rules: fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
      skews: fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 60, maxLength: 60 }),
      down: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
    });
    const seed = 20220901;
    const [told] = fc.sample(story, { seed, numRuns: 1 });
    if (!told) throw new Error(`no story for seed ${seed}`);
    const start = civilDate('2022-09-01');
    const units = [await office.addUnit('市财政局'), await office.addUnit('市教育局')];
    const people: string[][] = [];
    for (const unitId of units) {
      people.push([
        await office.addPerson({ name: '承办', role: 'handler', unitId }),
        await office.addPerson({ name: '负责', role: 'head', unitId }),
      ]);
    }
    const tasks = await office.addTasks(
      told.dues.map((due, index) => ({ lead: units[index % 2] ?? '', dueOn: addDays(start, due) })),
    );
    for (const [position, offset] of told.rules.entries()) {
      await office.query(`INSERT INTO reminder_rule VALUES ($1, $2, $3, $4, $5, $6, '{}', '{}', true)`, [
        office.campaignId,
        position,
        `规则${offset}`,
        offset,
        position % 2 === 0 ? 'working' : 'calendar',
        position % 3 === 0 ? ['handler', 'lead_head'] : ['handler'],
      ]);
    }
    let lastRun: CivilDate | undefined;
    for (let index = 0; index < 60; index += 1) {
      const day = addDays(start, index);
      const alive = opened.processes.filter(
        (_, which) => told.down[index] !== 3 && told.down[index] !== which,
      );
      await Promise.all(
        alive.map((one, which) => {
          one.nowMs = beijing(`${day} 09:02`) + (told.skews[(index + which) % 60] ?? 0) * 1000;
          const scope = { actor: systemActor, campaignId: office.campaignId };
          return one.unitOfWork.run(scope, (work) => runReminders(work, origin));
        }),
      );
      if (alive.length > 0 && calendar.isWorkingDay(day)) lastRun = day;
    }
    const keys = await office.query<{ key: string }>(
      `SELECT task_id || ' ' || account_id || ' ' || rule AS key FROM reminder`,
    );
    expect({ seed, keys: keys.map(({ key }) => key).toSorted() }).toEqual({
      seed,
      keys: byHand(told, tasks, people, start, lastRun).toSorted(),
    });
    const [chain] = await office.query<{ broken: number; firsts: number }>(
      `SELECT count(*) FILTER (WHERE covered_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_run p
           WHERE p.covered_to = r.covered_from))::int AS broken,
         count(*) FILTER (WHERE covered_from IS NULL AND covered_to IS NOT NULL)::int AS firsts FROM job_run r`,
    );
    expect(chain).toEqual({ broken: 0, firsts: 1 });
    const [outside] = await office.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox_message
       WHERE to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') NOT BETWEEN '08:30' AND '17:59'`,
    );
    expect(outside?.n).toBe(0);
  });
});

/** Walks every day of every rule on its own and counts, unlike the product, one day at a time. */
function byHand(
  told: { readonly dues: readonly number[]; readonly rules: readonly number[] },
  tasks: readonly string[],
  people: readonly (readonly string[])[],
  start: CivilDate,
  lastRun: CivilDate | undefined,
): string[] {
  return told.dues.flatMap((due, index) =>
    told.rules.flatMap((offsetDays, position) => {
      const dayKind = position % 2 === 0 ? ('working' as const) : ('calendar' as const);
      const day = dayByHand(addDays(start, due), offsetDays, dayKind);
      if (lastRun === undefined || day > lastRun) return [];
      const [handler = '', head = ''] = people[index % 2] ?? [];
      const reached = position % 3 === 0 ? [handler, head] : [handler];
      return reached.map((who) => `${tasks[index]} ${who} ${offsetCode({ offsetDays, dayKind })}`);
    }),
  );
}

function dayByHand(due: CivilDate, offset: number, kind: 'working' | 'calendar'): CivilDate {
  let day = due;
  if (kind === 'calendar') {
    day = addDays(due, offset);
    while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }
  if (offset <= 0) {
    while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
    for (let left = -offset; left > 0;) {
      day = addDays(day, -1);
      if (calendar.isWorkingDay(day)) left -= 1;
    }
    return day;
  }
  for (let left = offset; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
