import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { activateLadder } from '../../apps/server/src/features/escalation/activate-ladder.js';
import { raiseTask } from '../../apps/server/src/features/escalation/raise-task.js';
import { runEscalation } from '../../apps/server/src/features/escalation/run-escalation.js';
import { runLadderCheck } from '../../apps/server/src/features/escalation/run-ladder-check.js';
import { previewLadder } from '../../apps/server/src/features/escalation/preview-ladder.js';
import { saveLadder } from '../../apps/server/src/features/escalation/save-ladder.js';
import { listTasks } from '../../apps/server/src/features/tasks/list-tasks.queries.js';
import { LadderScene, origin, shippedLadder } from '../support/ladder-scene.js';
import { StatementCounter } from '../support/statement-counter.js';

describe('the escalation ladder', () => {
  let scene: LadderScene;
  const statements = new StatementCounter();

  beforeEach(async () => {
    scene = await LadderScene.open({ now: '2022-09-15 09:00', logger: statements });
  });
  afterEach(() => scene.office.close());

  it('R-13 100 runs on a standing clock raise each rung of a due date version at most once', async () => {
    const { office, finance } = scene;
    await office.addTask({ lead: finance, dueOn: '2022-09-07' });
    await scene.turn('2022-09-15 09:00');
    for (let run = 0; run < 99; run += 1) {
      await office.query(
        `DELETE FROM job_run WHERE NOT EXISTS (SELECT 1 FROM escalation e WHERE e.run_id = job_run.id)`,
      );
      await office.run((work) => runEscalation(work));
      office.advanceMs(run % 10 === 0 ? 5 * 60_000 : 0);
    }
    expect(await scene.lines()).toEqual(['due 1 提醒 raised']);
    expect(await office.query(`SELECT 1 FROM escalation_notice`)).toHaveLength(1);
  });

  it('R-51 T05 after a long silence the rungs come in order, one a day', async () => {
    await scene.office.addTask({ lead: scene.finance, dueOn: '2022-08-01' });
    for (const day of ['15', '16', '19', '20', '21', '22'])
      for (const time of ['09:00', '09:05']) await scene.turn(`2022-09-${day} ${time}`);
    expect(await scene.lines()).toEqual(
      ['提醒', '催办', '督办', '通报', '约谈建议'].map((name) => `due 1 ${name} raised`),
    );
    expect(await scene.office.query(`SELECT kind FROM paper_request ORDER BY requested_at`)).toEqual(
      ['urging_paper', 'supervision_paper', 'circular', 'interview_proposal'].map((kind) => ({ kind })),
    );
  });

  it('R-14 a changed due date is raised again the same day', async () => {
    const task = await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-16' });
    await scene.turn('2022-09-15 09:00');
    await scene.office.changeTask(task, { action: 'edit', state: 'signed', dueOn: '2022-09-19' });
    await scene.turn('2022-09-15 09:05');
    expect(await scene.lines()).toEqual(['due 1 提醒 raised', 'due 2 提醒 raised']);
  });

  it('R-44 receipt and verification run on clocks of their own, and the second tells the reviewers', async () => {
    const { office, finance, people } = scene;
    const unsigned = await office.addTask({ lead: finance, dueOn: null, state: 'assigned' });
    const waiting = await office.addTask({ lead: finance, dueOn: '2022-12-30', state: 'in_review' });
    await office.query(`UPDATE task SET receipt_due_on = '2022-09-15' WHERE id = $1`, [unsigned]);
    await office.query(
      `UPDATE task SET verification_due_on = '2022-09-15', submission_no = 3 WHERE id = $1`,
      [waiting],
    );
    await scene.turn('2022-09-15 09:00');
    expect((await scene.lines()).toSorted()).toEqual(['receipt 1 提醒 raised', 'verification 3 提醒 raised']);
    const told = await office.query(`SELECT account_id FROM escalation_notice WHERE task_id = $1`, [waiting]);
    expect(told).toEqual([{ account_id: people.leader }]);
    const { items } = await office.run((work) => listTasks(work, { ids: [waiting] }));
    expect(items[0]?.rung).toBeNull();
  });

  it('R-46 an empty rung is skipped at once, and that is recorded', async () => {
    const ladder = shippedLadder();
    await scene.activate({
      ...ladder,
      rungs: ladder.rungs.map((rung) => (rung.name === '催办' ? { ...rung, audience: [] } : rung)),
    });
    await scene.office.addTask({ lead: scene.finance, dueOn: '2022-08-01' });
    await scene.turn('2022-09-15 09:00');
    await scene.turn('2022-09-16 09:00');
    expect(await scene.lines()).toEqual([
      'due 1 提醒 raised',
      'due 1 催办 skipped_empty',
      'due 1 督办 raised',
    ]);
    const [skip] = await scene.office.query<{ ground: string }>(
      `SELECT ground FROM escalation WHERE outcome = 'skipped_empty'`,
    );
    expect(skip?.ground).toContain('本级未设对象，跳过');
  });

  it('R-45 R-46 a unit’s leader is told by its own rung; while none is marked its heads stand in, and the preview says so', async () => {
    const { office, finance, people } = scene;
    const ladder = shippedLadder();
    const rungs = ladder.rungs.map((rung) =>
      rung.name === '催办' ? { ...rung, audience: ['unit_leader' as const] } : rung,
    );
    await scene.activate({ ...ladder, rungs });
    await office.addTask({ lead: finance, dueOn: '2022-08-01' });
    const [version] = await office.query<{ id: string }>(
      `SELECT id FROM ladder_version ORDER BY number DESC LIMIT 1`,
    );
    const warned = async () => {
      const { hollow } = await office.run((work) => previewLadder(work, version?.id ?? ''));
      return hollow.map(({ name, unit, message, blocks }) => [name, unit, message, blocks].join(' '));
    };
    const standIn = '财政局 没有标明在用的主要负责人，由负责人代收 false';
    expect(await warned()).toEqual(['催办', '督办', '通报'].map((name) => `${name} ${standIn}`));
    const chief = await office.addPerson({ name: '郑主任', role: 'head', unitId: finance, unitLeader: true });
    expect(await warned()).toEqual([]);
    const told = async (rung: string) =>
      office.query(
        `SELECT n.account_id FROM escalation_notice n JOIN escalation e ON e.id = n.escalation_id
         WHERE e.rung_name = $1`,
        [rung],
      );
    await scene.turn('2022-09-15 09:00');
    await scene.turn('2022-09-16 09:00');
    expect(await told('催办')).toEqual([{ account_id: chief }]);
    await office.query(`UPDATE account SET active = false WHERE id = $1`, [chief]);
    await office.addTask({ lead: finance, dueOn: '2022-08-02' });
    await scene.turn('2022-09-19 09:00');
    await scene.turn('2022-09-20 09:00');
    expect((await scene.lines()).filter((line) => line.includes('skipped'))).toEqual([]);
    expect(await told('催办')).toEqual([{ account_id: chief }, { account_id: people.head }]);
    expect(await warned()).toHaveLength(3);
  });

  it('R-45 activation names every rung and unit that reaches nobody or has no address; the daily check tells later', async () => {
    const { office, people } = scene;
    const empty = await office.addUnit('市人社局');
    const idle = await office.addUnit('市没有任务局');
    await office.addUnit('市无关局');
    await office.addPerson({ name: '冯承办', role: 'handler', unitId: idle });
    await office.addTasks([scene.finance, empty].map((lead) => ({ lead, dueOn: '2022-12-30' })));
    const input = { ladder: shippedLadder(), leaderIds: [], basis: '督查室核定' };
    const unfit = { ...input, leaderIds: [people.head] };
    await expect(office.run((work) => saveLadder(work, unfit), scene.actor)).rejects.toMatchObject({
      errors: [{ pointer: '/leaderIds/0', message: expect.stringContaining('是成员单位的账号') as unknown }],
    });
    const id = await office.run((work) => saveLadder(work, input), scene.actor);
    const { hollow } = await office.run((work) => previewLadder(work, id), scene.actor);
    const ofIdle = hollow.filter(({ unit }) => unit === '没有任务局');
    expect(ofIdle.map(({ name, message }) => `${name}：${message}`)).toEqual(
      expect.arrayContaining(['催办：没有在用的负责人', '通报：没有在用的单位主要负责人']),
    );
    expect(ofIdle.some(({ blocks }) => blocks)).toBe(false);
    expect(hollow.filter(({ unit }) => unit === '无关局')).toEqual([]);
    await office.query(`UPDATE account SET email = NULL WHERE id = $1`, [people.head]);
    const refusal = office.run((work) => activateLadder(work, id), scene.actor);
    await expect(refusal).rejects.toMatchObject({
      code: 'rule_refused',
      errors: expect.arrayContaining([
        { pointer: '/rungs/0/audience', message: '提醒：人社局没有在用的承办人' },
        { pointer: '/rungs/1/audience', message: '催办：财政局负责人孙负责没有可用的邮箱地址' },
        { pointer: '/rungs/4/audience', message: '约谈建议：没有在用的领导小组领导' },
      ]) as unknown,
    });
    await expect(refusal).rejects.toMatchObject({
      errors: expect.not.arrayContaining([
        { pointer: '/rungs/1/audience', message: '催办：没有任务局没有在用的负责人' },
      ]) as unknown,
    });
    expect(await office.run((work) => runLadderCheck(work, origin))).toBe(true);
    expect(await office.run((work) => runLadderCheck(work, origin))).toBe(false);
    const mails = await office.query<{ kind: string; body: string }>(`SELECT kind, body FROM outbox_message`);
    expect(mails).toEqual([
      { kind: 'ladder_check', body: expect.stringContaining('人社局没有在用的承办人') },
    ]);
  });

  it('R-49 R-50 a person raises with a reason and never lowers; level, day and audience stand in the list and filter it', async () => {
    const { office, finance, people } = scene;
    const task = await office.addTask({ lead: finance, dueOn: '2022-12-30' });
    const raise = (rung: number, reason = '县长批示') =>
      office.run((work) => raiseTask(work, { taskId: task, rung, reason }), scene.actor);
    await raise(3);
    await expect(raise(3)).rejects.toMatchObject({ code: 'rule_refused' });
    await expect(raise(2)).rejects.toMatchObject({ code: 'rule_refused' });
    await expect(raise(4, ' ')).rejects.toMatchObject({ code: 'note_required' });
    const told = await office.query<{ account_id: string }>(`SELECT account_id FROM escalation_notice`);
    expect(new Set(told.map((row) => row.account_id))).toEqual(new Set([people.head, people.supervision]));
    const list = (filter: object) => office.run((work) => listTasks(work, filter));
    const { items } = await list({
      rung: [3],
      rungAudience: 'head',
      rungFrom: '2022-09-15',
      rungTo: '2022-09-15',
    });
    expect(items[0]?.rung).toEqual({
      rung: 3,
      name: '督办',
      colour: 'orange',
      since: '2022-09-15',
      audience: ['head', 'unit_leader', 'supervision_office'],
    });
    expect((await list({ rung: [0, 2] })).total).toBe(0);
    expect((await list({ rungAudience: 'lead_group' })).total).toBe(0);
  });

  it('R-49 the history refuses change', async () => {
    await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-16' });
    await scene.turn('2022-09-15 09:00');
    for (const sql of [
      `UPDATE escalation SET rung = 9`,
      `DELETE FROM escalation`,
      `UPDATE ladder_version SET number = 9`,
    ])
      await expect(scene.office.query(sql)).rejects.toThrow();
  });

  it('R-51 a suspended task has no clock, and comes back one rung at a time', async () => {
    const task = await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-14', state: 'suspended' });
    await scene.turn('2022-09-15 09:00');
    expect(await scene.lines()).toEqual([]);
    await scene.office.query(`UPDATE task SET state = 'signed' WHERE id = $1`, [task]);
    await scene.turn('2022-09-29 09:00');
    await scene.turn('2022-09-29 09:05');
    expect(await scene.lines()).toEqual(['due 1 提醒 raised']);
  });

  it('R-11 R-13 two processes in one slot: one run, one event', async () => {
    await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-16' });
    const both = await Promise.all([scene.turn('2022-09-15 09:00'), scene.turn('2022-09-15 09:00')]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await scene.lines()).toHaveLength(1);
  });

  it('a rehearsed rung neither counts for real nor stays in the list', async () => {
    const task = await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-16' });
    scene.office.setNow('2022-08-01 09:00');
    await scene.office.setExercise('2022-09-15');
    await scene.office.run((work) => runEscalation(work));
    const rungOf = async () =>
      (await scene.office.run((work) => listTasks(work, { ids: [task] }))).items[0]?.rung?.name ?? null;
    expect(await rungOf()).toBe('提醒');
    await scene.office.query(`DELETE FROM instance_setting`);
    expect(await rungOf()).toBeNull();
    await scene.turn('2022-09-15 09:00');
    expect(await scene.lines()).toHaveLength(2);
  });

  it('R-90 needs as many statements for 300 tasks as for 3', async () => {
    const { office, finance } = scene;
    await office.addTasks(Array.from({ length: 3 }, () => ({ lead: finance, dueOn: '2022-09-16' })));
    const few = await statements.during(() => scene.turn('2022-09-15 09:00'));
    await office.addTasks(Array.from({ length: 300 }, () => ({ lead: finance, dueOn: '2022-09-16' })));
    expect(await statements.during(() => scene.turn('2022-09-15 09:05'))).toBe(few);
    expect(await scene.lines()).toHaveLength(303);
  });
});

describe('R-47 what fails at any step leaves nothing, and the next turn begins at the same rung', () => {
  it.each(['rungs-planned', 'rungs-written', 'notices-written'])('at %s', async (point) => {
    const scene = await LadderScene.open({ now: '2022-09-15 09:00', fault: `${point}:1:throw` });
    try {
      await scene.office.addTask({ lead: scene.finance, dueOn: '2022-09-12' });
      await expect(scene.turn('2022-09-15 09:00')).rejects.toThrow(`fault at ${point}`);
      expect(await scene.everything()).toBe(0);
      expect(await scene.turn('2022-09-15 09:00')).toBe(true);
      expect(await scene.lines()).toEqual(['due 1 提醒 raised']);
    } finally {
      await scene.office.close();
    }
  });
});
