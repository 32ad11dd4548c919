import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { beijing, Office } from '../support/office.js';
import { tellTurns } from '../support/turn-story.js';
import { TurnWorld } from '../support/turn-world.js';

const origin = 'https://jh.example.gov.cn';
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

// `JUNHENG_STORY_DAYS=400` for the long story: it has as many more tasks, more rules, and a third process.
const days = Number(process.env['JUNHENG_STORY_DAYS'] ?? 40);
const seed = Number(process.env['JUNHENG_STORY_SEED'] ?? 20220901);
const long = days > 60;
const size = { days, tasks: Math.round(days / 4), rules: long ? 16 : 5, processes: long ? 3 : 2 };

describe('several processes over many days', () => {
  const story = tellTurns(seed, size);
  let world: TurnWorld;
  beforeAll(
    async () => {
      world = await TurnWorld.open(story, size.processes);
      for (const turn of story.turns) await world.live(turn);
    },
    60_000 + days * 3_000,
  );
  afterAll(() => world.close());

  // The seed stands in the title, so that whatever fails says which story it was.
  const title = `seed ${seed}, ${days} days`;
  const lines = async (sql: string): Promise<string[]> =>
    (await world.office.query<{ line: string }>(sql)).map(({ line }) => line).toSorted();

  it(`T01 R-13 R-37 R-43 skewed clocks, downtime, turns that break off, people who come and go: the recorded keys are those a count by hand expects (${title})`, async () => {
    const keys = await lines(
      `SELECT t.title || ' ' || a.name || ' ' || r.rule AS line FROM reminder r JOIN task t ON t.id = r.task_id
       JOIN account a ON a.id = r.account_id`,
    );
    expect(keys).toEqual([...world.count.reminders].toSorted());
    expect(world.seen.broken).toBeGreaterThan(0);
    expect(world.seen.changes).toBeGreaterThan(0);
  });

  it(`T01 R-13 R-46 R-49 R-51 rungs climb in order, one a day, each told once to whom it is for (${title})`, async () => {
    const rungs = await lines(
      `SELECT concat_ws(' ', t.title, e.rung, e.outcome, e.raised_on) AS line FROM escalation e JOIN task t ON t.id = e.task_id`,
    );
    expect(rungs).toEqual(world.count.rungs.toSorted());
    const notices = await lines(
      `SELECT concat_ws(' ', t.title, n.rung, a.name) AS line FROM escalation_notice n JOIN task t ON t.id = n.task_id
       JOIN account a ON a.id = n.account_id`,
    );
    expect(notices).toEqual(world.count.notices.toSorted());
    const climbed = await world.office.query(
      `SELECT 1 FROM escalation e JOIN escalation f ON f.task_id = e.task_id AND f.clock = e.clock AND f.rung > e.rung
       WHERE f.raised_on < e.raised_on OR f.raised_on = e.raised_on AND e.outcome = 'raised'`,
    );
    expect(climbed).toEqual([]);
    expect(rungs.some((line) => line.includes('skipped_empty'))).toBe(true);
  });

  it(`R-80 R-84 nobody is told of what is not theirs, and in the end nothing is left untold (${title})`, async () => {
    expect(await world.toldWithoutRight()).toEqual([]);
    expect(await world.untold()).toEqual([]);
  });

  it(`R-05 R-38 the runs of each job follow one another without a gap, inside the window (${title})`, async () => {
    const chains = await world.office.query(
      `SELECT job, count(*) FILTER (WHERE covered_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_run p
           WHERE p.job = r.job AND p.covered_to = r.covered_from))::int AS broken,
         count(*) FILTER (WHERE covered_from IS NULL AND covered_to IS NOT NULL)::int AS firsts
       FROM job_run r GROUP BY job ORDER BY job`,
    );
    expect(chains).toEqual(['escalation', 'reminders'].map((job) => ({ job, broken: 0, firsts: 1 })));
    const outside = await world.office.query(
      `SELECT 1 FROM outbox_message
       WHERE to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') NOT BETWEEN '08:30' AND '17:59'`,
    );
    expect(outside).toEqual([]);
  });
});
