import { onTimeMethod } from '#official-documents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskExtensions } from '../../apps/server/src/features/extensions/extensions.dto.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import type { OverdueReport } from '../../apps/server/src/features/reports/overdue-report.dto.js';
import { exportUnits } from '../../apps/server/src/features/tasks/export-units.js';
import { extensionSteps } from '../support/extension-steps.js';
import { limits } from '../support/workbooks.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
let steps: ReturnType<typeof extensionSteps>;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
  steps = extensionSteps(scene);
});
afterAll(() => scene.close());
beforeEach(() => {
  scene.clock.set('2022-09-01');
});

describe('what an approval does', () => {
  test('R-07 mail that waits about the old date is withdrawn with the approval; the next run plans for the new one', async () => {
    await scene.query(`UPDATE task SET state = 'cancelled' WHERE state <> 'cancelled'`);
    scene.clock.set('2022-09-14');
    const task = await steps.signedTask();
    const run = () => scene.work('office', (work) => runReminders(work, 'https://jh.example.gov.cn'));
    expect(await run()).toBe(true);
    const messages = () =>
      scene.query<{ status: string; last_error: string | null }>(
        `SELECT status, last_error FROM outbox_message WHERE $1 = ANY(task_ids) AND account_id = $2 ORDER BY id`,
        [task.id, scene.accountId('finance')],
      );
    expect(await messages()).toMatchObject([{ status: 'queued' }]);
    await steps.extended(task);
    expect(await messages()).toEqual([
      { status: 'withdrawn', last_error: '期限已延至2022年9月30日（周五）' },
    ]);
    scene.clock.set('2022-09-27');
    await run();
    expect((await messages()).map((one) => one.status)).toEqual(['withdrawn', 'queued']);
    const versions = await scene.query<{ due_version: number }>(
      `SELECT DISTINCT due_version FROM reminder WHERE task_id = $1 ORDER BY 1`,
      [task.id],
    );
    expect(versions).toEqual([{ due_version: 1 }, { due_version: 2 }]);
  });

  test('R-59 an overdue task is no longer overdue, the episode stays in its history, and it can be edited', async () => {
    const task = await steps.signedTask();
    scene.clock.set('2022-09-19');
    expect((await steps.again(task)).standing).toBe('overdue');
    await scene.call('office', 'POST', `tasks/${task.id}/extension-doors`, {
      body: { untilOn: '2022-09-19', reason: '疫情' },
    });
    await steps.extended(task, '2022-10-31');
    scene.clock.set('2022-09-20');
    const lowered = await steps.again(task);
    expect(lowered).toMatchObject({ standing: 'on_track', dueOn: '2022-10-31' });
    expect(lowered.allowedActions).toContain('edit');
    const overdueOn = async (day: string) =>
      (await scene.get<OverdueReport>('office', `reports/overdue?asOf=${day}`)).units
        .flatMap((unit) => unit.tasks)
        .some((one) => one.id === task.id);
    expect([await overdueOn('2022-09-18'), await overdueOn('2022-09-20')]).toEqual([true, false]);
  });

  test('R-57 each approved date, their count and their working days are on the task', async () => {
    const task = await steps.signedTask();
    await steps.extended(task, '2022-09-23');
    await steps.extended(task, '2022-10-12');
    const { requests } = await steps.ofTask(task);
    expect(requests.map((one) => [one.dueOn, one.grantedOn, one.extendedDays])).toEqual([
      ['2022-09-23', '2022-10-12', 10],
      ['2022-09-16', '2022-09-23', 5],
    ]);
    expect(await steps.again(task)).toMatchObject({
      originalDueOn: '2022-09-16',
      extensionCount: 2,
      extendedDays: 15,
    });
  });
});

