import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { Command } from 'commander';
import type { CommandContext, CommandRuntime } from '../../apps/server/src/command-context.js';
import { BusinessTime } from '../../apps/server/src/database/business-time.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import type { DryRunView } from '../../apps/server/src/features/reminders/dry-run.dto.js';
import { registerReminderCommands } from '../../apps/server/src/features/reminders/reminders.module.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import type { ReminderRule } from '../../apps/server/src/features/reminders/reminder-rule.js';
import type {
  RulePreview,
  RuleSetView,
} from '../../apps/server/src/features/reminders/reminder-rules.dto.js';
import type {
  PersonReminders,
  TaskReminders,
} from '../../apps/server/src/features/reminders/reminder-why.dto.js';
import { testConfig } from '../support/office.js';
import { changedTables, tableContents } from '../support/table-contents.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const origin = 'https://jh.example.gov.cn';
const rule = (change: Partial<ReminderRule>): ReminderRule => ({
  name: '规则',
  offsetDays: -3,
  dayKind: 'working',
  recipients: ['handler'],
  sourceKinds: [],
  priorities: [],
  active: true,
  ...change,
});

let scene: XinmiScene;
let taskId: string;

// Each test leaves its rules to the next one; the first finds none.
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
});
afterAll(() => scene.close());

const rules = (): Promise<RuleSetView> => scene.get<RuleSetView>('office', 'reminders/rules');
const put = async (list: readonly ReminderRule[], version?: number) =>
  scene.call<RuleSetView>('office', 'PUT', 'reminders/rules', {
    body: { version: version ?? (await rules()).version, note: '试行', rules: list },
  });
const run = (): Promise<boolean> => scene.work('office', (work) => runReminders(work, origin));
const dryRun = (on: string) => scene.call<DryRunView>('office', 'GET', `reminders/dry-run?on=${on}`);
const keys = async (): Promise<string[]> => {
  const rows = await scene.query<{ key: string }>(
    `SELECT r.task_id || ' ' || r.account_id || ' ' || r.rule_name AS key FROM reminder r WHERE r.outcome = 'queued' ORDER BY 1`,
  );
  return rows.map(({ key }) => key);
};

