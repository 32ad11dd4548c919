import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { Command } from 'commander';
import { civilDate } from '#kernel';
import type { CommandContext } from '../../apps/server/src/command-context.js';
import { CLOCK, CONFIG } from '../../apps/server/src/database/core.module.js';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { loadPackIntoCampaign } from '../../apps/server/src/features/campaigns/campaigns.module.js';
import type {
  BaselineList,
  BaselineComparison,
  BaselineComparisonRow,
} from '../../apps/server/src/features/timeline/baselines/baselines.dto.js';
import { registerTimelineCommands } from '../../apps/server/src/features/timeline/timeline.commands.js';
import { TimelineSources } from '../../apps/server/src/features/timeline/timeline-sources.js';
import type {
  PlanComparison,
  PlanVersionList,
} from '../../apps/server/src/features/timeline/versions/plan-versions.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { variant, xinmi } from '../support/pack-scene.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
  scene.server.app.get(TimelineSources).register('project', () =>
    Promise.resolve([
      {
        ...{ id: 'p1', title: '蒋坡小学', unitName: '教育局', stateName: '在建', link: null },
        ...{ startsOn: civilDate('2022-03-01'), endsOn: civilDate('2023-08-31') },
        milestones: [{ key: 'roof', name: '封顶', dueOn: civilDate('2022-12-01'), doneOn: null }],
      },
    ]),
  );
});
afterAll(() => scene.close());

async function take(name: string): Promise<BaselineList> {
  const { status, body, text } = await scene.call<BaselineList>('office', 'POST', 'baselines', {
    body: { name },
  });
  if (status !== 201) throw new Error(text);
  return body;
}
const idOf = async (name: string): Promise<string> => {
  const { items } = await scene.get<BaselineList>('supervision', 'baselines');
  return items.find((one) => one.name === name)?.id ?? '';
};
const compare = async (name: string, query = ''): Promise<BaselineComparison> =>
  scene.get<BaselineComparison>('supervision', `baselines/${await idOf(name)}/comparison${query}`);

async function postpone(task: TaskView, dueOn: string): Promise<void> {
  await scene.query(`UPDATE task SET due_on = $2, effective_due_on = $2 WHERE id = $1`, [task.id, dueOn]);
}

