import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TaskEvents, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create();
});
afterAll(() => scene.close());

const events = async (task: TaskView) =>
  (await scene.get<TaskEvents>('office', `tasks/${task.id}/events`)).items;

describe('a task from draft to closed', () => {
  test('state, version, clock and history at every step; review is never counted against the unit', async () => {
    scene.clock.set('2022-09-01 09:00');
    let task = await scene.addTask({
      dueOn: '2022-09-09' as never,
      requiredEvidence: ['document'],
      assign: false,
    });
    expect(task).toMatchObject({ state: 'draft', standing: 'draft', version: 1, originalDueOn: null });
    task = await scene.walk(task, 'office assign');
    expect(task).toMatchObject({
      state: 'assigned',
      standing: 'awaiting_receipt',
      originalDueOn: '2022-09-09',
    });
    scene.clock.set('2022-09-02 10:00');
    task = await scene.walk(task, 'finance sign');
    expect(task).toMatchObject({ state: 'signed', standing: 'due_soon', workingDaysLeft: 5, version: 3 });
    scene.clock.set('2022-09-05 10:00');
    task = await scene.walk(task, 'finance report 已拨付一半');
    expect(task).toMatchObject({ state: 'in_progress', lastProgress: '已拨付一半' });
    task = await scene.upload('finance', task);
    scene.clock.set('2022-09-08 10:00');
    task = await scene.walk(task, 'finance submit');
    expect(task).toMatchObject({ state: 'in_review', submissionNo: 1, workingDaysLeft: 1 });
    scene.clock.set('2022-09-14 10:00');
    task = await scene.walk(task, 'office return 缺少附表');
    // 2022-09-10…12 were 中秋节: three working days of review are given back.
    expect(task).toMatchObject({
      returned: true,
      pausedDays: 3,
      effectiveDueOn: '2022-09-15',
      workingDaysLeft: 1,
    });
    scene.clock.set('2022-09-15 10:00');
    task = await scene.walk(task, 'finance submit');
    expect(task).toMatchObject({ submissionNo: 2, returned: false, workingDaysLeft: 0 });
    scene.clock.set('2022-10-20 10:00');
    task = await scene.walk(task, 'office close');
    expect(task).toMatchObject({
      state: 'closed',
      standing: 'closed',
      workingDaysLeft: 0,
      allowedActions: ['reopen'],
    });
    expect(task.clock.map((one) => `${one.kind} ${one.workingDays} ${one.countsAgainstUnit}`)).toEqual([
      'receipt 1 true',
      'work 4 true',
      'review 3 false',
      'work 1 true',
      'review 22 false',
    ]);
    const history = await events(task);
    expect(
      history.map(({ seq, action, fromState, toState }) => `${seq} ${action} ${fromState}→${toState}`),
    ).toEqual([
      '1 create null→draft',
      '2 assign draft→assigned',
      '3 sign assigned→signed',
      '4 report signed→in_progress',
      '5 evidence_added in_progress→in_progress',
      '6 submit in_progress→in_review',
      '7 return in_review→in_progress',
      '8 submit in_progress→in_review',
      '9 close in_review→closed',
    ]);
    expect(history.map(({ actor }) => actor?.name)).toEqual(
      ['office', 'office', 'finance', 'finance', 'finance', 'finance', 'office', 'finance', 'office'].map(
        (who) => `姓名${who}`,
      ),
    );
    expect(history[6]).toMatchObject({
      note: '缺少附表',
      actionName: '退回',
      at: '2022-09-14T02:00:00.000Z',
    });
    // Every transition is one version.
    expect(task.version).toBe(8);
  });

  test('R-60 lateness is frozen at submission: two days late stay two days late', async () => {
    scene.clock.set('2022-08-01');
    let task = await scene.addTask({ dueOn: '2022-08-05' as never });
    task = await scene.walk(task, 'finance sign');
    scene.clock.set('2022-08-09');
    task = await scene.walk(task, 'finance submit');
    scene.clock.set('2022-08-26');
    task = await scene.walk(task, 'office close');
    scene.clock.set('2022-12-01');
    task = await scene.get<TaskView>('office', `tasks/${task.id}`);
    expect(task.workingDaysLeft).toBe(-2);
    expect(task.dueExplanation).toMatchObject({ start: '2022-08-09', workingDaysLeft: -2 });
  });

  test('R-31 overdue from midnight in Asia/Shanghai, to the minute', async () => {
    scene.clock.set('2022-08-22');
    const task = await scene.walk(await scene.addTask({ dueOn: '2022-08-26' as never }), 'finance sign');
    const at = async (moment: string) => {
      scene.clock.set(moment);
      const { standing, workingDaysLeft } = await scene.get<TaskView>('office', `tasks/${task.id}`);
      return `${standing} ${workingDaysLeft}`;
    };
    expect(await at('2022-08-26 00:00')).toBe('due_soon 0');
    expect(await at('2022-08-26 23:59')).toBe('due_soon 0');
    expect(await at('2022-08-27 00:00')).toBe('overdue 0');
    expect(await at('2022-08-29 00:00')).toBe('overdue -1');
  });

  test('R-93 the history keeps person and unit as they were then', async () => {
    scene.clock.set('2022-09-01');
    let task = await scene.walk(await scene.addTask(), 'finance sign');
    const finance = scene.id('unit finance');
    await scene.query(`UPDATE unit SET name = '财政和国资局' WHERE id = $1`, [finance]);
    await scene.query(`UPDATE account SET name = '新名字' WHERE id = $1`, [scene.accountId('finance')]);
    task = await scene.walk(task, 'finance report 进展');
    await scene.query(`UPDATE unit SET name = '财政局' WHERE id = $1`, [finance]);
    await scene.query(`UPDATE account SET name = '姓名finance' WHERE id = $1`, [scene.accountId('finance')]);
    const told = (await events(task)).map(({ actor, unitName }) => `${actor?.name} ${unitName}`);
    expect(told).toEqual(['姓名office null', '姓名office null', '姓名finance 财政局', '新名字 财政和国资局']);
  });

  test('the history is append-only, for the owner of the tables too', async () => {
    for (const sql of [
      `UPDATE task_event SET note = ''`,
      `DELETE FROM task_event WHERE false`,
      `TRUNCATE task_event`,
    ]) {
      await expect(scene.query(sql)).rejects.toThrow(/append-only/);
    }
  });
});

