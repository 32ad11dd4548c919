import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { CalendarPreview } from '../../apps/server/src/features/calendar/calendar.dto.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { extensionSteps } from '../support/extension-steps.js';
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
  'extension_request',
  'extension_decision',
  'calendar_year',
  'calendar_day',
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

  test('the second approval of an extension: its date, its event and what waited to be sent', async () => {
    const steps = extensionSteps(scene);
    const task = await steps.signedTask();
    await scene.work('office', (work) => runReminders(work, 'https://jh.example.gov.cn'));
    const { body: asked } = await steps.ask(task);
    const { body: agreed } = await steps.approve('office', asked);
    const { failures, changed } = await failEveryStatement({
      who: 'supervision',
      path: `extensions/${agreed.id}/approval`,
      body: { version: agreed.version, grantedOn: '2022-09-30' },
    });
    expect(failures).toBeGreaterThan(10);
    expect(changed.filter((table) => table !== 'reminder')).toEqual([
      'task',
      'task_event',
      'outbox_message',
      'extension_request',
      'extension_decision',
    ]);
    expect((await eventsOf(task.id)).slice(-3)).toEqual([
      'extension_asked',
      'extension_agreed',
      'extension_granted',
    ]);
    expect(
      await scene.query(`SELECT DISTINCT status FROM outbox_message WHERE $1 = ANY(task_ids)`, [task.id]),
    ).toEqual([{ status: 'withdrawn' }]);
  });

  test('a year’s holidays: the calendar, the dates it moves with their events, and what the units are told', async () => {
    scene.clock.set('2026-12-21');
    const task = await scene.addTask({ dueRule: { kind: 'working_days', count: 10 } } as never);
    const notice = {
      format: 'typed',
      year: 2027,
      notice: '国办发明电〔2026〕9号',
      publishedOn: '2026-11-10',
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-05' }],
      work: [],
    };
    const path = '/api/v1/calendar';
    const { body } = await scene.call<CalendarPreview>('admin', 'POST', `${path}/preview`, { body: notice });
    const { failures, changed } = await failEveryStatement({
      who: 'admin',
      path,
      body: { ...notice, fingerprint: body.fingerprint },
    });
    expect(failures).toBeGreaterThan(10);
    expect(changed).toEqual(['task', 'task_event', 'outbox_message', 'calendar_year', 'calendar_day']);
    expect((await eventsOf(task.id)).at(-1)).toBe('calendar_change');
  });
});
