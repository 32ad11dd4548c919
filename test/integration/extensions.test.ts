import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  ExtensionDesk,
  ExtensionView,
  TaskExtensions,
} from '../../apps/server/src/features/extensions/extensions.dto.js';
import type { TaskEvents } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { asking, dueOn, extensionSteps } from '../support/extension-steps.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

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

describe('asking', () => {
  test('R-58 a request names an absolute later date, with reason, progress and evidence of the task', async () => {
    const task = await scene.upload('finance', await steps.signedTask());
    const evidenceIds = [task.evidence[0]?.id];
    const { status, body } = await steps.ask(task, { evidenceIds });
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
      const refused = await steps.ask(await steps.signedTask(), { requestedOn });
      expect([refused.status, JSON.stringify(refused.body).includes(String(pointer))]).toEqual([422, true]);
    }
    const foreign = await steps.ask(await steps.signedTask(), { evidenceIds });
    expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('/evidenceIds')]);
    expect((await steps.ask(await steps.signedTask(), { requestedOn: 15 })).status).toBe(400);
    expect((await steps.ask(await steps.signedTask(), { requestedOn: '2027-03-01' })).body.provisional).toBe(
      true,
    );
  });

  test('one request at a time, by the lead unit only', async () => {
    const task = await steps.signedTask();
    expect((await steps.ask(task, {}, 'education')).status).toBe(403);
    expect((await steps.ask(task, {}, 'police')).status).toBe(404);
    const two = await Promise.all([steps.ask(task), steps.ask(task)]);
    expect(two.map((one) => one.status).sort()).toEqual([201, 409]);
  });

  test('R-56 on the due day it is in time, the day after it is refused until a reviewer opens the door', async () => {
    const task = await steps.signedTask();
    scene.clock.set('2022-09-16');
    expect((await steps.ofTask(task)).canAsk).toBe(true);
    scene.clock.set('2022-09-17');
    const late = await steps.ask(task);
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('允许逾期申请')]);
    expect(await steps.ofTask(task)).toMatchObject({
      canAsk: false,
      whyNot: expect.stringContaining('已过'),
    });
    const door = { untilOn: '2022-09-20', reason: '疫情封控' };
    expect(
      (await scene.call('finance', 'POST', `tasks/${task.id}/extension-doors`, { body: door })).status,
    ).toBe(403);
    const opened = await scene.call<TaskExtensions>('office', 'POST', `tasks/${task.id}/extension-doors`, {
      body: door,
    });
    expect(opened.body).toMatchObject({ doors: [{ ...door, openedBy: '姓名office' }], canOpenDoor: false });
    scene.clock.set('2022-09-21');
    expect((await steps.ask(task)).status).toBe(422);
    scene.clock.set('2022-09-20');
    expect((await steps.ask(task)).status).toBe(201);
  });
});

describe('deciding', () => {
  test('R-56 two distinct people of the chain, each with an explicit date not in the past', async () => {
    const task = await steps.signedTask();
    const { body: asked } = await steps.ask(task);
    expect((await steps.approve('supervision', asked)).status).toBe(403);
    expect((await steps.approve('finance', asked)).status).toBe(403);
    expect((await steps.decide('office', 'approval', asked)).status).toBe(400);
    for (const wrong of ['2022-08-31', '2022-09-16', '2022-10-01'])
      expect([wrong, (await steps.approve('office', asked, wrong)).status]).toEqual([wrong, 422]);
    const { body: agreed } = await steps.approve('office', asked, '2022-09-28');
    expect(agreed).toMatchObject({ state: 'pending', next: '督查', grantedOn: null });
    expect((await steps.again(task)).dueOn).toBe('2022-09-16');
    expect((await steps.approve('office', agreed)).status).toBe(403);
    const { body: granted } = await steps.approve('supervision', agreed, '2022-09-28');
    expect(granted).toMatchObject({
      state: 'approved',
      grantedOn: '2022-09-28',
      extendedDays: 8,
      next: null,
    });
    expect(await steps.again(task)).toMatchObject({
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
    const { body: asked } = await steps.ask(task, {}, 'director');
    expect((await steps.approve('director', asked)).body.code).toBe('same_person');
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
    const task = await steps.signedTask();
    expect((await steps.ask(task, {}, 'financeHead')).status).toBe(422);
    const { body: asked } = await steps.ask(task);
    await choose('office_supervision');
    expect(asked.next).toBe('本单位负责人');
    expect((await steps.approve('education', asked)).status).toBe(403);
    const { body: agreed } = await steps.approve('financeHead', asked);
    expect((await steps.approve('office', agreed)).body.state).toBe('approved');
  });

  test('a refusal needs a ground and ends it; whoever asked may withdraw while it is open', async () => {
    const task = await steps.signedTask();
    const { body: asked } = await steps.ask(task);
    expect((await steps.decide('office', 'refusal', asked, { ground: ' ' })).status).toBe(400);
    const { body: refused } = await steps.decide('office', 'refusal', asked, { ground: '理由不充分' });
    expect(refused).toMatchObject({ state: 'refused', decisions: [{ ground: '理由不充分' }] });
    expect((await steps.approve('supervision', refused)).status).toBe(409);
    const { body: second } = await steps.ask(task);
    expect((await steps.decide('financeHead', 'withdrawal', second)).status).toBe(403);
    expect((await steps.decide('finance', 'withdrawal', second)).body.state).toBe('withdrawn');
    expect((await steps.decide('finance', 'withdrawal', second)).status).toBe(409);
    const desk = await scene.get<ExtensionDesk>('finance', 'extensions');
    expect(desk.decided.slice(0, 2).map((one) => one.state)).toEqual(['withdrawn', 'refused']);
  });

  test('R-63 of two approvals at once one counts, the other is told 409; so is one that comes after an edit', async () => {
    const task = await steps.signedTask();
    const { body: asked } = await steps.ask(task);
    const both = await Promise.all([steps.approve('office', asked), steps.approve('director', asked)]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    const agreed = both.find((one) => one.status === 200)?.body as ExtensionView;
    const current = await steps.again(task);
    const edit = { version: current.version, dueOn: '2022-09-20', note: '会议决定' };
    expect((await scene.call('office', 'PATCH', `tasks/${task.id}`, { body: edit })).status).toBe(200);
    expect((await steps.approve('supervision', agreed)).status).toBe(409);
    expect(await steps.again(task)).toMatchObject({ dueOn: '2022-09-20', extensionCount: 0 });
  });

  test('a desk shows what waits for its reader, and who is next', async () => {
    const { body: asked } = await steps.ask(await steps.signedTask());
    const ids = (list: ExtensionView[]) => list.map((one) => one.id);
    expect(ids((await scene.get<ExtensionDesk>('office', 'extensions')).waiting)).toContain(asked.id);
    const waiting = await scene.get<ExtensionDesk>('supervision', 'extensions');
    expect(ids(waiting.waiting)).not.toContain(asked.id);
    expect(ids(waiting.underWay)).toContain(asked.id);
    expect(ids((await scene.get<ExtensionDesk>('police', 'extensions')).underWay)).toEqual([]);
  });
});
