import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { civilDate, type CivilDate } from '#kernel';
import { v7 } from 'uuid';
import type {
  AssigningDesk,
  HandlingDesk,
  OverviewView,
  StandingCounts,
  SupervisingDesk,
} from '../../apps/server/src/features/tasks/overview.dto.js';
import type { Standing } from '../../apps/server/src/features/tasks/standing.js';
import type { TaskPage } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { daysLeft, isRunning, standingOf } from '../support/plain-standing.js';
import { raiseInXinmi } from '../support/ladder-scene.js';
import { insertTasks, inventTasks } from '../support/random-tasks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const known = inventTasks(160, 20_220_915);
let scene: XinmiScene;
let today: CivilDate;

beforeAll(async () => {
  scene = await XinmiScene.create();
  await insertTasks(scene, known);
});
afterAll(() => scene.close());

function at(date: string): void {
  scene.clock.set(date);
  today = civilDate(date);
}
const ids = (tasks: readonly { id: string }[]): string[] => tasks.map(({ id }) => id).toSorted();

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
  const levels = [
    ['slight', 0, 3],
    ['serious', 3, 7],
    ['grave', 7, Infinity],
  ] as const;
  const list = (who: Who, query: string) => scene.get<TaskPage>(who, `tasks?limit=200&${query}`);

  test.each(['2022-09-10', '2022-09-15', '2022-10-08'])(
    'R-10 on %s each tile is the total of its list, and units add up to the county',
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
      const late = known.filter(
        (task) => task.leadUnit === 'finance' && standingOf(task, today) === 'overdue',
      );
      expect(finance?.maxDaysLate).toBe(
        Math.max(0, ...late.map((task) => -daysLeft(task.due ?? today, today))),
      );
      const closed = known.filter(
        (task) => task.leadUnit === 'finance' && task.state === 'closed' && task.due !== null,
      );
      const onTime = closed.filter((task) => (task.pausedOn ?? '') <= (task.due ?? ''));
      for (const [lateness, from, below] of levels) {
        const count = late.filter((task) => {
          const days = -daysLeft(task.due ?? today, today);
          return days >= from && days < below;
        }).length;
        expect([lateness, finance?.overdueLevels[lateness]]).toEqual([lateness, count]);
        expect((await list('office', `${own}&lateness=${lateness}`)).total).toBe(count);
      }
      expect((await list('office', `${own}&closing=on_time`)).total).toBe(onTime.length);
      expect((await list('office', `${own}&closing=on_time,late`)).total).toBe(closed.length);
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
    // Newest first; the list says so too, but breaks ties the other way round.
    const minutes = new Map(known.map((task) => [task.id, task.updatedMinute]));
    const closedAt = supervising.recentlyClosed.map(({ id }) => minutes.get(id) ?? 0);
    expect(closedAt).toEqual(closedAt.toSorted((a, b) => b - a));
    expect(ids(supervising.recentlyClosed)).toEqual(ids((await list('supervision', 'state=closed')).items));
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
      (task) => isRunning(task) && task.supportingUnits.includes('education') && !task.partDone,
    );
    expect(ids([...desk.supportToSign, ...desk.supporting])).toEqual(ids(parts));
    const { rows } = await scene.get<OverviewView>('education', 'overview');
    expect(rows.map(({ supportOpen }) => supportOpen)).toEqual([parts.length]);
    expect(desk.totals).toEqual(rows[0]?.lead);
  });

  test('hundreds that nobody has signed for do not push what waits for review off the desk', async () => {
    const crowded = await XinmiScene.create();
    const [pattern] = known;
    if (!pattern) throw new Error('no task');
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...pattern,
      id: v7(),
      seq: index + 1,
      state: 'assigned' as const,
    }));
    const few = [251, 252].map((seq) => ({
      ...pattern,
      id: v7(),
      seq,
      state: 'in_review' as const,
      due: null,
    }));
    await insertTasks(crowded, [...many, ...few]);
    const desk = await crowded.get<AssigningDesk>('office', 'desks/assigning');
    expect(ids(desk.awaitingReview)).toEqual(ids(few));
    expect([desk.notSigned.length, desk.totals.awaitingReceipt + desk.totals.overdue]).toEqual([200, 250]);
    await crowded.close();
  });

  test.each([
    ['office', 'standing=overdue'],
    ['office', 'state=closed&sort=updated&order=desc'],
    ['supervision', ''],
    ['finance', 'sort=unit'],
    ['education', 'standing=due_soon,on_track'],
    ['police', 'priority=urgent'],
  ] as const)(
    'R-66 the workbook of %s for "%s" has the list’s rows in the list’s order',
    async (who, query) => {
      at('2022-09-15');
      const { items, total } = await list(who, query);
      const response = await fetch(
        `${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/tasks.xlsx?${query}`,
        {
          headers: { cookie: await scene.cookie(who) },
        },
      );
      const { Sheets, SheetNames } = read(Buffer.from(await response.arrayBuffer()));
      const rows = utils.sheet_to_json<unknown[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 });
      const numbers = rows.map(([first]) => String(first)).filter((first) => /^JH-\d+$/.test(first));
      expect(numbers).toEqual(items.map(({ number }) => number));
      expect(String(rows[1]?.[0])).toContain(`共 ${total} 项`);
    },
  );
});

test('R-50 the workbook of a raised task says rung, since when and whom it tells, and its filter finds it alone', async () => {
  at('2022-09-15');
  const { items } = await scene.get<TaskPage>('office', 'tasks?standing=on_track&limit=1');
  const [raised] = items;
  if (!raised) throw new Error('no task is on track');
  await raiseInXinmi(scene, raised.id);
  const query = 'rung=1&rungAudience=supervision_office&rungFrom=2022-09-15&rungTo=2022-09-15';
  const response = await fetch(
    `${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/tasks.xlsx?${query}`,
    { headers: { cookie: await scene.cookie('supervision') } },
  );
  const { Sheets, SheetNames } = read(Buffer.from(await response.arrayBuffer()));
  const rows = utils.sheet_to_json<unknown[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false });
  const head = rows.find((cells) => cells.includes('督办级别')) ?? [];
  const lines = rows.filter(([first]) => /^JH-\d+$/.test(String(first)));
  expect(lines.map(([number]) => number)).toEqual([raised.number]);
  const place = head.indexOf('督办级别');
  const [rung, since, audience] = lines[0]?.slice(place, place + 3) ?? [];
  expect(rung).toBe('督办（橙）');
  expect(String(since)).toMatch(/2022.*9.*15/);
  expect(audience).toBe('督查室');
});
