import { onTimeMethod } from '#official-documents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import { exportUnits } from '../../apps/server/src/features/tasks/export-units.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import type {
  ExtensionDesk,
  ExtensionView,
  TaskExtensions,
} from '../../apps/server/src/features/extensions/extensions.dto.js';
import type { TaskEvents, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import type { OverdueReport } from '../../apps/server/src/features/reports/overdue-report.dto.js';
import { limits } from '../support/workbooks.js';
import { type Answer, type Who, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());
beforeEach(() => {
  scene.clock.set('2022-09-01');
});

const dueOn = '2022-09-16' as never;
const signedTask = async (due = dueOn): Promise<TaskView> =>
  scene.walk(await scene.addTask({ dueOn: due }), 'finance sign');
const again = (task: TaskView, who: Who = 'office') => scene.get<TaskView>(who, `tasks/${task.id}`);
const asking = { requestedOn: '2022-09-30', reason: '设备到货推迟', progress: '已完成招标' };
const ask = (task: TaskView, more: object = {}, who: Who = 'finance'): Promise<Answer<ExtensionView>> =>
  scene.call<ExtensionView>(who, 'POST', `tasks/${task.id}/extensions`, { body: { ...asking, ...more } });
const decide = (
  who: Who,
  verb: string,
  request: ExtensionView,
  more: object = {},
): Promise<Answer<ExtensionView & { code?: string }>> =>
  scene.call(who, 'POST', `extensions/${request.id}/${verb}`, {
    body: { version: request.version, ...more },
  });
const approve = (who: Who, request: ExtensionView, grantedOn = '2022-09-30') =>
  decide(who, 'approval', request, { grantedOn });
async function extended(task: TaskView, grantedOn = '2022-09-30'): Promise<ExtensionView> {
  const { body: asked } = await ask(task, { requestedOn: grantedOn });
  const { body: agreed } = await approve('office', asked, grantedOn);
  const { status, body, text } = await approve('supervision', agreed, grantedOn);
  if (status !== 200) throw new Error(text);
  return body;
}
const ofTask = (task: TaskView, who: Who = 'finance') =>
  scene.get<TaskExtensions>(who, `tasks/${task.id}/extensions`);

describe('asking', () => {
  test('R-58 a request names an absolute later date, with reason, progress and evidence of the task', async () => {
    const task = await scene.upload('finance', await signedTask());
    const evidenceIds = [task.evidence[0]?.id];
    const { status, body } = await ask(task, { evidenceIds });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...asking,
      state: 'pending',
      dueOn: '2022-09-16',
      next: '政府办',
      evidence: [{ fileName: '佐证.txt', sha256: task.evidence[0]?.sha256 }],
    });
    expect(body.number).toMatch(/^YQ-\d{4}$/);
    for (const [requestedOn, pointer] of [
      ['2022-09-16', '/requestedOn'],
      ['2022-08-30', '/requestedOn'],
    ]) {
      const refused = await ask(await signedTask(), { requestedOn });
      expect([refused.status, JSON.stringify(refused.body).includes(String(pointer))]).toEqual([422, true]);
    }
    const foreign = await ask(await signedTask(), { evidenceIds });
    expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('/evidenceIds')]);
    expect((await ask(await signedTask(), { requestedOn: 15 })).status).toBe(400);
    expect((await ask(await signedTask(), { requestedOn: '2027-03-01' })).body.provisional).toBe(true);
  });

  test('one request at a time, by the lead unit only', async () => {
    const task = await signedTask();
    expect((await ask(task, {}, 'education')).status).toBe(403);
    expect((await ask(task, {}, 'police')).status).toBe(404);
    const two = await Promise.all([ask(task), ask(task)]);
    expect(two.map((one) => one.status).sort()).toEqual([201, 409]);
  });

  test('R-56 on the due day it is in time, the day after it is refused until a reviewer opens the door', async () => {
    const task = await signedTask();
    scene.clock.set('2022-09-16');
    expect((await ofTask(task)).canAsk).toBe(true);
    scene.clock.set('2022-09-17');
    const late = await ask(task);
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('允许逾期申请')]);
    expect(await ofTask(task)).toMatchObject({ canAsk: false, whyNot: expect.stringContaining('已过') });
    const door = { untilOn: '2022-09-20', reason: '疫情封控' };
    expect(
      (await scene.call('finance', 'POST', `tasks/${task.id}/extension-doors`, { body: door })).status,
    ).toBe(403);
    const opened = await scene.call<TaskExtensions>('office', 'POST', `tasks/${task.id}/extension-doors`, {
      body: door,
    });
    expect(opened.body).toMatchObject({ doors: [{ ...door, openedBy: '姓名office' }], canOpenDoor: false });
    scene.clock.set('2022-09-21');
    expect((await ask(task)).status).toBe(422);
    scene.clock.set('2022-09-20');
    expect((await ask(task)).status).toBe(201);
  });
});

