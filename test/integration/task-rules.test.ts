import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TaskEvents, TaskRow, TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: { readonly pointer: string; readonly message: string }[];
  readonly current?: TaskRow;
  readonly missingEvidenceKinds?: string[];
}
const problem = (answer: { status: number; body: unknown }): Problem & { status: number } => ({
  ...(answer.body as Problem),
  status: answer.status,
});
const rowOf = async (task: TaskView): Promise<unknown> => {
  const [row] = await scene.query(`SELECT * FROM task WHERE id = $1`, [task.id]);
  return row;
};
const edit = (task: TaskView, body: object) =>
  scene.call<TaskView>('office', 'PATCH', `tasks/${task.id}`, { body: { version: task.version, ...body } });

describe('evidence', () => {
  test('R-61 submission without the demanded kinds is refused and names what is missing', async () => {
    let task = await scene.addTask({ requiredEvidence: ['document', 'accounts', 'photo'] });
    task = await scene.walk(task, 'finance sign');
    task = await scene.upload('finance', task, 'document');
    expect(task.missingEvidenceKinds.toSorted()).toEqual(['accounts', 'photo']);
    const before = await rowOf(task);
    const refused = problem(await scene.step('finance', 'submit', task));
    expect(refused).toMatchObject({ status: 422, code: 'evidence_missing' });
    expect(refused.missingEvidenceKinds?.toSorted()).toEqual(['accounts', 'photo']);
    expect(refused.detail).toMatch(/账目/);
    expect(refused.detail).toMatch(/照片/);
    expect(await rowOf(task)).toEqual(before);
    // A supporting unit's file counts as well.
    task = await scene.upload('education', task, 'photo', '照片');
    task = await scene.upload('finance', task, 'accounts', '凭证');
    expect(task.missingEvidenceKinds).toEqual([]);
    expect((await scene.step('finance', 'submit', task)).status).toBe(200);
  });

  test('R-62 from submission on the files are frozen, their hashes in the history; 退回 opens for new ones', async () => {
    let task = await scene.walk(await scene.addTask(), 'finance sign');
    task = await scene.upload('finance', task, 'document', '第一稿');
    task = await scene.walk(task, 'finance submit');
    const [file] = task.evidence;
    expect(file).toMatchObject({ status: 'frozen', submissionNo: 1, canDelete: false });
    const remove = () => scene.call('finance', 'DELETE', `tasks/${task.id}/evidence/${file?.id}`);
    const form = new FormData();
    form.append('kind', 'photo');
    form.append('file', new Blob(['晚到']), '晚到.txt');
    const add = () => scene.call('finance', 'POST', `tasks/${task.id}/evidence`, { body: form });
    for (const step of ['in review', 'returned', 'in review again', 'closed']) {
      if (step === 'returned') task = await scene.walk(task, 'office return 缺附表');
      if (step === 'in review again') task = await scene.walk(task, 'finance submit');
      if (step === 'closed') task = await scene.walk(task, 'office close');
      expect([step, (await remove()).status]).toEqual([step, 409]);
      if (step !== 'returned') expect([step, (await add()).status]).toEqual([step, 409]);
    }
    const { items } = await scene.get<TaskEvents>('office', `tasks/${task.id}/events`);
    const submitted = items.find(({ action }) => action === 'submit');
    expect(submitted?.changes[0]?.after).toContain(`SHA-256 ${file?.sha256}`);
    const [row] = await scene.query(`SELECT status, submission_no FROM evidence WHERE id = $1`, [file?.id]);
    expect(row).toEqual({ status: 'frozen', submission_no: 1 });
  });
});

describe('R-63 stale or in the wrong state', () => {
  test('a stale version is 409 with the current row, and nothing changes', async () => {
    const seen = await scene.addTask();
    const now = await scene.walk(seen, 'finance sign');
    const before = await rowOf(now);
    for (const answer of [
      await scene.step('office', 'suspend', seen, { note: '理由' }),
      await scene.step('education', 'support/sign', seen),
      await edit(seen, { priority: 'urgent', note: '理由' }),
      await scene.step('office', 'suspend', { ...now, version: 999_999_999_999 }, { note: '理由' }),
    ]) {
      const told = problem(answer);
      expect(told).toMatchObject({ status: 409, code: 'stale_version' });
      expect(told.current).toMatchObject({ id: now.id, version: now.version, state: 'signed' });
    }
    expect(await rowOf(now)).toEqual(before);
  });

  test('an action that the state does not allow is 409 with the current row', async () => {
    const task = await scene.addTask();
    for (const [who, action] of [
      ['finance', 'submit'],
      ['office', 'close'],
      ['office', 'reopen'],
      ['office', 'assign'],
    ] as const) {
      const told = problem(await scene.step(who, action, task, { note: '理由' }));
      expect(told).toMatchObject({
        status: 409,
        code: 'wrong_state',
        current: { state: 'assigned', version: 1 },
      });
      expect(told.detail).toContain('已交办');
    }
  });

  test('a missing reason is 422 and points at the field', async () => {
    const task = await scene.walk(await scene.addTask(), 'finance sign');
    const told = problem(await scene.step('finance', 'report', task, { note: ' ' }));
    expect(told).toMatchObject({ status: 422, code: 'note_required', errors: [{ pointer: '/note' }] });
  });
});

