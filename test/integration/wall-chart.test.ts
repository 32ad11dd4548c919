import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type { LedgerPage } from '../../apps/server/src/features/ledgers/entries/entry-views.dto.js';
import type { LedgerSummary } from '../../apps/server/src/features/ledgers/summary/ledger-summary.dto.js';
import type { OverviewView } from '../../apps/server/src/features/tasks/overview.dto.js';
import type { TimelineView } from '../../apps/server/src/features/timeline/timeline.dto.js';
import type { WallChart } from '../../apps/server/src/features/wall-chart/wall-chart.dto.js';
import { takeCensus } from '../support/class-table.js';
import { insertTasks, inventTasks } from '../support/random-tasks.js';
import { schools, september } from '../support/sample-classes.js';
import { importSchools, schoolCsv } from '../support/school-table.js';
import { StatementLog } from '../support/statement-log.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const log = new StatementLog();
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: log });
  await insertTasks(scene, inventTasks(20, 1));
  await importSchools(scene, { bytes: schoolCsv(schools) });
  await takeCensus(scene, september, '2022-09-01');
});
afterAll(() => scene.close());

const wall = (who: Who): Promise<WallChart> => scene.get<WallChart>(who, 'wall-chart');

async function statements(who: Who): Promise<number> {
  await wall(who);
  log.stop();
  await wall(who);
  return log.stop().length;
}

describe('挂图作战 shows what the pages behind it show', () => {
  test.each(['office', 'supervision', 'finance'] as const)('R-66 R-81 as %s', async (who) => {
    const chart = await wall(who);
    const { rows, totals } = await scene.get<OverviewView>(who, 'overview');
    expect(chart.units.map(({ unit, counts }) => [unit.id, counts])).toEqual(
      rows.map(({ unit, lead }) => [unit.id, lead]),
    );
    expect(chart.totals).toEqual(totals);
    const board = await scene.get<IndicatorBoard>(who, 'indicators/board');
    const onBoard = new Map(board.rows.map(({ id, verdict }) => [id, verdict]));
    expect(chart.indicators.list).toHaveLength(31);
    expect(chart.indicators.list.map(({ id, verdict }) => [id, verdict])).toEqual(
      chart.indicators.list.map(({ id }) => [id, onBoard.get(id)]),
    );
    const ledger = await scene.get<LedgerSummary>(who, 'ledgers/large_class/summary');
    expect(chart.classes).toMatchObject({
      ...{ dataAsOf: '2022-09-01', aboveStandard: 40, large: 16, oversize: 6 },
      ...{ opened: ledger.numbers.opened, remaining: ledger.numbers.remaining },
      targetOn: '2023-12-31',
    });
    for (const [category, count] of [
      ['above_standard', 40],
      ['large', 16],
      ['oversize', 6],
    ] as const) {
      const { total } = await scene.get<LedgerPage>(
        'office',
        `ledgers/large_class/entries?category=${category}`,
      );
      expect([category, total]).toEqual([category, count]);
    }
    const { phases, nextDeadlines } = await scene.get<TimelineView>(who, 'timeline');
    expect(chart.phases.map(({ name, state }) => [name, state])).toEqual(
      phases.map(({ name, state }) => [name, state]),
    );
    expect(chart.deadlines.slice(0, 5)).toEqual(nextDeadlines);
  });

  test('a unit’s people see their own tasks alone, the offices everybody’s', async () => {
    expect((await wall('office')).units).toHaveLength(33);
    expect((await wall('finance')).units.map(({ unit }) => unit.shortName)).toEqual(['财政局']);
  });

  test('the plan’s places stand beside what projects have, which nobody has told yet', async () => {
    const { projects } = await wall('office');
    expect(projects.map(({ year, declaredPlaces }) => [year, declaredPlaces])).toEqual([
      [2020, 9130],
      [2021, 11925],
      [2022, 4770],
      [2023, 2700],
    ]);
    expect(projects.map(({ plannedPlaces, withoutPlaces }) => [plannedPlaces, withoutPlaces])).toEqual([
      [null, 6],
      [null, 7],
      [null, 3],
      [null, 4],
    ]);
  });

  test('R-89 asks the database as often for 20 tasks as for 500', async () => {
    const few = await statements('office');
    await insertTasks(scene, inventTasks(500, 1).slice(20));
    expect(await statements('office')).toBe(few);
    expect(few).toBeLessThanOrEqual(40);
  });
});
