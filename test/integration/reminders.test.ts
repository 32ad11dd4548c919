import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import { Office } from '../support/office.js';
import { StatementCounter } from '../support/statement-counter.js';

const origin = 'https://jh.example.gov.cn';

interface Message {
  id: string;
  account_id: string;
  recipient_address: string | null;
  subject: string;
  body: string;
  task_ids: string[];
  status: string;
}

describe('reminders', () => {
  let office: Office;
  let finance: string;
  let education: string;
  let handler: string;
  const statements = new StatementCounter();

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00', logger: statements });
    finance = await office.addUnit('市财政局');
    education = await office.addUnit('市教育局');
    handler = await office.addPerson({ name: '钱承办', role: 'handler', unitId: finance });
  });
  afterEach(() => office.close());

  const turn = (now: string): Promise<boolean> => {
    office.setNow(now);
    return office.run((work) => runReminders(work, origin));
  };
  const messages = (): Promise<Message[]> =>
    office.query<Message>(`SELECT * FROM outbox_message ORDER BY created_at, id`);
  const reminders = async (): Promise<string[]> => {
    const rows = await office.query<{ line: string }>(
      `SELECT rule || ' ' || outcome AS line FROM reminder JOIN task t ON t.id = task_id
       ORDER BY planned_at, t.effective_due_on, t.seq, array_position(ARRAY['before-7', 'before-3', 'before-1', 'before-0'], rule)`,
    );
    return rows.map((row) => row.line);
  };

  it('R-03 writes no message when nothing is due, and still records the run', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-12-30' });
    await office.addTask({ lead: finance, dueOn: null });
    expect(await turn('2022-09-15 09:00')).toBe(true);
    expect(await messages()).toEqual([]);
    expect(await office.query(`SELECT job, slot, summary FROM job_run`)).toEqual([
      {
        job: 'reminders',
        slot: '2022-09-15T09:00',
        summary: { queued: 0, superseded: 0, rungs: 0, messages: 0, late: 0 },
      },
    ]);
  });

  it('R-04 groups late, today and soon into one digest per person, and the same slot adds nothing', async () => {
    const late = await office.addTask({ lead: finance, dueOn: '2022-09-08', title: '落实生均公用经费' });
    const today = await office.addTask({ lead: finance, dueOn: '2022-09-15', title: '报送台账' });
    const soon = await office.addTask({ lead: finance, dueOn: '2022-09-20', title: '拨付建设资金' });
    expect(await turn('2022-09-15 09:00')).toBe(true);
    expect(await turn('2022-09-15 09:04')).toBe(false);
    const [digest, ...others] = await messages();
    expect(others).toEqual([]);
    expect(digest?.task_ids).toEqual([late, today, soon]);
    expect(digest?.subject).toBe('【均衡】任务提醒：1 项已逾期、1 项今天到期、1 项即将到期（2022年9月15日）');
    expect(digest?.body).toBe(
      [
        '钱承办（财政局承办人）：',
        '',
        '截至2022年9月15日（周四），您在“新密市创建工作”中有 3 项任务需要关注：1 项已逾期、1 项今天到期、1 项即将到期。',
        '',
        '一、已逾期（1 项）',
        '1. JH-0001 落实生均公用经费',
        '   期限：2022年9月8日（周四），逾期 4 个工作日',
        '   本单位：牵头；依据：三（二）1',
        '',
        '二、今天到期（1 项）',
        '1. JH-0002 报送台账',
        '   期限：2022年9月15日（周四），今天到期',
        '   本单位：牵头；依据：三（二）1',
        '',
        '三、即将到期（1 项）',
        '1. JH-0003 拨付建设资金',
        '   期限：2022年9月20日（周二），还有 3 个工作日',
        '   本单位：牵头；依据：三（二）1',
        '',
        `查看这些任务：${origin}/outbox/${digest?.id}`,
        '',
        '本邮件由系统自动发出，请勿回复；办理和报告进展请登录系统。',
      ].join('\n'),
    );
  });

  it('R-37 a later slot of the day says only what is new', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-09-20' });
    await turn('2022-09-15 09:00');
    expect(await turn('2022-09-15 09:05')).toBe(true);
    expect(await messages()).toHaveLength(1);
    const assignedLater = await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    await turn('2022-09-15 09:10');
    expect((await messages()).map((message) => message.task_ids)).toEqual([
      [expect.any(String)],
      [assignedLater],
    ]);
  });

  it.each([
    ['before the window', '2022-09-15 08:29'],
    ['after the window', '2022-09-15 18:00'],
    ['on a Saturday', '2022-09-17 10:00'],
    ['on 国庆', '2022-10-03 10:00'],
  ])('R-05 plans nothing %s', async (_, now) => {
    await office.addTask({ lead: finance, dueOn: '2022-09-08' });
    expect(await turn(now)).toBe(false);
    expect(await messages()).toEqual([]);
    expect(await office.query(`SELECT 1 FROM job_run`)).toEqual([]);
  });

  it('R-05 plans on a Saturday that is worked for 国庆', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-10-08' });
    expect(await turn('2022-10-08 08:30')).toBe(true);
    expect(await messages()).toHaveLength(1);
  });

  it('R-08 sends the most severe rule only and records the others as superseded', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    await turn('2022-09-15 09:00');
    expect(await reminders()).toEqual(['before-7 superseded', 'before-3 superseded', 'before-1 queued']);
  });

  it('R-11 two processes in one slot: one digest, one run', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    const both = await Promise.all([turn('2022-09-15 09:00'), turn('2022-09-15 09:00')]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await messages()).toHaveLength(1);
    expect(await office.query(`SELECT 1 FROM job_run`)).toHaveLength(1);
  });

  it('R-14 a changed due date is reminded of again the same day', async () => {
    const task = await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    await turn('2022-09-15 09:00');
    await office.changeTask(task, { action: 'edit', state: 'signed', dueOn: '2022-09-15' });
    await turn('2022-09-15 09:05');
    expect((await messages()).map((message) => message.subject)).toEqual([
      expect.stringContaining('1 项即将到期'),
      expect.stringContaining('1 项今天到期'),
    ]);
  });

  it('R-15 R-84 reaches every contact of lead and open supporting units once, naming the part', async () => {
    const head = await office.addPerson({ name: '孙负责', role: 'head', unitId: finance });
    const supporting = await office.addPerson({
      name: '李承办',
      role: 'handler',
      unitId: education,
      email: null,
    });
    const gone = await office.addPerson({ name: '已离职', role: 'handler', unitId: finance });
    await office.query(`UPDATE account SET active = false WHERE id = $1`, [gone]);
    const done = await office.addUnit('市人社局');
    await office.addPerson({ name: '周承办', role: 'handler', unitId: done });
    const task = await office.addTask({
      lead: finance,
      dueOn: '2022-09-16',
      supports: [education, finance, done],
    });
    await office.query(`UPDATE task_support SET state = 'completed' WHERE unit_id = $1`, [done]);
    await turn('2022-09-15 09:00');
    const all = await messages();
    expect(new Set(all.map((message) => message.account_id))).toEqual(new Set([handler, head, supporting]));
    expect(all).toHaveLength(3);
    expect(all.every((message) => message.task_ids.length === 1 && message.task_ids[0] === task)).toBe(true);
    const bodyOf = (id: string): string => all.find((message) => message.account_id === id)?.body ?? '';
    expect(bodyOf(handler)).toContain('本单位：牵头、配合');
    expect(bodyOf(head)).toContain('孙负责（财政局负责人）');
    expect(bodyOf(supporting)).toContain('本单位：配合；');
    const unaddressed = all.find((message) => message.account_id === supporting);
    expect(unaddressed).toMatchObject({ recipient_address: null, status: 'queued' });
  });

  it.each(['draft', 'in_review', 'suspended', 'closed', 'cancelled'])(
    'T05 says nothing of a task that is %s',
    async (state) => {
      await office.addTask({ lead: finance, dueOn: '2022-09-08', state });
      await turn('2022-09-15 09:00');
      expect(await messages()).toEqual([]);
    },
  );

  it('R-16 what fails after the plan leaves nothing: no slot, no reminder, no message', async () => {
    const failing = await Office.open({ now: '2022-09-15 09:00', fault: 'before-commit:1:throw' });
    try {
      const unit = await failing.addUnit('市财政局');
      await failing.addPerson({ name: '钱承办', role: 'handler', unitId: unit });
      await failing.addTask({ lead: unit, dueOn: '2022-09-16' });
      const attempt = (): Promise<boolean> => failing.run((work) => runReminders(work, origin));
      await expect(attempt()).rejects.toThrow('fault at before-commit');
      const rows = await failing.query(
        `SELECT 1 FROM outbox_message UNION ALL SELECT 1 FROM reminder UNION ALL SELECT 1 FROM job_run`,
      );
      expect(rows).toEqual([]);
      expect(await attempt()).toBe(true);
      expect(await failing.query(`SELECT 1 FROM outbox_message`)).toHaveLength(1);
    } finally {
      await failing.close();
    }
  });

  it('R-37 R-39 after three working days down everything missed comes once, in one digest that says it is late', async () => {
    const dues = ['2022-09-16', '2022-09-19', '2022-09-20', '2022-09-21', '2022-09-22'];
    await turn('2022-09-15 09:00');
    const tasks = await office.addTasks(dues.map((dueOn) => ({ lead: finance, dueOn })));
    await turn('2022-09-21 08:30');
    const [digest, ...others] = await messages();
    expect(others).toEqual([]);
    expect(digest?.task_ids).toEqual(tasks);
    expect(digest?.body).toContain('系统自2022年9月15日之后未运行，本次为补发');
    expect((await reminders()).filter((line) => line.endsWith('queued'))).toEqual([
      'overdue-1 queued',
      'overdue-1 queued',
      'overdue-1 queued',
      'before-0 queued',
      'before-1 queued',
    ]);
    await turn('2022-09-21 08:35');
    expect(await messages()).toHaveLength(1);
  });

  it('the working days of a weekend are no outage', async () => {
    await turn('2022-09-16 17:55');
    await office.addTask({ lead: finance, dueOn: '2022-09-20' });
    await turn('2022-09-19 08:30');
    expect((await messages())[0]?.body).not.toContain('补发');
  });

  it('rehearses on an exercise date without using up the real reminders', async () => {
    await office.addTask({ lead: finance, dueOn: '2022-09-16' });
    office.setNow('2022-08-01 09:00');
    await office.setExercise('2022-09-15');
    expect(await office.run((work) => runReminders(work, origin))).toBe(true);
    expect((await messages()).map((message) => message.status)).toEqual(['rehearsal']);
    office.advanceMs(5 * 60_000);
    expect(await office.run((work) => runReminders(work, origin))).toBe(true);
    expect(await messages()).toHaveLength(1);
    await office.query(`DELETE FROM instance_setting`);
    expect(await turn('2022-09-15 09:00')).toBe(true);
    expect((await messages()).map((message) => message.status).toSorted()).toEqual(['queued', 'rehearsal']);
  });

  it('R-90 needs as many statements for 1000 tasks as for 10', async () => {
    const tasks = (count: number): { lead: string; dueOn: string }[] =>
      Array.from({ length: count }, () => ({ lead: finance, dueOn: '2022-09-08' }));
    // The first turn of a process also loads the calendar.
    await turn('2022-09-15 08:55');
    await office.addTasks(tasks(10));
    const few = await statements.during(() => turn('2022-09-15 09:00'));
    await office.addTasks(tasks(990));
    const many = await statements.during(() => turn('2022-09-15 09:05'));
    expect((await messages()).map((message) => message.task_ids.length)).toEqual([10, 990]);
    expect(many).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
  });

  it('R-43 plans a day of 33 units in one turn, each task of each of them', async () => {
    for (let unit = 0; unit < 33; unit += 1) {
      const id = await office.addUnit(`单位 ${unit}`);
      await office.addPerson({ name: `承办 ${unit}`, role: 'handler', unitId: id });
      await office.addTasks(Array.from({ length: 20 }, () => ({ lead: id, dueOn: '2022-09-13' })));
    }
    await turn('2022-09-15 09:00');
    expect(await messages()).toHaveLength(33);
    expect(await office.query(`SELECT 1 FROM reminder`)).toHaveLength(33 * 20 * 5);
  });
});
