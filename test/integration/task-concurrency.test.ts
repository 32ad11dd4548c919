import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TaskRow, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import type { BatchResult } from '../../apps/server/src/features/tasks/create-tasks.dto.js';
import { lockTask, updateTask } from '../../apps/server/src/features/tasks/tasks.repository.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());

const statuses = (answers: readonly { status: number }[]): Record<number, number> => {
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};
const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const edit = (task: TaskView, body: object) =>
  scene.call<TaskView & { current?: TaskRow }>('office', 'PATCH', `tasks/${task.id}`, {
    body: { version: task.version, note: '理由', ...body },
  });

describe('T12 no lost update', () => {
  test('two clients with one version: one is answered 200, the other 409 with the row as it is now', async () => {
    const task = await scene.addTask();
    const answers = await Promise.all([edit(task, { description: '一' }), edit(task, { description: '二' })]);
    expect(statuses(answers)).toEqual({ 200: 1, 409: 1 });
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(lost?.body.current).toMatchObject({ id: task.id, version: won?.body.version });
    expect((await scene.get<TaskView>('office', `tasks/${task.id}`)).description).toBe(won?.body.description);
  });

  test('twenty at once: one gets through, and the history has one step more', async () => {
    const task = await scene.addTask();
    await scene.cookie('office');
    const answers = await times(20, (index) => edit(task, { description: `第${index}次` }));
    expect(statuses(answers)).toEqual({ 200: 1, 409: 19 });
    const [row] = await scene.query<{ version: number; events: number }>(
      `SELECT version, (SELECT count(*)::int FROM task_event e WHERE e.task_id = t.id) AS events FROM task t WHERE id = $1`,
      [task.id],
    );
    expect(row).toEqual({ version: task.version + 1, events: 3 });
  });

  test('twenty clients that read again after a 409 all get their change in, each as a version of its own', async () => {
    const task = await scene.walk(await scene.addTask(), 'finance sign');
    const reported = await times(20, async (index) => {
      for (;;) {
        const current = await scene.get<TaskView>('finance', `tasks/${task.id}`);
        const answer = await scene.step('finance', 'report', current, { note: `进展${index}` });
        if (answer.status === 200) return answer.body.version;
        expect(answer.status).toBe(409);
      }
    });
    const expected = Array.from({ length: 20 }, (_, index) => task.version + 1 + index);
    expect(reported.toSorted((a, b) => a - b)).toEqual(expected);
    const notes = await scene.query(`SELECT note FROM task_event WHERE task_id = $1 AND action = 'report'`, [
      task.id,
    ]);
    expect(notes.length).toBe(20);
  });

  test('the update itself is conditional, even for a program that forgot to look at the version', async () => {
    const task = await scene.addTask();
    const forgetful = scene.work('office', async (work) => {
      const locked = await lockTask(work, task.id);
      await updateTask(work, { ...locked, version: locked.version - 1 }, { description: '盖掉' });
    });
    await expect(forgetful).rejects.toMatchObject({ code: 'stale_version' });
    expect((await scene.get<TaskView>('office', `tasks/${task.id}`)).version).toBe(task.version);
  });

  test('R-62 a file that comes at the moment of submission is in it with its hash, or is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const task = await scene.walk(await scene.addTask(), 'finance sign');
      const uploads = times(4, (index) =>
        scene.upload('finance', task, 'document', `第${index}份`).catch(() => undefined),
      );
      const submitted = await scene.step('finance', 'submit', task);
      await uploads;
      expect(submitted.status).toBe(200);
      const [row] = await scene.query<{ loose: number; frozen: string[]; told: string[] }>(
        `SELECT (SELECT count(*)::int FROM evidence WHERE task_id = $1 AND status = 'draft') AS loose,
           ARRAY(SELECT sha256 FROM evidence WHERE task_id = $1 AND status = 'frozen' ORDER BY 1) AS frozen,
           ARRAY(SELECT right(c ->> 'after', 64) FROM task_event e, jsonb_array_elements(e.changes) c
             WHERE e.task_id = $1 AND e.action = 'submit' ORDER BY 1) AS told`,
        [task.id],
      );
      expect(row?.loose).toBe(0);
      expect(row?.told).toEqual(row?.frozen);
    }
  });

  test('close and return at once: one decision', async () => {
    const task = await scene.walk(await scene.addTask(), 'finance sign', 'finance submit');
    const answers = await Promise.all([
      scene.step('office', 'close', task),
      scene.step('director', 'return', task, { note: '缺附表' }),
    ]);
    expect(statuses(answers)).toEqual({ 200: 1, 409: 1 });
  });
});

describe('T13 idempotent requests', () => {
  const tasksOf = async (requestId: string): Promise<number> =>
    (await scene.query(`SELECT 1 FROM task WHERE batch_id = $1`, [requestId])).length;

  test('one batch request twenty times in parallel: one set of tasks, twenty equal answers', async () => {
    const batch = {
      requestId: scene.newTask().requestId,
      assign: true,
      items: ['1', '4', '8'].map((number) => ({
        source: { kind: 'duty', id: scene.id(`duty duty-finance-${number}`) },
      })),
    };
    await scene.cookie('office');
    const answers = await times(20, () =>
      scene.call<BatchResult>('office', 'POST', 'task-batches', { body: batch }),
    );
    expect(statuses(answers)).toEqual({ 201: 20 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.items.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(await tasksOf(batch.requestId)).toBe(3);
    const other = await scene.call('office', 'POST', 'task-batches', {
      body: { ...batch, items: batch.items.slice(1) },
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'request_reused' } });
    expect(
      (await scene.call('office', 'POST', 'task-batches', { body: { ...batch, assign: false } })).status,
    ).toBe(422);
    expect(await tasksOf(batch.requestId)).toBe(3);
  });

  test('one new task twenty times in parallel', async () => {
    const body = scene.newTask({ description: '一次' });
    await scene.cookie('office');
    const answers = await times(20, () => scene.call<TaskView>('office', 'POST', 'tasks', { body }));
    expect(statuses(answers)).toEqual({ 201: 20 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await tasksOf(body.requestId)).toBe(1);
    expect((await scene.call('office', 'POST', 'tasks', { body: { ...body, title: '别的' } })).status).toBe(
      422,
    );
  });

  test('the id of a request that was refused is free for the corrected one', async () => {
    const body = scene.newTask({ dueOn: '2022-08-01' as never });
    expect((await scene.call('office', 'POST', 'tasks', { body })).status).toBe(422);
    expect(
      (await scene.call('office', 'POST', 'tasks', { body: { ...body, dueOn: '2022-09-30' } })).status,
    ).toBe(201);
  });

  test('numbers are given without gaps or doubles to twenty different requests at once', async () => {
    const made = await times(20, () => scene.addTask());
    const numbers = made.map((task) => Number(task.number.slice(3))).toSorted((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
  });
});