describe('deciding', () => {
  test('R-56 two distinct people of the chain, each with an explicit date not in the past', async () => {
    const task = await signedTask();
    const { body: asked } = await ask(task);
    expect((await approve('supervision', asked)).status).toBe(403);
    expect((await approve('finance', asked)).status).toBe(403);
    expect((await decide('office', 'approval', asked)).status).toBe(400);
    for (const wrong of ['2022-08-31', '2022-09-16', '2022-10-01'])
      expect([wrong, (await approve('office', asked, wrong)).status]).toEqual([wrong, 422]);
    const { body: agreed } = await approve('office', asked, '2022-09-28');
    expect(agreed).toMatchObject({ state: 'pending', next: '督查', grantedOn: null });
    expect((await again(task)).dueOn).toBe('2022-09-16');
    expect((await approve('office', agreed)).status).toBe(403);
    const { body: granted } = await approve('supervision', agreed, '2022-09-28');
    expect(granted).toMatchObject({
      state: 'approved',
      grantedOn: '2022-09-28',
      extendedDays: 8,
      next: null,
    });
    expect(await again(task)).toMatchObject({
      dueOn: '2022-09-28',
      effectiveDueOn: '2022-09-28',
      originalDueOn: '2022-09-16',
      extensionCount: 1,
      extendedDays: 8,
    });
    const { items } = await scene.get<TaskEvents>('finance', `tasks/${task.id}/events`);
    expect(items.slice(-3).map((one) => one.actionName)).toEqual(['申请延期', '初审同意延期', '批准延期']);
    expect(items.at(-1)?.changes).toEqual([
      { field: 'dueOn', name: '期限', before: '2022-09-16', after: '2022-09-28' },
    ]);
  });

  test('R-64 who asked cannot approve, and the database holds it too', async () => {
    const task = await scene.walk(
      await scene.addTask({ dueOn, leadUnitId: scene.id('unit office'), supportingUnitIds: [] }),
      'director sign',
    );
    const { body: asked } = await ask(task, {}, 'director');
    expect((await approve('director', asked)).body.code).toBe('same_person');
    const decision = (account: Who, step: number) =>
      scene.query(
        `INSERT INTO extension_decision (campaign_id, id, request_id, step, outcome, granted_on, account_id, asked_by, at)
         VALUES ($1, gen_random_uuid(), $2, $3, 'approved', '2022-09-30', $4, $5, now())`,
        [scene.campaignId, asked.id, step, scene.accountId(account), scene.accountId('director')],
      );
    await expect(decision('director', 1)).rejects.toThrow('extension_decision_asker_check');
    await decision('office', 1);
    await expect(decision('office', 2)).rejects.toThrow('extension_decision_person_key');
    await expect(scene.query(`UPDATE extension_decision SET ground = 'x'`)).rejects.toThrow(/append-only/);
  });

  test('the campaign may let the head of the unit decide first', async () => {
    const choose = (chain: string, who: Who = 'office') =>
      scene.call(who, 'PUT', 'extension-chain', { body: { chain } });
    expect((await choose('head_office', 'supervision')).status).toBe(403);
    expect((await choose('head_office')).status).toBe(200);
    const task = await signedTask();
    expect((await ask(task, {}, 'financeHead')).status).toBe(422);
    const { body: asked } = await ask(task);
    await choose('office_supervision');
    expect(asked.next).toBe('本单位负责人');
    expect((await approve('education', asked)).status).toBe(403);
    const { body: agreed } = await approve('financeHead', asked);
    expect((await approve('office', agreed)).body.state).toBe('approved');
  });

  test('a refusal needs a ground and ends it; whoever asked may withdraw while it is open', async () => {
    const task = await signedTask();
    const { body: asked } = await ask(task);
    expect((await decide('office', 'refusal', asked, { ground: ' ' })).status).toBe(400);
    const { body: refused } = await decide('office', 'refusal', asked, { ground: '理由不充分' });
    expect(refused).toMatchObject({ state: 'refused', decisions: [{ ground: '理由不充分' }] });
    expect((await approve('supervision', refused)).status).toBe(409);
    const { body: second } = await ask(task);
    expect((await decide('financeHead', 'withdrawal', second)).status).toBe(403);
    expect((await decide('finance', 'withdrawal', second)).body.state).toBe('withdrawn');
    expect((await decide('finance', 'withdrawal', second)).status).toBe(409);
    const desk = await scene.get<ExtensionDesk>('finance', 'extensions');
    expect(desk.decided.slice(0, 2).map((one) => one.state)).toEqual(['withdrawn', 'refused']);
  });

  test('R-63 of two approvals at once one counts, the other is told 409; so is one that comes after an edit', async () => {
    const task = await signedTask();
    const { body: asked } = await ask(task);
    const both = await Promise.all([approve('office', asked), approve('director', asked)]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    const agreed = both.find((one) => one.status === 200)?.body as ExtensionView;
    const current = await again(task);
    const edit = { version: current.version, dueOn: '2022-09-20', note: '会议决定' };
    expect((await scene.call('office', 'PATCH', `tasks/${task.id}`, { body: edit })).status).toBe(200);
    expect((await approve('supervision', agreed)).status).toBe(409);
    expect(await again(task)).toMatchObject({ dueOn: '2022-09-20', extensionCount: 0 });
  });

  test('a desk shows what waits for its reader, and who is next', async () => {
    const { body: asked } = await ask(await signedTask());
    const ids = (list: ExtensionView[]) => list.map((one) => one.id);
    expect(ids((await scene.get<ExtensionDesk>('office', 'extensions')).waiting)).toContain(asked.id);
    const waiting = await scene.get<ExtensionDesk>('supervision', 'extensions');
    expect(ids(waiting.waiting)).not.toContain(asked.id);
    expect(ids(waiting.underWay)).toContain(asked.id);
    expect(ids((await scene.get<ExtensionDesk>('police', 'extensions')).underWay)).toEqual([]);
  });
});

describe('what an approval does', () => {
  test('R-07 mail that waits about the old date is withdrawn with the approval; the next run plans for the new one', async () => {
    await scene.query(`UPDATE task SET state = 'cancelled' WHERE state <> 'cancelled'`);
    scene.clock.set('2022-09-14');
    const task = await signedTask();
    const run = () => scene.work('office', (work) => runReminders(work, 'https://jh.example.gov.cn'));
    expect(await run()).toBe(true);
    const messages = () =>
      scene.query<{ status: string; last_error: string | null }>(
        `SELECT status, last_error FROM outbox_message WHERE $1 = ANY(task_ids) AND account_id = $2 ORDER BY id`,
        [task.id, scene.accountId('finance')],
      );
    expect(await messages()).toMatchObject([{ status: 'queued' }]);
    await extended(task);
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
    const task = await signedTask();
    scene.clock.set('2022-09-19');
    expect((await again(task)).standing).toBe('overdue');
    await scene.call('office', 'POST', `tasks/${task.id}/extension-doors`, {
      body: { untilOn: '2022-09-19', reason: '疫情' },
    });
    await extended(task, '2022-10-31');
    scene.clock.set('2022-09-20');
    const lowered = await again(task);
    expect(lowered).toMatchObject({ standing: 'on_track', dueOn: '2022-10-31' });
    expect(lowered.allowedActions).toContain('edit');
    const overdueOn = async (day: string) =>
      (await scene.get<OverdueReport>('office', `reports/overdue?asOf=${day}`)).units
        .flatMap((unit) => unit.tasks)
        .some((one) => one.id === task.id);
    expect([await overdueOn('2022-09-18'), await overdueOn('2022-09-20')]).toEqual([true, false]);
  });

  test('R-57 each approved date, their count and their working days are on the task', async () => {
    const task = await signedTask();
    await extended(task, '2022-09-23');
    await extended(task, '2022-10-12');
    const { requests } = await ofTask(task);
    expect(requests.map((one) => [one.dueOn, one.grantedOn, one.extendedDays])).toEqual([
      ['2022-09-23', '2022-10-12', 10],
      ['2022-09-16', '2022-09-23', 5],
    ]);
    expect(await again(task)).toMatchObject({
      originalDueOn: '2022-09-16',
      extensionCount: 2,
      extendedDays: 15,
    });
  });
});

describe('pauses', () => {
  test('R-51 a pause is a stored fact, and its days are those the task counts', async () => {
    const task = await signedTask();
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
    let current = await scene.walk(await again(task), 'office resume 已批复', 'finance submit');
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
    const task = await signedTask('2022-09-28' as never);
    await extended(task, '2022-10-10');
    scene.clock.set('2022-10-08');
    let current = await scene.walk(await again(task), 'finance submit');
    scene.clock.set('2022-10-20');
    current = await scene.walk(current, 'office close');
    // 09-29, 09-30 and the make-up Saturday 10-08 are the working days since 09-28.
    expect(current).toMatchObject({ latenessDays: -2, latenessOriginalDays: 3 });
    const other = await scene.walk(await signedTask('2022-10-31' as never), 'finance submit', 'office close');
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
