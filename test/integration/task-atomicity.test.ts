import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { StatementLog } from '../support/statement-log.js';
import { changedTables, tableContents } from '../support/table-contents.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const log = new StatementLog();
const business = [
  'campaign',
  'task',
  'task_batch',
  'task_support',
  'task_event',
  'evidence',
  'outbox_message',
  'reminder',
];
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: log });
  // Every failure is logged with its stack, as it should be, and here they are all made on purpose.
  scene.server.app.useLogger(false);
});
afterAll(() => scene.close());

const contents = () => tableContents(scene.server.dataSource, business);

interface Request {
  readonly who: Who;
  readonly path: string;
  readonly body: object;
}

/** Sends the request with its first statement failing, then the second, … until none is left to fail. */
async function failEveryStatement({
  who,
  path,
  body,
}: Request): Promise<{ failures: number; changed: string[] }> {
  await scene.cookie(who);
  const before = await contents();
  for (let nth = 1; nth <= 200; nth += 1) {
    log.failAt(nth);
    const { status } = await scene.call(who, 'POST', path, { body });
    const run = log.stop();
    const after = await contents();
    if (run.length < nth) {
      expect(status).toBeLessThan(300);
      return { failures: nth - 1, changed: changedTables(before, after) };
    }
    expect([nth, status]).toEqual([nth, 500]);
    expect([nth, changedTables(before, after)]).toEqual([nth, []]);
  }
  throw new Error('more than 200 statements');
}

const eventsOf = async (taskId: string): Promise<string[]> => {
  const rows = await scene.query<{ action: string }>(
    `SELECT action FROM task_event WHERE task_id = $1 ORDER BY seq`,
    [taskId],
  );
  return rows.map(({ action }) => action);
};
const transition = (who: Who, task: TaskView, action: string): Request => ({
  who,
  path: `tasks/${task.id}/${action}`,
  body: { version: task.version, note: '理由' },
});

describe('T07 whichever statement fails: changed row ⇔ event, and no half', () => {
  test('assign', async () => {
    const draft = await scene.addTask({ assign: false });
    const { failures, changed } = await failEveryStatement(transition('office', draft, 'assign'));
    expect(failures).toBeGreaterThan(6);
    expect(changed).toEqual(['task', 'task_support', 'task_event']);
    expect(await eventsOf(draft.id)).toEqual(['create', 'assign']);
  });

  test('submit, with the freezing of evidence', async () => {
    let task = await scene.walk(await scene.addTask({ requiredEvidence: ['document'] }), 'finance sign');
    task = await scene.upload('finance', task);
    const { failures, changed } = await failEveryStatement(transition('finance', task, 'submit'));
    expect(failures).toBeGreaterThan(8);
    expect(changed).toEqual(['task', 'task_event', 'evidence']);
    expect(await eventsOf(task.id)).toEqual(['create', 'assign', 'sign', 'evidence_added', 'submit']);
    expect(
      await scene.query(`SELECT status, submission_no FROM evidence WHERE task_id = $1`, [task.id]),
    ).toEqual([{ status: 'frozen', submission_no: 1 }]);
  });

  test.each([
    ['close', 'office', ['finance sign', 'finance submit']],
    ['return', 'office', ['finance sign', 'finance submit']],
    ['reopen', 'office', ['finance sign', 'finance submit', 'office close']],
    ['suspend', 'office', []],
    ['support/sign', 'education', []],
  ] as const)('%s', async (action, who, steps) => {
    const task = await scene.walk(await scene.addTask(), ...steps);
    const earlier = await eventsOf(task.id);
    const { changed } = await failEveryStatement(transition(who, task, action));
    expect(changed).toEqual(
      action === 'support/sign' ? ['task', 'task_support', 'task_event'] : ['task', 'task_event'],
    );
    expect(await eventsOf(task.id)).toEqual([...earlier, action.replace('/', '_')]);
  });

  test('a batch of three with supporting units: all of it or nothing, its numbers included', async () => {
    const requestId = v7();
    const items = ['1', '4', '8'].map((number) => ({
      source: { kind: 'duty', id: scene.id(`duty duty-finance-${number}`) },
      supportingUnitIds: [scene.id('unit education')],
    }));
    const { failures, changed } = await failEveryStatement({
      who: 'office',
      path: 'task-batches',
      body: { requestId, assign: true, items },
    });
    expect(failures).toBeGreaterThan(10);
    expect(changed).toEqual(['campaign', 'task', 'task_batch', 'task_support', 'task_event']);
    const tasks = await scene.query<{ id: string }>(`SELECT id FROM task WHERE batch_id = $1`, [requestId]);
    expect(await Promise.all(tasks.map(({ id }) => eventsOf(id)))).toEqual(
      tasks.map(() => ['create', 'assign']),
    );
  });
});