describe('a baseline', () => {
  const tasks: Record<string, TaskView> = {};

  test('freezes phases, tasks, milestones and targets, and nobody changes it from then on', async () => {
    for (const [title, dueOn] of [
      ['要推后', '2022-09-09'],
      ['要销号', '2022-09-16'],
      ['要撤销', '2022-09-23'],
      ['不动', '2022-12-30'],
    ] as const)
      tasks[title] = await scene.addTask({ title, dueOn: civilDate(dueOn) });
    await scene.addTask({ title: '草稿', assign: false });
    const { items } = await take('九月初');
    expect(items).toMatchObject([
      { name: '九月初', takenOn: '2022-09-01', takenBy: '姓名office', phases: 3, tasks: 4, milestones: 1 },
    ]);
    expect(items[0]?.targets).toBe(xinmi.targets.length);
    const again = await scene.call('office', 'POST', 'baselines', { body: { name: ' 九月初 ' } });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('/name')]);
    for (const table of ['baseline', 'baseline_item']) {
      await expect(scene.query(`UPDATE ${table} SET campaign_id = campaign_id`)).rejects.toThrow(
        /append-only/,
      );
      await expect(scene.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    }
  });

  test('beside today: moved, added, removed, slipped, closed since; all of it adds up', async () => {
    scene.clock.set('2022-09-19');
    for (const one of ['要推后', '要销号', '要撤销']) {
      const task = tasks[one];
      if (!task) throw new Error(one);
      if (one === '要推后') await postpone(task, '2022-09-30');
      if (one === '要销号') await scene.walk(task, 'finance sign', 'finance submit', 'office close');
      if (one === '要撤销') await scene.walk(task, 'office cancel 合并办理');
    }
    await scene.addTask({ title: '新来的', dueOn: civilDate('2022-10-31') });
    const { totals, rows } = await compare('九月初');
    const row = (title: string): BaselineComparisonRow | undefined => rows.find((one) => one.title === title);
    expect(row('要推后')).toMatchObject({
      change: 'moved',
      movedWorkingDays: 14,
      movedDays: 21,
      slipped: true,
    });
    expect(row('要销号')).toMatchObject({
      change: 'unchanged',
      closedSince: true,
      slipped: true,
      stateAfter: '已销号',
    });
    expect(row('要撤销')).toMatchObject({ change: 'removed', dueAfter: null });
    expect(row('新来的')).toMatchObject({ change: 'added', dueBefore: null });
    expect(row('不动')).toMatchObject({ change: 'unchanged', slipped: false });
    expect(row('启动准备')).toMatchObject({ kind: 'phase', slipped: true });
    expect(row('迎接验收')).toMatchObject({ kind: 'phase', slipped: false });
    const { total, added, removed, moved, changed, unchanged } = totals;
    expect(added + removed + moved + changed + unchanged).toBe(total);
    expect(total).toBe(rows.length);
    expect(totals).toMatchObject({ moved: 1, added: 1, removed: 1, changed: 0, closedSince: 1, slipped: 3 });
  });

  test('R-66 the workbook has the rows of the page, under every filter', async () => {
    for (const query of [
      '',
      '?kind=task',
      '?change=moved',
      '?mark=slipped',
      '?kind=target&change=unchanged',
    ]) {
      const { rows, totals } = await compare('九月初', query);
      const path = `baselines/${await idOf('九月初')}/comparison.xlsx${query}`;
      const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
        headers: { cookie: await scene.cookie('supervision') },
      });
      const book = read(new Uint8Array(await response.arrayBuffer()), { type: 'array' });
      const lines = utils.sheet_to_json<unknown[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 });
      expect(JSON.stringify(lines[1])).toContain(`本表 ${rows.length} 项；共 ${totals.total} 项`);
      expect(lines.slice(3, -1).map((line) => line[2])).toEqual(rows.map(({ title }) => title));
    }
    expect((await compare('九月初', '?mark=slipped')).rows).toHaveLength(3);
  });

  test('beside another baseline: only what happened between the two', async () => {
    await take('九月中');
    scene.clock.set('2022-09-20');
    await scene.addTask({ title: '再来一项' });
    const between = await compare('九月初', `?to=${await idOf('九月中')}`);
    expect(between.to).toMatchObject({ name: '九月中', on: '2022-09-19' });
    expect(between.totals).toMatchObject({ moved: 1, added: 1, removed: 1 });
    expect((await compare('九月中')).totals).toMatchObject({ moved: 0, added: 1, removed: 0 });
    const nowhere = await scene.call('office', 'GET', `baselines/${scene.campaignId}/comparison`);
    expect(nowhere.status).toBe(404);
  });
});

