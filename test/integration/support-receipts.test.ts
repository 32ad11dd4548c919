import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { escalationDesk } from '../../apps/server/src/features/escalation/escalation-desk.queries.js';
import { readEscalations } from '../../apps/server/src/features/escalation/escalations.queries.js';
import { runEscalation } from '../../apps/server/src/features/escalation/run-escalation.js';
import { checkRecipients } from '../../apps/server/src/features/notifications/check-recipients.js';
import { assignTask } from '../../apps/server/src/features/tasks/assign-task.js';
import { cancelTask } from '../../apps/server/src/features/tasks/cancel-task.js';
import { handlingDesk } from '../../apps/server/src/features/tasks/desks.queries.js';
import { listTasks } from '../../apps/server/src/features/tasks/list-tasks.queries.js';
import { resumeTask } from '../../apps/server/src/features/tasks/resume-task.js';
import { returnTask } from '../../apps/server/src/features/tasks/return-task.js';
import { signTask } from '../../apps/server/src/features/tasks/sign-task.js';
import { submitTask } from '../../apps/server/src/features/tasks/submit-task.js';
import { suspendTask } from '../../apps/server/src/features/tasks/suspend-task.js';
import { unitOverview } from '../../apps/server/src/features/tasks/task-counts.queries.js';
import { AddSupportReceipts1795305642000 } from '../../migrations/1795305642000-AddSupportReceipts.js';
import { ReceiptScene } from '../support/receipt-scene.js';
import { StatementCounter } from '../support/statement-counter.js';

interface Message {
  id: string;
  account_id: string;
  kind: string;
  body: string;
  status: string;
}

