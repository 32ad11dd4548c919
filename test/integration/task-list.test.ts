import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import type {
  AssigningDesk,
  HandlingDesk,
  OverviewView,
  StandingCounts,
  SupervisingDesk,
} from '../../apps/server/src/features/tasks/overview.dto.js';
import { type Standing, standings } from '../../apps/server/src/features/tasks/standing.js';
import { taskStates } from '../../apps/server/src/features/tasks/task-state.js';
import { priorities } from '../../apps/server/src/features/tasks/task-words.js';
import type { TaskPage, TaskRow } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { insertTasks, inventTasks, type KnownTask } from '../support/random-tasks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const known = inventTasks(160, 20_220_915);
const running = ['assigned', 'signed', 'in_progress'];
let scene: XinmiScene;
let today: CivilDate;

beforeAll(async () => {
  scene = await XinmiScene.create();
  await insertTasks(scene, known);
  at('2022-09-15');
});
afterAll(() => scene.close());

function at(date: string): void {
  scene.clock.set(date);
  today = civilDate(date);
}

/** Counted day by day, with nothing of the program but whether a day is worked. */
function daysLeft(due: CivilDate, from: CivilDate): number {
  let left = 0;
  for (let day = from; day < due; day = addDays(day, 1))
    if (calendar.isWorkingDay(addDays(day, 1))) left += 1;
  for (let day = due; day < from; day = addDays(day, 1))
    if (calendar.isWorkingDay(addDays(day, 1))) left -= 1;
  return left;
}

/** What 状况 means, said a second time in plain words. */
function standingOf(task: KnownTask): Standing {
  if (!running.includes(task.state)) return task.state as Standing;
  if (task.due !== null && task.due < today) return 'overdue';
  if (task.state === 'assigned') return 'awaiting_receipt';
  if (task.due === null) return 'undetermined';
  return daysLeft(task.due, today) <= 7 ? 'due_soon' : 'on_track';
}

const unitOf: Partial<Record<Who, string>> = { finance: 'finance', education: 'education', police: 'police' };
const involves = (task: KnownTask, unit: string): boolean =>
  task.leadUnit === unit || task.supportingUnits.includes(unit);
const seenBy = (who: Who): KnownTask[] => {
  const unit = unitOf[who];
  return unit ? known.filter((task) => task.state !== 'draft' && involves(task, unit)) : known;
};

async function pages(who: Who, query: string): Promise<{ items: TaskRow[]; totals: Set<number> }> {
  const [items, totals]: [TaskRow[], Set<number>] = [[], new Set()];
  let after = '';
  do {
    const page = await scene.get<TaskPage>(
      who,
      `tasks?${query}${after && `&after=${encodeURIComponent(after)}`}`,
    );
    items.push(...page.items);
    totals.add(page.total);
    after = page.next ?? '';
  } while (after);
  return { items, totals };
}
const ids = (tasks: readonly { id: string }[]): string[] => tasks.map(({ id }) => id).toSorted();

describe('standing (R-31, R-66)', () => {
  test.each([
    '2022-08-20',
    '2022-09-08',
    '2022-09-09',
    '2022-09-10',
    '2022-09-15',
    '2022-09-29',
    '2022-10-01',
    '2022-10-08',
    '2022-11-20',
  ])('on %s each task stands as plain words say, with its working days counted one by one', async (date) => {
    at(date);
    const { items } = await pages('office', 'limit=200');
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const task of known) {
      const row = byId.get(task.id);
      const asOf = running.includes(task.state) ? today : task.pausedOn;
      const left = task.due === null || asOf === null ? null : daysLeft(task.due, asOf);
      expect([task.seq, row?.standing, row?.workingDaysLeft]).toEqual([task.seq, standingOf(task), left]);
    }
  });
});