describe('R-64 submitter is not reviewer', () => {
  test('an office that leads a task cannot review what it submitted; a colleague can', async () => {
    const mine = { leadUnitId: scene.id('unit office') };
    const task = await scene.walk(await scene.addTask(mine), 'director sign', 'director submit');
    for (const action of ['close', 'return'])
      expect(problem(await scene.step('director', action, task, { note: '同意' }))).toMatchObject({
        status: 422,
        code: 'same_person',
      });
    expect((await scene.get<TaskView>('director', `tasks/${task.id}`)).allowedActions).toEqual([]);
    expect((await scene.walk(task, 'office close')).state).toBe('closed');
  });

  test('the database refuses it too, whatever the program does', async () => {
    const task = await scene.walk(await scene.addTask(), 'finance sign', 'finance submit');
    await expect(
      scene.query(`UPDATE task SET reviewed_by = submitted_by WHERE id = $1`, [task.id]),
    ).rejects.toThrow(/task_reviewer_check/);
  });
});

describe('editing', () => {
  test('a draft may change in everything; what changed is in the history in words', async () => {
    const draft = await scene.addTask({ assign: false, dueOn: '2022-09-20' as never });
    const { status, body } = await edit(draft, {
      title: '落实公用经费',
      leadUnitId: scene.id('unit police'),
      supportingUnitIds: [],
      dueOn: null,
      requiredEvidence: ['ledger'],
      priority: 'urgent',
      clauseId: scene.id('clause annex-finance'),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: '落实公用经费',
      supportingUnits: [],
      dueOn: null,
      version: draft.version + 1,
    });
    const { items } = await scene.get<TaskEvents>('office', `tasks/${draft.id}/events`);
    const told = items.at(-1)?.changes.map(({ name, before, after }) => `${name}：${before}→${after}`);
    expect(told).toEqual([
      '标题：落实义务教育经费→落实公用经费',
      '牵头单位：财政局→公安局',
      '配合单位：教育局→',
      '期限：2022年9月20日→待定',
      '依据条款：null→附件·财政局',
      '须交佐证：→台账',
      '紧急程度：一般→紧急',
    ]);
  });

  test('R-14 after assignment only due date, description and priority, with a reason; a new due date is a new version of it', async () => {
    const task = await scene.addTask({ dueOn: '2022-09-20' as never });
    const refused = problem(await edit(task, { title: '别的', supportingUnitIds: [], note: '理由' }));
    expect(refused.errors?.map(({ pointer }) => pointer)).toEqual(['/title', '/supportingUnitIds']);
    expect(problem(await edit(task, { dueOn: '2022-09-30' }))).toMatchObject({
      status: 422,
      code: 'note_required',
    });
    expect(problem(await edit(task, { dueOn: '2022-08-31', note: '理由' }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/dueOn' }],
    });
    const { body } = await edit(task, { dueOn: '2022-09-30', priority: 'urgent', note: '上级要求' });
    expect(body).toMatchObject({
      dueOn: '2022-09-30',
      effectiveDueOn: '2022-09-30',
      originalDueOn: '2022-09-20',
    });
    const versions = await scene.query(`SELECT due_version FROM task_event WHERE task_id = $1 ORDER BY seq`, [
      task.id,
    ]);
    expect(versions.map((row) => (row as { due_version: number }).due_version)).toEqual([1, 1, 2]);
  });

  test('what is the same already changes nothing and makes no history', async () => {
    const task = await scene.addTask();
    const { body } = await edit(task, { priority: 'normal', dueOn: null, note: '理由' });
    expect(body.version).toBe(task.version);
  });

  test('a due date set after review stands as it was set: the review lies before it', async () => {
    scene.clock.set('2022-09-01');
    let task = await scene.walk(
      await scene.addTask({ dueOn: '2022-09-09' as never }),
      'finance sign',
      'finance submit',
    );
    scene.clock.set('2022-09-06');
    task = await scene.walk(task, 'office return 缺附表');
    expect(task.effectiveDueOn).toBe('2022-09-15');
    const { body } = await edit(task, { dueOn: '2022-09-30', note: '延期' });
    expect(body).toMatchObject({ dueOn: '2022-09-30', effectiveDueOn: '2022-09-30', pausedDays: 0 });
  });

  test('nothing can be edited in review or afterwards', async () => {
    let task = await scene.walk(await scene.addTask(), 'finance sign', 'finance submit');
    expect(problem(await edit(task, { priority: 'urgent', note: '理由' }))).toMatchObject({
      status: 409,
      code: 'wrong_state',
    });
    task = await scene.walk(task, 'office close');
    expect((await edit(task, { priority: 'urgent', note: '理由' })).status).toBe(409);
  });

  test.each([
    [{ title: null }],
    [{ title: '   ' }],
    [{ description: null }],
    [{ leadUnitId: null }],
    [{ supportingUnitIds: null }],
    [{ requiredEvidence: null }],
    [{ priority: null }],
    [{ title: 'a\u0000b' }],
    [{ state: 'closed' }],
  ])('%j is refused as malformed or against the rules, never a fault of the program', async (body) => {
    const draft = await scene.addTask({ assign: false });
    const before = await rowOf(draft);
    expect([400, 422]).toContain((await edit(draft, body)).status);
    expect(await rowOf(draft)).toEqual(before);
  });
});