describe('rules of reminding', () => {
  beforeEach(() => {
    scene.clock.set('2022-09-15 10:00');
  });

  it('R-01 R-02 without rules the default ones hold; a change is versioned, recorded, and cannot be lost', async () => {
    taskId = (await scene.addTask({ dueOn: civilDate('2022-09-22') })).id;
    const before = await rules();
    expect(before).toMatchObject({ version: 0, usingDefaults: true, changes: [] });
    expect(before.rules.map((one) => one.offsetDays)).toEqual([-7, -3, -1, 0, 1]);
    const { body } = await put([rule({ name: '提前三天' }), rule({ offsetDays: 2, active: false })]);
    expect(body).toMatchObject({ version: 1, usingDefaults: false });
    expect(body.changes).toMatchObject([{ version: 1, note: '试行', before: [], after: body.rules }]);
    expect((await put([rule({})], 0)).status).toBe(409);
    await expect(scene.query(`UPDATE reminder_rule_change SET note = ''`)).rejects.toThrow('append-only');
  });

  it('two changes made from one version at the same time: one is kept, the other is told', async () => {
    const { version } = await rules();
    const both = await Promise.all([put([rule({})], version), put([rule({ name: '另一份' })], version)]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  it('R-02 refuses what cannot be meant, naming the place', async () => {
    const twins = await put([rule({}), rule({ name: '又一条' })]);
    expect([twins.status, twins.text]).toEqual([422, expect.stringContaining('/rules/1')]);
    const nobody = await put([rule({ recipients: [] })]);
    expect([nobody.status, nobody.text]).toEqual([400, expect.stringContaining('/rules/0/recipients')]);
  });

  it('the preview says what the next run would send, and writes nothing', async () => {
    await put([rule({ offsetDays: 1 })]);
    const before = await tableContents(scene.server.dataSource);
    const { body } = await scene.call<RulePreview>('office', 'POST', 'reminders/rules/preview', {
      body: { rules: [rule({ offsetDays: -5, recipients: ['handler', 'lead_head', 'government_office'] })] },
    });
    expect(changedTables(before, await tableContents(scene.server.dataSource))).toEqual([]);
    expect(body).toEqual({
      on: '2022-09-15',
      current: { messages: 0, reminders: 0 },
      proposed: { messages: 4, reminders: 4 },
    });
  });

  it('R-09 the dry run of a day is what its run then records, writes nothing, and knows the days between', async () => {
    await put([
      rule({ name: '五', offsetDays: -5 }),
      rule({ offsetDays: -3, recipients: ['lead_head'] }),
      rule({ name: '二', offsetDays: -2 }),
    ]);
    const before = await tableContents(scene.server.dataSource);
    const foreseen = new Map<string, string[]>();
    for (const on of ['2022-09-15', '2022-09-16', '2022-09-17', '2022-09-19', '2022-09-20']) {
      const { body } = await dryRun(on);
      foreseen.set(
        on,
        body.messages.flatMap((one) =>
          one.tasks.map((task) => `${task.id} ${one.accountId} ${task.ruleName}`),
        ),
      );
    }
    expect(changedTables(before, await tableContents(scene.server.dataSource))).toEqual([]);
    expect([...foreseen.values()].map((list) => list.length)).toEqual([1, 0, 0, 1, 1]);
    for (const on of foreseen.keys()) {
      const known = await keys();
      scene.clock.set(`${on} 10:00`);
      await run();
      expect((await keys()).filter((key) => !known.includes(key))).toEqual(foreseen.get(on)?.toSorted());
    }
    expect((await dryRun('2022-09-14')).status).toBe(422);
    expect((await dryRun('2022-02-30')).status).toBe(400);
  });

  it('R-09 the command line says the same', async () => {
    const lines: string[] = [];
    const { dataSource } = scene.server;
    const runtime: CommandRuntime = {
      config: testConfig(undefined),
      dataSource,
      unitOfWork: scene.server.app.get(UnitOfWork),
      clock: scene.clock,
      time: scene.server.app.get(BusinessTime),
    };
    const context: CommandContext = {
      print: (line) => void lines.push(line),
      complain: () => undefined,
      setExitCode: () => undefined,
      withRuntime: (use) => use(runtime),
    };
    const program = new Command('junheng');
    registerReminderCommands(program, context);
    await program.parseAsync(['reminders', 'dry-run', '--on', '2022-09-16', '--json'], { from: 'user' });
    expect(JSON.parse(lines.join('\n'))).toEqual((await dryRun('2022-09-16')).body);
  });

  it('R-09 for a task: what was sent, held, suppressed and why, and what comes by which rule', async () => {
    scene.clock.set('2022-09-20 10:00');
    const active = [
      rule({ name: '当天', offsetDays: 0 }),
      rule({ name: '停用的', offsetDays: 1, active: false }),
    ];
    await put([rule({ name: '提前五天', offsetDays: -5 }), ...active]);
    const body = await scene.get<TaskReminders>('office', `reminders/tasks/${taskId}`);
    expect(body.coming.map(({ on, ruleName, outcome, reason }) => [on, ruleName, outcome, reason])).toEqual([
      ['2022-09-22', '当天', 'planned', null],
      ['2022-09-23', '停用的', 'suppressed', '这条规则已停用'],
    ]);
    expect(body.past.map(({ on, outcome }) => [on, outcome])).toEqual([
      ['2022-09-20', 'held'],
      ['2022-09-19', 'held'],
      ['2022-09-15', 'held'],
    ]);
    await scene.query(`UPDATE outbox_message SET status = 'dead', last_error = '550 没有这个邮箱'`);
    const later = await scene.get<TaskReminders>('finance', `reminders/tasks/${taskId}`);
    expect(later.past[0]).toMatchObject({ outcome: 'failed', reason: '550 没有这个邮箱' });
    await scene.query(`UPDATE account SET email = NULL WHERE id = $1`, [scene.accountId('finance')]);
    const unreachable = await scene.get<TaskReminders>('office', `reminders/tasks/${taskId}`);
    expect(unreachable.coming[0]).toMatchObject({ outcome: 'suppressed' });
    await scene.query(`UPDATE task SET state = 'suspended' WHERE id = $1`, [taskId]);
    const resting = await scene.get<TaskReminders>('office', `reminders/tasks/${taskId}`);
    expect(resting.note).toContain('已中止');
    expect(resting.coming.every((row) => row.outcome === 'suppressed')).toBe(true);
  });

  it('R-09 for a person: the offices see all, an administrator no titles, others only themselves', async () => {
    const of = (who: Who, person: Who) =>
      scene.call<PersonReminders>(who, 'GET', `reminders/people/${scene.accountId(person)}`);
    expect((await of('office', 'finance')).body.past[0]?.task.title).not.toBeNull();
    expect((await of('finance', 'finance')).body.past[0]?.task.title).not.toBeNull();
    expect((await of('admin', 'finance')).body.past[0]?.task.title).toBeNull();
    expect((await of('finance', 'financeHead')).status).toBe(404);
  });
});