describe('filters', () => {
  test('R-66 R-81 fifty random filters for each reader: the list and its total are what plain words say', async () => {
    at('2022-09-15');
    const filter = fc.record(
      {
        standing: fc.subarray([...standings], { minLength: 1 }),
        state: fc.subarray([...taskStates], { minLength: 1 }),
        unit: fc.constantFrom('finance', 'education', 'police', 'township-01', 'tax'),
        part: fc.constantFrom('lead', 'support', 'any'),
        clause: fc.constantFrom('annex-finance', 'annex-police'),
        priority: fc.constantFrom(...priorities),
        q: fc.constantFrom('经费', '100%', '%', '_', '\\', 'JH-0007', '7', '没有这个'),
      },
      { requiredKeys: [] },
    );
    const readers = ['office', 'supervision', 'finance', 'education', 'police'] as const;
    for (const [index, one] of fc.sample(filter, { numRuns: 50, seed: 7 }).entries()) {
      const who = readers[index % readers.length] ?? 'office';
      const expected = seenBy(who).filter(
        (task) =>
          (!one.standing || one.standing.includes(standingOf(task))) &&
          (!one.state || one.state.includes(task.state)) &&
          (!one.unit ||
            (one.part === 'support'
              ? task.supportingUnits.includes(one.unit)
              : one.part === 'lead'
                ? task.leadUnit === one.unit
                : involves(task, one.unit))) &&
          (!one.clause || task.clause === one.clause) &&
          (!one.priority || task.priority === one.priority) &&
          (!one.q ||
            task.title.includes(one.q) ||
            (['JH-0007', '7'].includes(one.q) === (task.seq === 7) && task.seq === 7)),
      );
      const parameters = new URLSearchParams({ limit: '200' });
      if (one.standing) parameters.set('standing', one.standing.join(','));
      if (one.state) parameters.set('state', one.state.join(','));
      if (one.unit) parameters.set('unitId', scene.id(`unit ${one.unit}`));
      if (one.part) parameters.set('part', one.part);
      if (one.clause) parameters.set('clauseId', scene.id(`clause ${one.clause}`));
      if (one.priority) parameters.set('priority', one.priority);
      if (one.q) parameters.set('q', one.q);
      const page = await scene.get<TaskPage>(who, `tasks?${parameters}`);
      expect({ filter: one, total: page.total, ids: ids(page.items) }).toEqual({
        filter: one,
        total: expected.length,
        ids: ids(expected),
      });
    }
  });

  test.each([
    'standing=late',
    'state=done',
    'unitId=finance',
    'limit=0',
    'limit=201',
    'limit=x',
    'sort=title',
    'order=up',
    'q[]=a',
    'nonsense=1',
    'after=x',
    'after=WzEsMl0',
    'after=WyIyMDIyLTA5LTE1IiwxZTIwXQ',
    'q=%00',
    'priority=high',
    'ids=1',
  ])('%s is malformed, never a fault of the program', async (query) => {
    expect((await scene.call('office', 'GET', `tasks?${query}`)).status).toBe(400);
  });
});

describe('pages', () => {
  const sorts = ['due', 'number', 'unit', 'updated'].flatMap((sort) =>
    ['asc', 'desc'].map((order) => [sort, order] as const),
  );

  test.each(sorts)(
    'by %s %s: every task once, in order, the same total on every page',
    async (sort, order) => {
      at('2022-09-15');
      const bySeq = new Map(known.map((task) => [task.id, task]));
      const { items: units } = await scene.get<{ items: { id: string; order: number }[] }>('office', 'units');
      const position = new Map(units.map((unit) => [unit.id, unit.order]));
      const key = (row: TaskRow): readonly [string | number, number] => {
        const task = bySeq.get(row.id);
        const keys = {
          // What is over comes after all that is open.
          due: `${['closed', 'cancelled'].includes(row.state) ? 1 : 0} ${row.effectiveDueOn ?? '9999-12-31'}`,
          number: task?.seq ?? 0,
          unit: position.get(row.leadUnit.id) ?? 0,
          updated: task?.updatedMinute ?? 0,
        };
        return [keys[sort as keyof typeof keys], task?.seq ?? 0];
      };
      const { items, totals } = await pages('office', `sort=${sort}&order=${order}&limit=33`);
      expect(ids(items)).toEqual(ids(known));
      expect([...totals]).toEqual([known.length]);
      const keys = items.map(key);
      const sorted = keys.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
      expect(keys).toEqual(order === 'asc' ? sorted : sorted.toReversed());
    },
  );

  test('a unit’s own pages hold its own tasks, each once', async () => {
    const { items, totals } = await pages('finance', 'sort=due&limit=9');
    expect(ids(items)).toEqual(ids(seenBy('finance')));
    expect([...totals]).toEqual([items.length]);
  });

  test('exactly a full page has no next one, and an empty list has total 0', async () => {
    const one = await scene.get<TaskPage>('office', `tasks?limit=${known.length}`);
    expect(one.next).toBeNull();
    expect(await scene.get('office', `tasks?unitId=${scene.id('unit tax')}`)).toEqual({
      items: [],
      total: 0,
      next: null,
    });
  });
});

