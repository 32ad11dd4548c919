import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { BatchPreview, BatchResult } from '../../apps/server/src/features/tasks/create-tasks.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());

const source = (entry: string) => ({ kind: entry.split(' ')[0], id: scene.id(entry) });
const preview = (items: unknown[]) =>
  scene.call<BatchPreview>('office', 'POST', 'task-batches/preview', { body: { items } });
const create = (items: unknown[], more: object = {}) =>
  scene.call<BatchResult>('office', 'POST', 'task-batches', {
    body: { requestId: v7(), assign: true, items, ...more },
  });

describe('batch assignment', () => {
  test('what is left out is taken from the source: duty, clause, target, project', async () => {
    const education = { leadUnitId: scene.id('unit education') };
    const { body } = await preview([
      { source: source('duty duty-finance-1') },
      { source: source('clause annex-finance'), ...education },
      { source: source('target c12-class-junior'), ...education },
      { source: source('project school-jiangpo'), ...education },
      { source: { kind: 'free' }, title: '自拟任务', ...education },
    ]);
    expect(body).toMatchObject({ valid: 5, invalid: 0 });
    expect(
      body.rows.map((row) => `${row.source.kind} ${row.leadUnit?.shortName} ${row.clause?.number}`),
    ).toEqual([
      'duty 财政局 附件·财政局',
      'clause 教育局 附件·财政局',
      expect.stringMatching(/^target 教育局 .+/),
      expect.stringMatching(/^project 教育局 .+/),
      'free 教育局 undefined',
    ]);
    for (const row of body.rows) expect(row.title).not.toBe('');
    expect(body.rows[3]?.title).toMatch(/^20\d\d年(新建|改扩建|迁建)/);
  });

  test('the preview names every fault of every row and writes nothing; creation refuses the whole batch', async () => {
    const finance = scene.id('unit finance');
    const items = [
      { source: source('duty duty-finance-1') },
      { source: { kind: 'duty', id: v7() } },
      { source: source('duty duty-township-1') },
      { source: source('duty duty-finance-4'), dueOn: '2022-08-31' },
      { source: source('duty duty-finance-8'), supportingUnitIds: [finance] },
      { source: source('duty duty-finance-5'), supportingUnitIds: [v7()], clauseId: v7(), title: '  ' },
      { source: { kind: 'free' }, leadUnitId: finance },
    ];
    const counted = () =>
      scene.query(
        `SELECT (SELECT count(*) FROM task) AS tasks, (SELECT count(*) FROM task_batch) AS batches`,
      );
    const before = await counted();
    const { body } = await preview(items);
    expect(body).toMatchObject({ valid: 1, invalid: 6 });
    const pointers = body.rows.flatMap((row) => row.problems.map(({ pointer }) => pointer));
    expect(pointers).toEqual([
      '/items/1/source',
      '/items/1/title',
      '/items/1/leadUnitId',
      '/items/2/leadUnitId',
      '/items/3/dueOn',
      '/items/4/supportingUnitIds',
      '/items/5/title',
      '/items/5/supportingUnitIds',
      '/items/5/clauseId',
      '/items/6/title',
    ]);
    const refused = await create(items);
    expect(refused.status).toBe(422);
    expect(
      (refused.body as unknown as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer),
    ).toEqual(pointers);
    expect(await counted()).toEqual(before);
  });

  test('faults of a single new task point into its own form', async () => {
    const body = scene.newTask({ title: ' ', dueOn: '2022-08-31' as never, leadUnitId: v7() });
    const { status, body: told } = await scene.call<{ errors: { pointer: string }[] }>(
      'office',
      'POST',
      'tasks',
      { body },
    );
    expect(status).toBe(422);
    expect(told.errors.map(({ pointer }) => pointer)).toEqual(['/title', '/leadUnitId', '/dueOn']);
  });

  test('a duty that the unit already works on is pointed out, and allowed', async () => {
    const items = [{ source: source('duty duty-finance-1') }];
    const { body } = await create(items);
    const [first] = body.items;
    const again = await preview(items);
    expect(again.body.rows[0]?.duplicateOf).toMatchObject({ id: first?.task.id, number: first?.task.number });
    expect(again.body.valid).toBe(1);
    const task = await scene.get<TaskView>('office', `tasks/${first?.task.id}`);
    await scene.walk(task, 'office cancel 重复');
    expect((await preview(items)).body.rows[0]?.duplicateOf).toBeNull();
  });

  test('one duty of all townships becomes a task for each of the eighteen', async () => {
    const townships = Array.from(
      { length: 18 },
      (_, index) => `unit township-${String(index + 1).padStart(2, '0')}`,
    );
    const items = townships.map((unit) => ({
      source: source('duty duty-township-1'),
      leadUnitId: scene.id(unit),
      dueOn: '2022-09-30',
    }));
    const { status, body } = await create(items);
    expect(status).toBe(201);
    expect(body.items.map(({ task }) => task.leadUnit.id)).toEqual(townships.map((unit) => scene.id(unit)));
    expect(new Set(body.items.map(({ task }) => task.state))).toEqual(new Set(['assigned']));
  });

  test('two hundred tasks in one request', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, () => ({ source: source('duty duty-finance-4') }));
    const [two, many] = [await create(items(2)), await create(items(200))];
    expect([two.status, many.status, many.body.items.length]).toEqual([201, 201, 200]);
  });

  test.each([
    [{}],
    [{ items: [] }],
    [{ items: [null] }],
    [{ items: ['duty'] }],
    [{ items: [{}] }],
    [{ items: [{ source: null }] }],
    [{ items: [{ source: [] }] }],
    [{ items: [{ source: { kind: 'wish' } }] }],
    [{ items: [{ source: { kind: 'duty', id: 'duty-finance-1' } }] }],
    [{ items: [{ source: { kind: 'free' }, dueOn: '2022-09-31' }] }],
    [{ items: Array.from({ length: 501 }, () => ({ source: { kind: 'free' } })) }],
  ])('malformed %#: 400 with a pointer, never a fault of the program', async (body) => {
    for (const path of ['task-batches/preview', 'task-batches']) {
      const more = path === 'task-batches' ? { requestId: v7(), assign: true } : {};
      const answer = await scene.call<{ errors: unknown[] }>('office', 'POST', path, {
        body: { ...body, ...more },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.errors.length).toBeGreaterThan(0);
    }
  });
});