describe('junheng timeline and baseline', () => {
  async function run(...words: string[]): Promise<{ code: number; output: string }> {
    const { app, dataSource } = scene.server;
    const lines: string[] = [];
    let code = 0;
    const runtime = {
      ...{ config: app.get(CONFIG), clock: app.get(CLOCK), dataSource },
      ...{ time: app.get(BusinessTime), unitOfWork: app.get(UnitOfWork) },
    } as Parameters<Parameters<CommandContext['withRuntime']>[0]>[0];
    const program = new Command();
    registerTimelineCommands(program, {
      print: (line) => lines.push(line),
      complain: () => undefined,
      setExitCode: (value) => (code = value),
      withRuntime: (use) => use(runtime),
    });
    await program.parseAsync(words, { from: 'user' });
    return { code, output: lines.join('\n') };
  }

  test('show, take and compare, in words and as JSON', async () => {
    const shown = await run('timeline', 'show');
    expect(shown.code).toBe(0);
    expect(shown.output).toContain('迎接验收　时间待定　待定');
    const { phases, gates } = JSON.parse((await run('timeline', 'show', '--json')).output) as {
      phases: unknown[];
      gates: unknown[];
    };
    expect([phases.length, gates.length]).toEqual([3, 3]);
    expect((await run('baseline', 'take', '--name', '命令行存的')).output).toMatch(
      /^已存基线“命令行存的”：阶段 3/,
    );
    expect((await run('baseline', 'take', '--name', '命令行存的')).code).toBe(1);
    const compared = await run('baseline', 'compare', '--name', '九月初');
    expect(compared.output).toContain('推后 14 个工作日（21 天）');
    const json = JSON.parse(
      (await run('baseline', 'compare', '--name', '九月初', '--to', '九月中', '--json')).output,
    ) as BaselineComparison;
    expect(json.totals.moved).toBe(1);
    const wrong = await run('baseline', 'compare', '--name', '没有的');
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining('“九月中”')]);
  });
});

describe('a revision of the plan is a new version', () => {
  test('what changed, which tasks it touches, which clauses lack a task, how much is covered', async () => {
    const clauseId = (entry: string): string => scene.id(`clause ${entry}`);
    const reworded = await scene.addTask({ title: '条款改写', clauseId: clauseId('task-1-2') });
    const lost = await scene.addTask({ title: '条款撤下', clauseId: clauseId('task-4-4') });
    const before = await scene.get<PlanVersionList>('supervision', 'plan-versions');
    expect(before.items).toMatchObject([
      { number: 1, documentDate: '2021-04-06', coverage: { covered: 2, clauses: xinmi.clauses.length } },
    ]);
    scene.clock.set('2022-09-21');
    const revised = variant({
      clauses: [
        ...xinmi.clauses
          .filter(({ id }) => id !== 'task-4-4')
          .map((clause) => (clause.id === 'task-1-2' ? { ...clause, title: '双线控辍保学责任' } : clause)),
      ],
      phases: xinmi.phases.map((one) =>
        one.id === 'phase-2' ? { ...one, endsOn: civilDate('2023-12-31') } : one,
      ),
    });
    await scene.work('office', (work) => loadPackIntoCampaign(work, revised));
    scene.clock.set('2022-09-22');
    await scene.addTask({ title: '又一条', clauseId: clauseId('task-5-1') });
    const { items } = await scene.get<PlanVersionList>('supervision', 'plan-versions');
    expect(items.map(({ coverage }) => coverage)).toEqual([
      { covered: 2, clauses: xinmi.clauses.length },
      { covered: 2, clauses: xinmi.clauses.length - 1 },
    ]);
    const compared = await scene.get<PlanComparison>('office', 'plan-versions/comparison?from=1&to=2');
    const ids = (list: PlanComparison['added']): string[] => list.map(({ kind, id }) => `${kind} ${id}`);
    expect([ids(compared.added), ids(compared.removed)]).toEqual([[], ['clause task-4-4']]);
    expect(ids(compared.changed)).toEqual(expect.arrayContaining(['clause task-1-2', 'phase phase-2']));
    expect(compared.changedTasks).toMatchObject([
      { number: reworded.number, changes: ['内容：乡镇控辍保学责任 → 双线控辍保学责任'] },
    ]);
    expect(compared.lostTasks).toMatchObject([{ number: lost.number, clause: expect.any(String) }]);
    expect(compared.bareClauses).toHaveLength(xinmi.clauses.length - 3);
    expect(compared.bareClauses.every(({ id }) => id !== null)).toBe(true);
    const back = await scene.get<PlanComparison>('office', 'plan-versions/comparison?from=2&to=1');
    expect([ids(back.added), back.lostTasks]).toEqual([['clause task-4-4'], []]);
    expect((await scene.call('office', 'GET', 'plan-versions/comparison?from=1&to=9')).status).toBe(404);
  });
});