describe('tiles (R-66)', () => {
  const tiles: readonly (readonly [keyof StandingCounts, Standing])[] = [
    ['awaitingReceipt', 'awaiting_receipt'],
    ['onTrack', 'on_track'],
    ['dueSoon', 'due_soon'],
    ['overdue', 'overdue'],
    ['inReview', 'in_review'],
    ['undetermined', 'undetermined'],
    ['suspended', 'suspended'],
    ['closed', 'closed'],
  ];
  const list = (who: Who, query: string) => scene.get<TaskPage>(who, `tasks?limit=200&${query}`);

  test.each(['2022-09-10', '2022-09-15', '2022-10-08'])(
    'on %s each tile is the total of its list, and units add up to the county',
    async (date) => {
      at(date);
      const { totals, rows } = await scene.get<OverviewView>('supervision', 'overview');
      for (const [tile, standing] of tiles) {
        expect([tile, totals[tile]]).toEqual([tile, (await list('office', `standing=${standing}`)).total]);
        expect(rows.reduce((sum, row) => sum + row.lead[tile], 0)).toBe(totals[tile]);
      }
      expect(totals.total).toBe(tiles.reduce((sum, [tile]) => sum + totals[tile], 0));
      const finance = rows.find((row) => row.unit.id === scene.id('unit finance'));
      const own = `unitId=${scene.id('unit finance')}&part=lead`;
      for (const [tile, standing] of tiles)
        expect(finance?.lead[tile]).toBe((await list('finance', `${own}&standing=${standing}`)).total);
      const { rows: visible } = await scene.get<OverviewView>('finance', 'overview');
      expect(visible).toEqual([finance]);
      const late = known.filter((task) => task.leadUnit === 'finance' && standingOf(task) === 'overdue');
      expect(finance?.maxDaysLate).toBe(
        Math.max(0, ...late.map((task) => -daysLeft(task.due ?? today, today))),
      );
      const closed = known.filter(
        (task) => task.leadUnit === 'finance' && task.state === 'closed' && task.due !== null,
      );
      const onTime = closed.filter((task) => (task.pausedOn ?? '') <= (task.due ?? ''));
      expect(finance?.onTimeRate).toEqual({ numerator: onTime.length, denominator: closed.length });
    },
  );

  test('the desks show the same rows as the lists behind them', async () => {
    at('2022-09-15');
    const assigning = await scene.get<AssigningDesk>('office', 'desks/assigning');
    expect(assigning.awaitingReview).toEqual((await list('office', 'state=in_review')).items);
    expect(assigning.notSigned).toEqual((await list('office', 'state=assigned')).items);
    expect(assigning.drafts).toBe((await list('office', 'state=draft')).total);
    const supervising = await scene.get<SupervisingDesk>('supervision', 'desks/supervising');
    expect(supervising.overdue).toEqual((await list('supervision', 'standing=overdue')).items);
    expect(supervising.overdueUnits.reduce((sum, one) => sum + one.count, 0)).toBe(
      supervising.totals.overdue,
    );
    expect(supervising.recentlyClosed).toEqual((await list('supervision', 'state=closed')).items);
    const { totals } = await scene.get<OverviewView>('office', 'overview');
    expect([assigning.totals, supervising.totals]).toEqual([totals, totals]);
  });

  test('a unit’s desk: what it leads by state, and the open parts it supports', async () => {
    at('2022-09-15');
    const desk = await scene.get<HandlingDesk>('education', 'desks/handling');
    const own = `unitId=${scene.id('unit education')}&part=lead`;
    expect(desk.toSign).toEqual((await list('education', `${own}&state=assigned`)).items);
    expect(desk.inReview).toEqual((await list('education', `${own}&state=in_review`)).items);
    expect([...desk.open, ...desk.returned].length).toBe(
      (await list('education', `${own}&state=signed,in_progress`)).total,
    );
    const parts = known.filter(
      (task) => running.includes(task.state) && task.supportingUnits.includes('education') && !task.partDone,
    );
    expect(ids(desk.supporting)).toEqual(ids(parts));
    const { rows } = await scene.get<OverviewView>('education', 'overview');
    expect(rows.map(({ supportOpen }) => supportOpen)).toEqual([parts.length]);
    expect(desk.totals).toEqual(rows[0]?.lead);
  });
});
