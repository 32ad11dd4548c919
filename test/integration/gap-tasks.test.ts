import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SchoolRecord } from '#indicator-engine';
import { v7 } from 'uuid';
import type { Cell } from '../../apps/server/src/features/indicators/files/cell.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type {
  GapTasksPreview,
  GapTasksResult,
} from '../../apps/server/src/features/indicators/gaps/gap-tasks.dto.js';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type { TaskEvents, TaskPage, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { limits } from '../support/workbooks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const schools = tableSchools(30, 11);
const draft = { indicator: 'C4', perSchool: false, again: false };
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());

const preview = async (more: object = {}): Promise<GapTasksPreview> =>
  (
    await scene.call<GapTasksPreview>('office', 'POST', 'indicators/gap-tasks/preview', {
      body: { ...draft, ...more },
    })
  ).body;
const make = (more: object = {}) =>
  scene.call<GapTasksResult>('office', 'POST', 'indicators/gap-tasks', {
    body: { ...draft, requestId: v7(), assign: true, ...more },
  });

describe('tasks from gaps', () => {
  test('are exactly what the preview showed, with figure, line and whole units in them', async () => {
    const shown = await preview();
    expect(shown).toMatchObject({ dueOn: '2022-09-20', problems: [], covered: [] });
    const [task] = shown.tasks;
    expect(shown.tasks).toHaveLength(1);
    expect(task?.leadUnit.shortName).toBe('教育局');
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board');
    const onBoard = board.rows.find(({ id }) => id === 'C4');
    expect(task?.lines.filter(({ schoolCode }) => schoolCode !== null)).toHaveLength(
      onBoard?.schoolsUnmet ?? 0,
    );
    expect(task?.lines[0]?.lacking).toMatch(/^缺 \d+ ㎡$/);
    expect(task?.description).toContain('2022-2023 学年年报数据（截至2022年9月1日）');

    const requestId = v7();
    const made = await make({ requestId });
    expect(made.status).toBe(201);
    expect(made.body.tasks).toHaveLength(1);
    const view = await scene.get<TaskView>('education', `tasks/${made.body.tasks[0]?.id}`);
    expect(view).toMatchObject({
      title: task?.title,
      description: task?.description,
      dueOn: shown.dueOn,
      source: { kind: 'indicator', title: 'C4' },
      leadUnit: { shortName: '教育局' },
      dataCheck: { state: 'no_newer_data' },
    });
    expect(
      view.dataCheck?.lines.map(({ schoolCode, oldFigure, lacking }) => [schoolCode, oldFigure, lacking]),
    ).toEqual(task?.lines.map(({ schoolCode, figure, lacking }) => [schoolCode, figure, lacking]));

    const repeated = await make({ requestId });
    expect(repeated.body.tasks.map(({ id }) => id)).toEqual(made.body.tasks.map(({ id }) => id));
    expect((await make({ requestId, perSchool: true })).status).toBe(422);
  });

  test('are not made twice unless the office insists', async () => {
    const again = await preview();
    expect(again.tasks).toEqual([]);
    expect(again.covered[0]?.task.number).toMatch(/^JH-/);
    expect(again.problems[0]?.message).toContain('未销号的任务');
    expect((await make()).status).toBe(422);
    const [gap] = again.covered;
    const insisted = await preview({ again: true, schoolCode: gap?.schoolCode });
    expect(insisted.tasks).toHaveLength(1);
    expect(insisted.tasks[0]?.lines.every(({ schoolCode }) => schoolCode === gap?.schoolCode)).toBe(true);
  });

  test('can be one for each school, and need a lead unit', async () => {
    const shown = await preview({ indicator: 'C5', perSchool: true });
    const codes = new Set(shown.tasks.flatMap(({ lines }) => lines.map(({ schoolCode }) => schoolCode)));
    expect(shown.tasks.length).toBe(codes.size);
    await scene.query(`UPDATE unit SET withdrawn = true WHERE id = $1`, [scene.id('unit education')]);
    const orphaned = await preview({ indicator: 'C5' });
    await scene.query(`UPDATE unit SET withdrawn = false WHERE id = $1`, [scene.id('unit education')]);
    expect([orphaned.tasks, orphaned.problems[0]?.message]).toEqual([
      [],
      expect.stringContaining('责任单位'),
    ]);
  });

  test('two people at once make the tasks of a gap once', async () => {
    const answers = await Promise.all([make({ indicator: 'C5' }), make({ indicator: 'C5' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  test('R-66 the board’s count, the list’s total and the workbooks agree, for every reader', async () => {
    for (const who of ['office', 'education', 'police'] as const) {
      const board = await scene.get<IndicatorBoard>(who, 'indicators/board');
      const counts = board.rows
        .filter(({ openTasks }) => openTasks > 0)
        .map(({ id, openTasks }) => [id, openTasks]);
      expect(counts).toEqual(
        who === 'police'
          ? []
          : [
              ['C4', 1],
              ['C5', 1],
            ],
      );
      for (const id of ['C4', 'C5', 'C6']) {
        const filter = `indicator=${id}&state=draft,assigned,signed,in_progress,in_review,suspended`;
        const { total } = await scene.get<TaskPage>(who, `tasks?${filter}`);
        expect(total).toBe(board.rows.find((each) => each.id === id)?.openTasks);
        expect((await sheetRows(who, `tasks.xlsx?${filter}`)).length).toBe(total);
      }
      const sheet = await sheetRows(who, 'indicators/board.xlsx');
      expect(sheet.map((cells) => Number(cells[10]))).toEqual(board.rows.map(({ openTasks }) => openTasks));
    }
  });
});

describe('closing a task made from gaps', () => {
  let task: TaskView;
  const close = (more: object) =>
    scene.call<TaskView>('office', 'POST', `tasks/${task.id}/close`, {
      body: { version: task.version, ...more },
    });
  const mended = (codes: ReadonlySet<string | null>): SchoolRecord[] =>
    schools.map((school) => (codes.has(school.code) ? { ...school, roomArea: '99999' } : school));
  const gapOf = async (indicator: string): Promise<string> => {
    const { tasks } = await preview({ indicator, again: true });
    return tasks[0]?.lines.find(({ schoolCode }) => schoolCode !== null)?.schoolCode ?? '';
  };
  /** A task of one school, up to its submission. */
  const submitted = async (schoolCode: string): Promise<TaskView> => {
    const made = await make({ schoolCode, again: true });
    const fresh = await scene.get<TaskView>('education', `tasks/${made.body.tasks[0]?.id}`);
    const signed = await scene.walk(fresh, 'education sign');
    return scene.walk(await scene.upload('education', signed), 'education submit');
  };

  test('an older data set, even one that came later, says nothing', async () => {
    task = await submitted(await gapOf('C4'));
    await importSchools(scene, { bytes: schoolCsv(mended(new Set())), asOf: '2022-08-30' });
    const view = await scene.get<TaskView>('office', `tasks/${task.id}`);
    expect(view.dataCheck).toMatchObject({ state: 'no_newer_data', lines: [{ newFigure: null }] });
  });

  test('is refused when newer data contradict, and with a reason it carries the mark', async () => {
    await importSchools(scene, {
      bytes: schoolCsv(schools.slice(0)),
      asOf: '2022-09-10',
      kind: 'self_check',
    });
    const view = await scene.get<TaskView>('office', `tasks/${task.id}`);
    expect(view.dataCheck?.state).toBe('contradicts');
    expect(view.dataCheck?.lines[0]?.newFigure).toBe(view.dataCheck?.lines[0]?.oldFigure);
    expect(view.dataCheck?.source).toContain('截至2022年9月10日');

    const refused = await close({});
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('data_contradicted')]);
    const unexplained = await close({ acknowledgeContradiction: true, note: ' ' });
    expect([unexplained.status, unexplained.text]).toEqual([422, expect.stringContaining('note_required')]);
    const closed = await close({ acknowledgeContradiction: true, note: '新楼十月投用' });
    expect(closed.body).toMatchObject({ state: 'closed', dataContradicted: true });
    const { items } = await scene.get<TaskEvents>('office', `tasks/${task.id}/events`);
    expect(items.at(-1)).toMatchObject({ action: 'close', note: '数据不符，仍予销号：新楼十月投用' });

    const marked = await scene.get<TaskPage>('office', 'tasks?contradicted=true');
    expect(marked.items.map(({ id, dataContradicted }) => [id, dataContradicted])).toEqual([[task.id, true]]);
    const [line] = await sheetRows('office', 'tasks.xlsx?contradicted=true');
    expect(line?.[4]).toBe('已销号（数据不符）');
  });

  test('goes through when newer data agree', async () => {
    const schoolCode = await gapOf('C4');
    task = await submitted(schoolCode);
    await importSchools(scene, { bytes: schoolCsv(mended(new Set([schoolCode]))), asOf: '2022-09-12' });
    const view = await scene.get<TaskView>('office', `tasks/${task.id}`);
    expect(view.dataCheck?.state).toBe('agrees');
    const closed = await close({ note: '数据已核对' });
    expect(closed.body).toMatchObject({ state: 'closed', dataContradicted: false });
  });

  test('the board tells the course of the figures in words', async () => {
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board');
    const c4 = board.rows.find(({ id }) => id === 'C4');
    expect(c4?.trend.map(({ asOf }) => asOf)).toEqual([
      '2022-08-30',
      '2022-09-01',
      '2022-09-10',
      '2022-09-12',
    ]);
    expect(c4).toMatchObject({ change: 'better', dataAsOf: '2022-09-12', dataDays: 3, dataLate: false });
    const sheet = await sheetRows('office', 'indicators/board.xlsx');
    expect(sheet[3]?.[8]).toContain(`改善\n`);
    expect(sheet[3]?.[8]).toContain(`2022年9月12日 ${c4?.trend.at(-1)?.text}`);
  });
});

async function sheetRows(who: Who, path: string): Promise<readonly (readonly Cell[])[]> {
  const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
    headers: { cookie: await scene.cookie(who) },
  });
  const { sheets } = await readSheets('a.xlsx', Buffer.from(await response.arrayBuffer()), limits);
  return (sheets[0]?.rows ?? []).slice(3);
}
