import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, type CivilDate, taskStates } from '#kernel';
import { standings } from '../../apps/server/src/features/tasks/standing.js';
import { priorities } from '../../apps/server/src/features/tasks/task-words.js';
import type { TaskPage, TaskRow } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { daysLeft, isRunning, standingOf } from '../support/plain-standing.js';
import { insertTasks, inventTasks, type KnownTask } from '../support/random-tasks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const known = inventTasks(160, 20_220_915);
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
      const asOf = isRunning(task) ? today : task.pausedOn;
      const left = task.due === null || asOf === null ? null : daysLeft(task.due, asOf);
      expect([task.seq, row?.standing, row?.workingDaysLeft]).toEqual([
        task.seq,
        standingOf(task, today),
        left,
      ]);
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
        part: fc.constantFrom('lead', 'support', 'open_support', 'any'),
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
          (!one.standing || one.standing.includes(standingOf(task, today))) &&
          (!one.state || one.state.includes(task.state)) &&
          (!one.unit ||
            (one.part === 'support'
              ? task.supportingUnits.includes(one.unit)
              : one.part === 'open_support'
                ? isRunning(task) && !task.partDone && task.supportingUnits.includes(one.unit)
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