describe('pauses', () => {
  test('R-51 a pause is a stored fact, and its days are those the task counts', async () => {
    const task = await steps.signedTask();
    const body = { reason: '等省厅批复', expectedEndOn: '2022-09-20' };
    const asked = await scene.call<TaskExtensions>('finance', 'POST', `tasks/${task.id}/pause-requests`, {
      body,
    });
    expect(asked.body.pauseRequests).toMatchObject([{ ...body, state: 'pending' }]);
    const [request] = asked.body.pauseRequests;
    const path = `pause-requests/${request?.id}`;
    expect((await scene.call('finance', 'POST', `${path}/approval`, { body: { version: 1 } })).status).toBe(
      403,
    );
    expect((await scene.call('office', 'POST', `${path}/approval`, { body: { version: 1 } })).status).toBe(
      200,
    );
    expect((await scene.call('office', 'POST', `${path}/approval`, { body: { version: 1 } })).status).toBe(
      409,
    );
    scene.clock.set('2022-09-08');
    let current = await scene.walk(await steps.again(task), 'office resume 已批复', 'finance submit');
    scene.clock.set('2022-09-14');
    current = await scene.walk(current, 'office return 补材料', 'finance submit');
    scene.clock.set('2022-09-15');
    current = await scene.walk(current, 'office close');
    scene.clock.set('2022-09-20');
    current = await scene.walk(current, 'office reopen 抽查');
    expect(current).toMatchObject({ pausedDays: 12, reopenCount: 1, latenessDays: null });
    expect(current.pauses).toMatchObject([
      {
        kind: 'suspension',
        workingDays: 5,
        reason: '等省厅批复',
        requestedBy: '姓名finance',
        approvedBy: '姓名office',
      },
      { kind: 'review', startedOn: '2022-09-08', endedOn: '2022-09-14', workingDays: 3 },
      { kind: 'review', workingDays: 1 },
      { kind: 'closed', workingDays: 3 },
    ]);
    const [truth] = await scene.query<{ same: boolean }>(
      `SELECT bool_and(t.paused_days = (SELECT coalesce(sum(working_days), 0) FROM task_pause p
         WHERE p.task_id = t.id AND p.due_version = t.due_version)) AS same
       FROM task t WHERE t.state IN ('assigned', 'signed', 'in_progress')`,
    );
    expect(truth).toEqual({ same: true });
  });
});

describe('R-57, R-60 lateness and on-time rates', () => {
  test('frozen at closing against both due dates, over 国庆; a rate for each on page and in the workbook', async () => {
    await scene.query(`UPDATE task SET state = 'cancelled' WHERE state <> 'cancelled'`);
    const task = await steps.signedTask('2022-09-28' as never);
    await steps.extended(task, '2022-10-10');
    scene.clock.set('2022-10-08');
    let current = await scene.walk(await steps.again(task), 'finance submit');
    scene.clock.set('2022-10-20');
    current = await scene.walk(current, 'office close');
    // 09-29, 09-30 and the make-up Saturday 10-08 are the working days since 09-28.
    expect(current).toMatchObject({ latenessDays: -2, latenessOriginalDays: 3 });
    const other = await scene.walk(
      await steps.signedTask('2022-10-31' as never),
      'finance submit',
      'office close',
    );
    expect(other).toMatchObject({ latenessDays: -7, latenessOriginalDays: -7 });
    const { rows } = await scene.get<{
      rows: { unit: { shortName: string }; onTimeRate: object; onTimeRateOriginal: object }[];
    }>('office', 'overview');
    expect(rows.find((row) => row.unit.shortName === '财政局')).toMatchObject({
      onTimeRate: { numerator: 2, denominator: 2 },
      onTimeRateOriginal: { numerator: 1, denominator: 2 },
    });
    const { sheets } = await readSheets('units.xlsx', await scene.work('office', exportUnits), limits);
    const text = JSON.stringify(sheets);
    for (const said of ['100%（2/2，样本少）', '50%（1/2，样本少）', onTimeMethod])
      expect(text).toContain(said);
  });
});
