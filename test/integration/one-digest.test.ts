import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { raiseTask } from '../../apps/server/src/features/escalation/raise-task.js';
import {
  type RecipientCheck,
  checkRecipients,
} from '../../apps/server/src/features/notifications/check-recipients.js';
import { withdrawTaskMessages } from '../../apps/server/src/features/notifications/withdraw-task-messages.js';
import { editTask } from '../../apps/server/src/features/tasks/edit-task.js';
import { cancelTask, submitTask, suspendTask } from '../../apps/server/src/features/tasks/tasks.module.js';
import { LadderScene, origin } from '../support/ladder-scene.js';
import { startSmtpSink } from '../support/smtp-sink.js';

interface Message {
  id: string;
  kind: string;
  account_id: string;
  subject: string;
  body: string;
  task_ids: string[];
  status: string;
  last_error: string | null;
}

describe('one digest a person and turn', () => {
  let scene: LadderScene;

  beforeEach(async () => {
    scene = await LadderScene.open({ now: '2022-09-15 09:00' });
  });
  afterEach(() => scene.office.close());

  const messages = (account = scene.people.handler): Promise<Message[]> =>
    scene.office.query<Message>(
      `SELECT * FROM outbox_message WHERE account_id = '${account}' ORDER BY created_at, id`,
    );
  const add = (dueOn: string, state = 'signed'): Promise<string> =>
    scene.office.addTask({ lead: scene.finance, dueOn, state });
  const change = (task: string, set: string) =>
    scene.office.query(`UPDATE task SET ${set} WHERE id = $1`, [task]);
  const check = (message: Message, mayHaveArrived = false): Promise<RecipientCheck | undefined> => {
    const claimed = { ...message, content: null, attempts: 1, may_have_arrived: mayHaveArrived };
    return scene.office.run(async (work) => (await checkRecipients(work, [claimed])).get(message.id));
  };
  const only = async (account?: string): Promise<Message> => {
    const [message, ...others] = await messages(account);
    if (!message || others.length > 0) throw new Error(`${others.length + 1} messages`);
    return message;
  };

  it('R-04 R-08 R-15 names rungs and dates of a morning in one message, each task once', async () => {
    const late = await add('2022-09-14');
    const soon = await add('2022-09-22');
    await scene.wholeTurn('2022-09-15 08:30');
    const digest = await only();
    expect(digest).toMatchObject({ kind: 'reminder_digest', task_ids: [late, soon] });
    expect(digest.subject).toBe('【均衡】任务提醒：1 项提醒、1 项即将到期（2022年9月15日）');
    expect(
      await scene.office.query(
        `SELECT r.outcome, count(*)::int AS count FROM reminder r WHERE r.task_id = $1 AND r.message_id = $2
           AND r.account_id = $3 GROUP BY 1`,
        [late, digest.id, scene.people.handler],
      ),
    ).toEqual([{ outcome: 'superseded', count: 1 }]);
    await scene.wholeTurn('2022-09-15 08:35');
    expect(await messages()).toHaveLength(1);
  });

  it('R-08 a rung reached after the reminders of the morning is told the same day', async () => {
    await add('2022-09-16');
    scene.office.setNow('2022-09-15 08:30');
    await scene.wholeTurn('2022-09-15 08:30');
    const task = await add('2022-12-30');
    await scene.office.run(
      (work) => raiseTask(work, { taskId: task, rung: 1, reason: '县长批示' }),
      scene.actor,
    );
    await scene.wholeTurn('2022-09-15 15:00');
    await scene.wholeTurn('2022-09-15 15:05');
    const [, second, ...others] = await messages();
    expect(others).toEqual([]);
    expect(second).toMatchObject({ task_ids: [task], body: expect.stringContaining('理由：县长批示') });
  });

  it('R-48 R-80 a digest whose only rung was taken back, or whose reader has gone, is withdrawn', async () => {
    const task = await add('2022-09-14');
    await scene.wholeTurn('2022-09-15 09:00');
    const digest = await only();
    expect(await check(digest)).toMatchObject({ address: expect.any(String) });
    for (const [away, back] of [
      [`state = 'closed'`, `state = 'signed'`],
      [`state = 'cancelled'`, `state = 'signed'`],
      [`due_version = 2`, `due_version = 1`],
    ] as const) {
      await change(task, away);
      expect(await check(digest)).toMatchObject({ word: { status: 'withdrawn' } });
      await change(task, back);
    }
    await scene.office.query(`UPDATE account SET active = false WHERE id = $1`, [digest.account_id]);
    expect(await check(digest)).toMatchObject({ word: { status: 'withdrawn' } });
  });

  it('R-48 what still stands of a digest is said anew, and nothing that may have arrived is said twice', async () => {
    const settled = await add('2022-09-14');
    const late = await add('2022-09-14');
    const soon = await add('2022-09-22');
    await scene.wholeTurn('2022-09-15 09:00');
    const digest = await only();
    await change(settled, `state = 'closed'`);
    expect(await check(digest, true)).toMatchObject({ address: expect.any(String) });
    expect(await check(digest)).toEqual({
      word: {
        status: 'withdrawn',
        lastError: '所列 3 项任务中有 1 项已办结、改期或不再由收件人办理，其余的另行汇总',
      },
    });
    await scene.wholeTurn('2022-09-15 09:05');
    const [, renewed, ...others] = await messages();
    expect(others).toEqual([]);
    expect(renewed?.task_ids).toEqual([late, soon]);
  });

  it('R-48 a reminder that yielded to a rung comes back when the rung is settled first', async () => {
    const task = await add('2022-09-22', 'assigned');
    await change(task, `receipt_due_on = '2022-09-14'`);
    await scene.wholeTurn('2022-09-15 09:00');
    const digest = await only();
    expect(digest.subject).toContain('1 项提醒');
    await change(task, `state = 'signed'`);
    expect(await check(digest)).toMatchObject({ word: { status: 'withdrawn' } });
    await scene.wholeTurn('2022-09-15 09:05');
    expect((await messages())[1]?.subject).toContain('1 项即将到期');
  });

  it('R-07 a new date takes its task out of a waiting digest that names others too', async () => {
    const extended = await add('2022-09-16');
    const late = await add('2022-09-14');
    await scene.wholeTurn('2022-09-15 09:00');
    await change(extended, `due_on = '2022-10-31', effective_due_on = '2022-10-31', due_version = 2`);
    await scene.office.run((work) => withdrawTaskMessages(work, extended, '期限已延至2022年10月31日'));
    const digest = await only();
    expect(digest).toMatchObject({
      status: 'withdrawn',
      last_error: '期限已延至2022年10月31日，所列其他任务另行汇总',
    });
    await scene.wholeTurn('2022-09-15 09:05');
    expect((await messages())[1]).toMatchObject({ task_ids: [late], status: 'queued' });
    const kept = await scene.office.query(`SELECT 1 FROM reminder WHERE message_id = $1`, [digest.id]);
    expect(kept).not.toEqual([]);
  });

  it.each([
    ['submitted', submitTask, '任务待审核'],
    ['suspended', suspendTask, '任务已中止'],
    ['cancelled', cancelTask, '任务已撤销'],
  ] as const)(
    'T05 takes the waiting digest of a %s task back in that transaction',
    async (_, step, reason) => {
      const task = await add('2022-09-14');
      const late = await add('2022-09-13');
      await addEducation(scene, '2022-09-14');
      await scene.office.query(
        `INSERT INTO robot (campaign_id, id, channel, name, sealed_address, created_at)
         VALUES ($1, gen_random_uuid(), 'wecom', '督办群', '\\x00', now())`,
        [scene.office.campaignId],
      );
      await scene.wholeTurn('2022-09-15 09:00');
      const groups = () =>
        scene.office.query<Message>(`SELECT * FROM outbox_message WHERE channel = 'wecom' ORDER BY id`);
      expect((await groups())[0]?.body).toBe('涉及 2 个牵头单位、3 项任务：财政局 2 项、教育局 1 项。');
      const actor = step === submitTask ? scene.handler : scene.leader;
      const input = { taskId: task, version: 1, note: '按会议纪要办理' };
      await scene.office.run((work) => step(work, input), actor);
      expect(await messages()).toMatchObject([
        { status: 'withdrawn', last_error: `${reason}，所列其他任务另行汇总` },
      ]);
      const others = '涉及 1 个牵头单位、1 项任务：教育局 1 项。';
      expect(await groups()).toMatchObject([{ status: 'queued', body: others }]);
      await scene.wholeTurn('2022-09-15 09:05');
      expect((await messages())[1]).toMatchObject({ task_ids: [late], status: 'queued' });
      const again = '涉及 1 个牵头单位、1 项任务：财政局 1 项。';
      expect((await groups()).map((one) => one.body)).toEqual([others, again]);
    },
  );

  it('R-07 a due date moved by the office takes the waiting digest back in that transaction', async () => {
    const task = await add('2022-09-14');
    await scene.wholeTurn('2022-09-15 09:00');
    const edit = { version: 1, dueOn: civilDate('2022-10-31'), note: '县政府会议纪要' };
    await scene.office.run((work) => editTask(work, task, edit), scene.leader);
    expect(await only()).toMatchObject({
      status: 'withdrawn',
      last_error: '期限已改为2022年10月31日（周一）',
    });
  });

  it('R-19 R-20 a digest that cannot be composed stops nobody else’s, and administrators hear of it once', async () => {
    const failing = await LadderScene.open({ now: '2022-09-15 09:00', fault: 'digest-composing:1:throw' });
    const sink = await startSmtpSink();
    const delivery = failing.office.delivery(sink.url);
    try {
      const admin = await failing.office.addPerson({ name: '管理员', role: 'supervision_office' });
      await failing.office.query(`UPDATE account SET administrator = true WHERE id = $1`, [admin]);
      await failing.office.addTask({ lead: failing.finance, dueOn: '2022-09-16' });
      await addEducation(failing, '2022-09-16');
      await failing.wholeTurn('2022-09-15 09:00');
      await failing.wholeTurn('2022-09-15 09:05');
      await delivery.deliver(failing.office.campaignId);
      expect(
        await failing.office.query(
          `SELECT a.name, o.kind, o.status, o.last_error FROM outbox_message o JOIN account a ON a.id = o.account_id
           ORDER BY o.id`,
        ),
      ).toEqual([
        {
          name: '钱承办',
          kind: 'reminder_digest',
          status: 'dead',
          last_error: '正文没有生成：fault at digest-composing',
        },
        { name: '李承办', kind: 'reminder_digest', status: 'sent', last_error: null },
        { name: '孙负责', kind: 'reminder_digest', status: 'sent', last_error: null },
        { name: '管理员', kind: 'outbox_alarm', status: 'sent', last_error: null },
      ]);
    } finally {
      delivery.stop();
      await sink.close();
      await failing.office.close();
    }
  });

  it('R-84 R-80 whoever moves to another unit between rung and digest is told of the new unit only', async () => {
    const education = await scene.office.addUnit('市教育局');
    await add('2022-09-14');
    const shared = await scene.office.addTask({
      lead: scene.finance,
      dueOn: '2022-09-16',
      supports: [education],
    });
    await scene.turn('2022-09-15 08:30');
    await scene.office.query(`UPDATE membership SET unit_id = $2 WHERE account_id = $1`, [
      scene.people.handler,
      education,
    ]);
    await scene.wholeTurn('2022-09-15 08:35');
    const digest = await only();
    expect(digest.task_ids).toEqual([shared]);
    expect(await check(digest)).toHaveProperty('address');
  });

  it('R-16 R-47 rungs told by a turn that fails are told by the next', async () => {
    const failing = await LadderScene.open({ now: '2022-09-15 09:00', fault: 'digests-written:1:throw' });
    try {
      await failing.office.addTask({ lead: failing.finance, dueOn: '2022-09-14' });
      await expect(failing.wholeTurn('2022-09-15 09:00')).rejects.toThrow('fault at digests-written');
      expect(await failing.office.query(`SELECT 1 FROM outbox_message`)).toEqual([]);
      await failing.wholeTurn('2022-09-15 09:05');
      expect(await failing.office.query(`SELECT 1 FROM escalation_notice WHERE message_id IS NULL`)).toEqual(
        [],
      );
      const [{ body } = { body: '' }] = await failing.office.query<{ body: string }>(
        `SELECT body FROM outbox_message`,
      );
      expect(body).toContain(origin);
    } finally {
      await failing.office.close();
    }
  });
});

/** Another unit with a person and a task of its own. */
async function addEducation({ office }: LadderScene, dueOn: string): Promise<void> {
  const lead = await office.addUnit('市教育局');
  await office.addPerson({ name: '李承办', role: 'handler', unitId: lead });
  await office.addTask({ lead, dueOn });
}