describe('parts of supporting units', () => {
  test('each part has its own state; the task’s state stays, its version moves', async () => {
    scene.clock.set('2022-09-01');
    let task = await scene.addTask();
    const part = () => task.supports.map((one) => `${one.unit.shortName} ${one.state} ${one.lastReport}`);
    task = await scene.walk(task, 'education support/sign');
    expect(part()).toEqual(['教育局 signed null']);
    task = await scene.walk(task, 'education support/report 已提供人数');
    expect(part()).toEqual(['教育局 in_progress 已提供人数']);
    expect(task.supports[0]?.updatedAt).toBe('2022-09-01T01:00:00.000Z');
    task = await scene.walk(task, 'education support/complete');
    expect(part()).toEqual(['教育局 completed 已提供人数']);
    expect(task).toMatchObject({ state: 'assigned', version: 4 });
    expect((await scene.step('education', 'support/complete', task)).status).toBe(409);
    expect((await scene.step('finance', 'support/sign', task)).status).toBe(403);
    expect((await scene.step('police', 'support/sign', task)).status).toBe(404);
    expect((await events(task)).slice(-3).map((one) => one.actionName)).toEqual([
      '配合单位签收',
      '配合单位报告进展',
      '配合单位完成',
    ]);
  });

  test('a report says something; nothing moves on while the task is in review', async () => {
    let task = await scene.walk(await scene.addTask(), 'education support/sign', 'finance sign');
    expect((await scene.step('education', 'support/report', task, { note: '  ' })).status).toBe(422);
    task = await scene.walk(task, 'finance submit');
    expect((await scene.step('education', 'support/complete', task)).status).toBe(409);
  });
});

describe('suspend, resume, cancel, reopen', () => {
  test('suspension stops the clock and resuming goes back to where it was', async () => {
    scene.clock.set('2022-09-05');
    let task = await scene.walk(
      await scene.addTask({ dueOn: '2022-09-16' as never }),
      'finance sign',
      'office suspend 等文件',
    );
    expect(task).toMatchObject({ state: 'suspended', standing: 'suspended', workingDaysLeft: 8 });
    scene.clock.set('2022-10-10');
    expect((await scene.step('finance', 'report', task, { note: '进展' })).status).toBe(409);
    task = await scene.walk(task, 'office resume');
    // Nothing was lost: as many working days are left as when it stopped.
    expect(task).toMatchObject({ state: 'signed', workingDaysLeft: 8, pausedDays: 21 });
  });

  test('a cancelled task is the end', async () => {
    const task = await scene.walk(await scene.addTask(), 'office cancel 重复');
    expect(task).toMatchObject({ state: 'cancelled', allowedActions: [] });
    for (const action of ['assign', 'resume', 'reopen', 'cancel'])
      expect((await scene.step('office', action, task, { note: '理由' })).status).toBe(409);
  });

  test('R-60 reopening starts a new stretch; the closed time is not counted, or a new due date is set', async () => {
    const closed = async () => {
      scene.clock.set('2022-09-01');
      const task = await scene.walk(
        await scene.addTask({ dueOn: '2022-09-09' as never }),
        'finance sign',
        'finance submit',
      );
      scene.clock.set('2022-09-02');
      return scene.walk(task, 'office close');
    };
    const [one, two] = [await closed(), await closed()];
    scene.clock.set('2022-09-15');
    const runsOn = await scene.walk(one, 'office reopen 抽查发现未落实');
    expect(runsOn).toMatchObject({
      state: 'in_progress',
      closedAt: null,
      workingDaysLeft: 6,
      effectiveDueOn: '2022-09-23',
    });
    const { body: renewed } = await scene.step('office', 'reopen', two, {
      note: '抽查',
      dueOn: '2022-09-30',
    });
    expect(renewed).toMatchObject({
      dueOn: '2022-09-30',
      effectiveDueOn: '2022-09-30',
      pausedDays: 0,
      originalDueOn: '2022-09-09',
    });
    const past = await scene.step('office', 'reopen', await closed(), { note: '抽查', dueOn: '2022-08-31' });
    expect(past.status).toBe(422);
    const reopened = (await events(renewed)).filter(({ action }) => action === 'reopen');
    expect(reopened).toMatchObject([
      { changes: [{ field: 'dueOn', before: '2022-09-09', after: '2022-09-30' }] },
    ]);
  });
});