// Assigned on Thursday 2022-09-15, so that everybody has to sign by Monday 2022-09-19.
describe('the receipt clock of supporting units', () => {
  let scene: ReceiptScene;
  const statements = new StatementCounter();

  beforeEach(async () => {
    scene = await ReceiptScene.open('2022-09-15 09:00', statements);
  });
  afterEach(() => scene.office.close());

  const messagesTo = (account: string): Promise<Message[]> =>
    scene.office.query(`SELECT * FROM outbox_message WHERE account_id = $1 ORDER BY created_at, id`, [
      account,
    ]);
  const standsOf = async (message: Message): Promise<boolean> => {
    const claimed = { ...message, content: null, attempts: 1, may_have_arrived: false } as never;
    const checks = await scene.office.run((work) => checkRecipients(work, [claimed]));
    return 'address' in (checks.get(message.id) ?? {});
  };

  it('R-44 runs for each unit alone, tells its own people, asks for its own paper, and ends with its signature', async () => {
    const task = await scene.addTask();
    await scene.act(signTask, task, scene.leadActor);
    expect(await scene.part(task, scene.labour)).toMatchObject({
      state: 'assigned',
      receiptDueOn: '2022-09-19',
      receiptDaysLeft: 2,
      signedAt: null,
      rung: null,
    });
    await scene.ladder.wholeTurn('2022-09-19 09:00');
    await scene.ladder.wholeTurn('2022-09-20 09:00');
    await scene.ladder.wholeTurn('2022-09-20 09:05');
    // 民政局 has no handler, so that its 提醒 is skipped and on record.
    expect(await scene.rungs()).toEqual(['人社局 1 提醒', '民政局 1 提醒', '人社局 1 催办', '民政局 1 催办']);
    expect(
      await scene.office.query(
        `SELECT p.kind, u.short_name AS unit FROM paper_request p JOIN unit u ON u.id = p.unit_id ORDER BY u.position`,
      ),
    ).toEqual([
      { kind: 'urging_paper', unit: '人社局' },
      { kind: 'urging_paper', unit: '民政局' },
    ]);
    const [, labourMessage] = await messagesTo(scene.people.labourHandler);
    const [civilMessage] = await messagesTo(scene.people.civilHead);
    if (!labourMessage || !civilMessage) throw new Error('somebody was not told');
    expect(labourMessage.body).toContain('配合签收期限（人社局）2022年9月19日，已逾期 1 个工作日');
    expect(labourMessage.body).not.toContain('民政局');
    expect(await messagesTo(scene.ladder.people.handler)).toEqual([]);
    expect((await scene.part(task, scene.labour)).rung).toMatchObject({ rung: 2, name: '催办' });

    await scene.sign(task, scene.labourActor);
    expect(await standsOf(labourMessage)).toBe(false);
    expect(await standsOf(civilMessage)).toBe(true);
    scene.office.setNow('2022-10-20 09:00');
    expect(await scene.part(task, scene.labour)).toMatchObject({
      state: 'signed',
      receipt: 'signed_late',
      receiptDaysLeft: -1,
      signedAt: '2022-09-20T01:05:00.000Z',
      rung: null,
    });
    await scene.ladder.turn('2022-09-22 09:00');
    expect((await scene.rungs()).slice(4)).toEqual(['民政局 1 督办']);
    const { items } = await scene.office.run((work) => readEscalations(work, task), scene.assigner);
    expect(items.at(-1)).toMatchObject({ clock: 'support_receipt', unitName: '民政局', name: '督办' });
    const listed = await scene.office.run((work) => listTasks(work, {}), scene.assigner);
    expect(listed.items[0]?.rung).toBeNull();
  });

  it('R-13 R-15 100 runs raise each rung of a unit once; an office reads of both units in one line', async () => {
    const task = await scene.addTask();
    await scene.act(signTask, task, scene.leadActor);
    for (const day of ['19', '20', '22']) await scene.ladder.wholeTurn(`2022-09-${day} 09:00`);
    for (let run = 0; run < 100; run += 1) {
      scene.office.advanceMs(5 * 60_000 * (run % 3));
      await scene.office.run((work) => runEscalation(work));
    }
    const lines = await scene.rungs();
    expect(lines).toHaveLength(6);
    expect(new Set(lines).size).toBe(6);
    const [message, ...others] = await messagesTo(scene.ladder.people.supervision);
    expect(others).toEqual([]);
    expect(message?.body).toContain('1 项督办');
    expect(message?.body).toContain('配合签收期限（人社局）');
    expect(message?.body).toContain('配合签收期限（民政局）');
    await scene.sign(task, scene.labourActor);
    if (message) expect(await standsOf(message)).toBe(false);
    await scene.ladder.wholeTurn('2022-09-23 09:00');
    const [, renewed] = await messagesTo(scene.ladder.people.supervision);
    expect(renewed?.body).toContain('民政局');
    expect(renewed?.body).not.toContain('人社局');
  });

  it('R-51 waits with a suspension and a review, ends with the task, and a draft has none', async () => {
    const draft = await scene.addTask(false);
    expect((await scene.part(draft, scene.labour)).receiptDueOn).toBeNull();
    await scene.act(assignTask, draft, scene.assigner);
    expect((await scene.part(draft, scene.labour)).receiptDueOn).toBe('2022-09-19');
    await scene.act(cancelTask, draft, scene.assigner);
    const task = await scene.addTask();
    await scene.act(signTask, task, scene.leadActor);
    scene.office.setNow('2022-09-16 09:00');
    await scene.act(suspendTask, task, scene.assigner);
    await scene.ladder.turn('2022-09-21 09:00');
    expect((await scene.part(task, scene.labour)).receiptDaysLeft).toBe(1);
    await scene.act(resumeTask, task, scene.assigner);
    expect((await scene.part(task, scene.labour)).receiptDueOn).toBe('2022-09-22');
    await scene.act(submitTask, task, scene.leadActor);
    await scene.ladder.turn('2022-09-28 09:00');
    await scene.act(returnTask, task, scene.assigner);
    expect(await scene.part(task, scene.labour)).toMatchObject({
      receiptDueOn: '2022-09-29',
      receiptDaysLeft: 1,
    });
    expect(await scene.rungs()).toEqual([]);
    await scene.ladder.turn('2022-09-30 09:00');
    expect(await scene.rungs()).toEqual(['人社局 1 提醒', '民政局 1 提醒', '民政局 1 催办']);
    await scene.act(cancelTask, task, scene.assigner);
    await scene.ladder.turn('2022-10-20 09:00');
    expect(await scene.rungs()).toHaveLength(3);
    expect((await scene.part(task, scene.labour)).receiptDaysLeft).toBeNull();
  });

  it('R-14 a new due date begins a new term for the parts not signed', async () => {
    const task = await scene.addTask();
    await scene.act(signTask, task, scene.leadActor);
    await scene.ladder.turn('2022-09-19 09:00');
    await scene.office.changeTask(task, { action: 'edit', state: 'signed', dueOn: '2022-12-20' });
    await scene.ladder.turn('2022-09-19 09:05');
    expect((await scene.rungs()).filter((line) => line.startsWith('人社局'))).toEqual([
      '人社局 1 提醒',
      '人社局 2 提醒',
    ]);
  });

  it('R-66 what the desks count is what the list shows', async () => {
    const signed = await scene.addTask();
    await scene.addTask();
    scene.office.setNow('2022-09-16 09:00');
    const fresh = await scene.addTask();
    await scene.sign(signed, scene.labourActor);
    scene.office.setNow('2022-09-20 09:00');
    const desk = await scene.office.run(handlingDesk, scene.labourActor);
    const counts = (await scene.office.run(unitOverview, scene.labourActor))[0];
    const listed = async (part: 'support_to_sign' | 'support_sign_late') =>
      (await scene.office.run((work) => listTasks(work, { unitId: scene.labour, part }), scene.labourActor))
        .total;
    expect([desk.supportToSignCount, desk.supportToSign.length, counts?.supportToSign]).toEqual([2, 2, 2]);
    expect([desk.supportSignLateCount, counts?.supportSignLate]).toEqual([1, 1]);
    expect([await listed('support_to_sign'), await listed('support_sign_late')]).toEqual([2, 1]);
    expect(desk.supporting.map((task) => task.id)).toEqual([signed]);
    const own = desk.supportToSign.find(({ id }) => id === fresh)?.supportingUnits;
    expect(own?.find(({ id }) => id === scene.labour)).toMatchObject({
      receiptDueOn: '2022-09-20',
      receiptDaysLeft: 0,
    });
    const office = await scene.office.run(escalationDesk, scene.ladder.actor);
    const late = await scene.office.run(
      (work) => listTasks(work, { late: ['support_receipt'] }),
      scene.ladder.actor,
    );
    expect([office.supportReceiptsLate, late.total]).toEqual([2, 2]);
  });

  it('R-90 needs as many statements for 90 tasks with 180 parts as for 3', async () => {
    const add = async (count: number) => {
      await scene.office.addTasks(
        Array.from({ length: count }, () => ({
          lead: scene.ladder.finance,
          dueOn: '2022-12-30',
          supports: [scene.labour, scene.civil],
        })),
      );
      await scene.office.query(`UPDATE task_support SET receipt_due_on = '2022-09-15'`);
    };
    await add(3);
    const few = await statements.during(() => scene.ladder.turn('2022-09-15 09:00'));
    await add(87);
    expect(await statements.during(() => scene.ladder.turn('2022-09-15 09:05'))).toBe(few);
    expect(await scene.rungs()).toHaveLength(180);
  });

  it('R-44 the migration gives open parts the day of their task, signed ones what the history knows, and can be undone', async () => {
    const [signed, old] = [await scene.addTask(), await scene.addTask()];
    await scene.act(signTask, signed, scene.leadActor);
    await scene.sign(signed, scene.labourActor);
    await scene.office.query(
      `UPDATE task SET receipt_due_on = NULL, effective_due_on = '2022-09-21' WHERE id = $1`,
      [old],
    );
    await scene.ladder.turn('2022-09-20 09:00');
    const migration = new AddSupportReceipts1795305642000();
    const runner = scene.office.dataSource.createQueryRunner();
    await migration.down(runner);
    expect(await scene.ladder.lines()).toEqual(['due 1 提醒 raised']);
    await migration.up(runner);
    await runner.release();
    const dates = async (task: string, unit: string) => {
      const { receiptDueOn, signedAt, receiptDaysLeft } = await scene.part(task, unit);
      return [receiptDueOn, signedAt, receiptDaysLeft];
    };
    expect(await dates(signed, scene.labour)).toEqual([null, '2022-09-15T01:00:00.000Z', null]);
    expect(await dates(signed, scene.civil)).toEqual(['2022-09-19', null, -1]);
    expect(await dates(old, scene.civil)).toEqual([null, null, null]);
    await expect(scene.office.query(`UPDATE escalation SET rung = 9`)).rejects.toThrow();
    expect(
      await scene.office.query(
        `SELECT DISTINCT u.short_name AS name FROM escalation e JOIN unit u ON u.id = e.unit_id`,
      ),
    ).toEqual([{ name: '财政局' }]);
  });
});
