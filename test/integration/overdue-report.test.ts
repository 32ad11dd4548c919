import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { civilDate } from '#kernel';
import { overdueWorkbook } from '#official-documents';
import { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../apps/server/src/command-context.js';
import type { Actor } from '../../apps/server/src/database/actor.js';
import { overdueReport } from '../../apps/server/src/features/reports/overdue-report.js';
import type { OverdueReport } from '../../apps/server/src/features/reports/overdue-report.dto.js';
import { toOverdueSheet } from '../../apps/server/src/features/reports/overdue-sheet.js';
import { registerReportCommands } from '../../apps/server/src/features/reports/reports.module.js';
import { runOverdueReport } from '../../apps/server/src/features/reports/run-overdue-report.js';
import { Office, testConfig } from '../support/office.js';
import { StatementCounter } from '../support/statement-counter.js';

const origin = 'https://jh.example.gov.cn';

interface Sent {
  id: string;
  account_id: string;
  subject: string;
  body: string;
  status: string;
  task_ids: string[];
}

/** Number and working days late of every task, however the report was printed. */
type Figures = [string, number][];

describe('overdue report', () => {
  let office: Office;
  let finance: string;
  let education: string;
  const statements = new StatementCounter();

  beforeEach(async () => {
    office = await Office.open({ now: '2022-09-15 09:00', logger: statements });
    finance = await office.addUnit('市财政局');
    education = await office.addUnit('市教育局');
  });
  afterEach(() => office.close());

  const report = (asOf?: string, actor?: Actor): Promise<OverdueReport> =>
    office.run((work) => overdueReport(work, asOf === undefined ? undefined : civilDate(asOf)), actor);
  const figuresOf = (one: OverdueReport): Figures =>
    one.units.flatMap((unit) =>
      unit.tasks.map((task): [string, number] => [task.number, task.workingDaysLate]),
    );
  const messages = (): Promise<Sent[]> => office.query<Sent>(`SELECT * FROM outbox_message ORDER BY id`);
  const turn = (now: string): Promise<boolean> => {
    office.setNow(now);
    return office.run((work) => runOverdueReport(work, origin));
  };

  async function command(...words: string[]): Promise<{ output: string; exitCode: number }> {
    const lines: string[] = [];
    let exitCode = 0;
    const { dataSource, unitOfWork, clock, time } = office;
    const runtime: CommandRuntime = { config: testConfig(undefined), dataSource, unitOfWork, clock, time };
    const context: CommandContext = {
      print: (line) => void lines.push(line),
      complain: () => undefined,
      setExitCode: (code) => void (exitCode = code),
      withRuntime: (use) => use(runtime),
    };
    const program = new Command();
    registerReportCommands(program, context);
    await program.parseAsync(['report', 'overdue', ...words], { from: 'user' });
    return { output: lines.join('\n'), exitCode };
  }

  it('R-39 after an outage only the latest report is made, the days without one are recorded as skipped', async () => {
    await office.addPerson({ name: '督查', role: 'supervision_office' });
    await office.addTask({ lead: finance, dueOn: '2022-09-08' });
    await turn('2022-09-29 09:00');
    await turn('2022-10-10 09:00');
    expect(await messages()).toHaveLength(2);
    expect(
      await office.query(`SELECT slot, outcome, covered_to IS NOT NULL AS covers FROM job_run ORDER BY slot`),
    ).toEqual([
      { slot: '2022-09-29', outcome: 'done', covers: true },
      { slot: '2022-09-30', outcome: 'skipped', covers: false },
      { slot: '2022-10-08', outcome: 'skipped', covers: false },
      { slot: '2022-10-09', outcome: 'skipped', covers: false },
      { slot: '2022-10-10', outcome: 'done', covers: true },
    ]);
  });

  it('counts from the day after the due date, in working days, per unit and task (R-31)', async () => {
    const late = await office.addTask({ lead: finance, dueOn: '2022-09-08', title: '落实经费' });
    await office.addTask({ lead: finance, dueOn: '2022-09-14' });
    await office.addTask({ lead: education, dueOn: '2022-09-13', state: 'assigned' });
    await office.addTask({ lead: education, dueOn: '2022-09-15' });
    await office.addTask({ lead: education, dueOn: null });
    for (const state of ['draft', 'in_review', 'suspended', 'closed', 'cancelled']) {
      await office.addTask({ lead: education, dueOn: '2022-09-01', state });
    }
    await office.changeTask(late, { action: 'report', state: 'in_progress', note: '已拨付首批' });
    const found = await report();
    expect(found).toMatchObject({
      asOf: '2022-09-15',
      totals: { tasks: 3, units: 2, maxDaysLate: 4 },
      provisional: false,
    });
    expect(found.units.map(({ unit, count, maxDaysLate }) => [unit.name, count, maxDaysLate])).toEqual([
      ['市财政局', 2, 4],
      ['市教育局', 1, 2],
    ]);
    expect(found.units[0]?.tasks[0]).toEqual({
      id: late,
      number: 'JH-0001',
      title: '落实经费',
      state: 'in_progress',
      dueOn: '2022-09-08',
      effectiveDueOn: '2022-09-08',
      originalDueOn: '2022-09-08',
      extensionCount: 0,
      extendedDays: 0,
      workingDaysLate: 4,
      clause: expect.objectContaining({ number: '三（二）1', title: '落实经费', documentTitle: '方案' }),
      lastProgress: '已拨付首批',
      lastProgressAt: '2022-09-15T01:00:00.000Z',
      priority: 'normal',
    });
  });

  it('of a past day says what was so at the end of that day, whatever came later', async () => {
    const task = await office.addTask({ lead: finance, dueOn: '2022-09-06' });
    office.setNow('2022-09-07 23:59');
    await office.changeTask(task, { action: 'report', state: 'in_progress', note: '第一次' });
    office.setNow('2022-09-09 00:00');
    await office.changeTask(task, { action: 'report', state: 'in_progress', note: '第二次' });
    office.setNow('2022-09-13 10:00');
    await office.changeTask(task, { action: 'edit', state: 'in_progress', dueOn: '2022-09-20' });
    office.setNow('2022-09-22 10:00');
    await office.changeTask(task, { action: 'close', state: 'closed' });
    const on = async (day: string): Promise<unknown> =>
      (await report(day)).units.flatMap((unit) =>
        unit.tasks.map((one) => [one.effectiveDueOn, one.workingDaysLate, one.lastProgress]),
      );
    expect(await on('2022-09-06')).toEqual([]);
    expect(await on('2022-09-07')).toEqual([['2022-09-06', 1, '第一次']]);
    expect(await on('2022-09-08')).toEqual([['2022-09-06', 2, '第一次']]);
    expect(await on('2022-09-12')).toEqual([['2022-09-06', 3, '第二次']]);
    expect(await on('2022-09-13')).toEqual([]);
    expect(await on('2022-09-21')).toEqual([['2022-09-20', 1, '第二次']]);
    expect(await on('2022-09-22')).toEqual([]);
  });

  it('refuses a day to come', async () => {
    await expect(report('2022-09-16')).rejects.toMatchObject({ code: 'rule_refused' });
  });

  it('R-94 marks figures counted into a year without a calendar', async () => {
    await office.addTask({ lead: finance, dueOn: '2026-12-30' });
    office.setNow('2027-01-06 09:00');
    expect(await report('2026-12-31')).toMatchObject({ totals: { tasks: 1 }, provisional: false });
    expect(await report()).toMatchObject({ totals: { tasks: 1 }, provisional: true });
  });

  it('R-82 shows a unit its own rows and the offices all', async () => {
    await office.addTasks([
      { lead: finance, dueOn: '2022-09-01' },
      { lead: education, dueOn: '2022-09-01', supports: [finance] },
    ]);
    const actor = (role: Actor['role'], unitId: string | null): Actor => ({
      accountId: '00000000-0000-4000-8000-000000000001',
      name: '某人',
      role,
      unitId,
      unitName: null,
    });
    expect(figuresOf(await report(undefined, actor('head', finance))).map(([number]) => number)).toEqual([
      'JH-0001',
    ]);
    expect(figuresOf(await report(undefined, actor('government_office', finance)))).toHaveLength(2);
    expect(figuresOf(await report(undefined, actor('supervision_office', null)))).toHaveLength(2);
  });

  it('R-66 page, workbook, mail and command line say the same', async () => {
    await office.addPerson({ name: '督查员', role: 'supervision_office' });
    // A seeded scatter of due days over two months, two units.
    const tasks = Array.from({ length: 60 }, (_, index) => ({
      lead: index % 3 === 0 ? education : finance,
      dueOn: `2022-0${8 + (index % 2)}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
    }));
    await office.addTasks(tasks);
    await turn('2022-09-15 08:30');
    const page = await report();
    const expected = figuresOf(page);
    expect(expected.length).toBe(tasks.filter((task) => task.dueOn < '2022-09-15').length);

    const sheetRows = async (content: Buffer): Promise<unknown[][]> => {
      const book = read(content);
      return utils.sheet_to_json<unknown[]>(book.Sheets['逾期任务'] ?? {}, { header: 1 });
    };
    const inRows = (rows: unknown[][]): Figures =>
      rows.filter((row) => typeof row[0] === 'number').map((row) => [String(row[2]), Number(row[6])]);
    const inText = (text: string): Figures =>
      [...text.matchAll(/^\d+\. (JH-\d+) .*\n.*逾期 (\d+) 个工作日/gm)].map((hit) => [
        hit[1] ?? '',
        Number(hit[2]),
      ]);
    const totals = `${page.totals.units} 个单位，${page.totals.tasks} 项任务，最长逾期 ${page.totals.maxDaysLate} 个工作日`;

    const [mail] = await messages();
    const [attachment] = await office.query<{ content: Buffer }>(`SELECT content FROM outbox_attachment`);
    const attached = await sheetRows(attachment?.content ?? Buffer.alloc(0));
    expect(inRows(attached)).toEqual(expected);
    expect(attached.at(-1)).toEqual(['合计', totals]);
    expect(inText(mail?.body ?? '')).toEqual(expected);
    expect(mail?.subject).toBe(`【均衡】逾期任务日报 2022年9月15日：${totals}`);
    expect(mail?.task_ids).toHaveLength(expected.length);
    const downloaded = await overdueWorkbook(toOverdueSheet(page, '新密市创建工作'));
    expect(await sheetRows(downloaded)).toEqual(attached);
    expect(figuresOf(JSON.parse((await command('--json')).output) as OverdueReport)).toEqual(expected);
    expect(inText((await command()).output)).toEqual(expected);
  });

  it('goes to every active supervisor once a working day, with the workbook', async () => {
    const [first, second] = [
      await office.addPerson({ name: '督查甲', role: 'supervision_office' }),
      await office.addPerson({ name: '督查乙', role: 'supervision_office' }),
    ];
    const gone = await office.addPerson({ name: '督查丙', role: 'supervision_office' });
    await office.query(`UPDATE account SET active = false WHERE id = $1`, [gone]);
    await office.addPerson({ name: '政府办', role: 'government_office' });
    await office.addTask({ lead: finance, dueOn: '2022-09-08' });
    expect(await turn('2022-09-15 08:29')).toBe(false);
    expect(await turn('2022-09-15 08:30')).toBe(true);
    expect(await turn('2022-09-15 14:00')).toBe(false);
    expect(new Set((await messages()).map((message) => message.account_id))).toEqual(
      new Set([first, second]),
    );
    expect(await office.query(`SELECT file_name FROM outbox_attachment`)).toEqual(
      Array(2).fill({ file_name: '逾期任务督办表-2022-09-15.xlsx' }),
    );
  });

  it('R-39 after days down only the latest day is reported', async () => {
    await office.addPerson({ name: '督查', role: 'supervision_office' });
    await office.addTask({ lead: finance, dueOn: '2022-09-08' });
    await turn('2022-09-15 08:30');
    await turn('2022-09-21 11:00');
    expect((await messages()).map((message) => message.subject)).toEqual([
      expect.stringContaining('2022年9月15日'),
      expect.stringContaining('2022年9月21日'),
    ]);
  });

  it('R-03 nothing overdue: no message, but the run is on record', async () => {
    await office.addPerson({ name: '督查', role: 'supervision_office' });
    await office.addTask({ lead: finance, dueOn: '2022-09-15' });
    expect(await turn('2022-09-15 08:30')).toBe(true);
    expect(await messages()).toEqual([]);
    expect(await office.query(`SELECT slot, summary FROM job_run`)).toEqual([
      { slot: '2022-09-15', summary: { tasks: 0, units: 0, maxDaysLate: 0, messages: 0 } },
    ]);
  });

  it('T10 what people typed leaves by mail without personal numbers, also in the workbook', async () => {
    await office.addPerson({ name: '督查', role: 'supervision_office' });
    const task = await office.addTask({ lead: finance, dueOn: '2022-09-08', title: '联系 13812345678' });
    await office.changeTask(task, {
      action: 'report',
      state: 'in_progress',
      note: '证件 410183199001011234',
    });
    await turn('2022-09-15 09:05');
    const [attachment] = await office.query<{ content: Buffer }>(`SELECT content FROM outbox_attachment`);
    const text = utils.sheet_to_csv(read(attachment?.content).Sheets['逾期任务'] ?? {});
    expect(`${text}${(await messages())[0]?.body}`).not.toMatch(/(?<![\d-])\d{11}|\d{17}[\dX]/);
    expect(text).toContain('138****5678');
  });

  it('R-89 needs as many statements for 1000 tasks as for 10', async () => {
    await report();
    const tasks = (count: number): { lead: string; dueOn: string }[] =>
      Array.from({ length: count }, () => ({ lead: finance, dueOn: '2022-09-08' }));
    await office.addTasks(tasks(10));
    const few = await statements.during(() => report());
    await office.addTasks(tasks(990));
    expect(await statements.during(() => report())).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });

  it('the command tells what is wrong and ends with 1', async () => {
    expect(await command('--as-of', '2022-02-30')).toMatchObject({ exitCode: 1 });
    expect(await command('--campaign', 'x')).toEqual({ output: 'x 不是创建工作编号。', exitCode: 1 });
    expect(await command('--as-of', '2030-01-01')).toMatchObject({ exitCode: 1 });
  });
});
