import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { loadPack, packDataDirectory } from '#campaign-pack';
import { v7 } from 'uuid';
import { civilDate } from '#kernel';
import { UnitOfWork, type Work } from '../../apps/server/src/database/unit-of-work.js';
import type { CalendarPreview, CalendarSaved } from '../../apps/server/src/features/calendar/calendar.dto.js';
import type {
  CampaignCalendarView,
  LocalCalendarPreview,
} from '../../apps/server/src/features/calendar/local-calendar.dto.js';
import {
  createCampaign,
  loadPackIntoCampaign,
} from '../../apps/server/src/features/campaigns/campaigns.module.js';
import { createTasks } from '../../apps/server/src/features/tasks/tasks.module.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { planningSlotAt } from '../../apps/server/src/jobs/slots.js';
import { StatementCounter } from '../support/statement-counter.js';
import { XinmiScene } from '../support/xinmi-scene.js';

// All notices are test data: no such notice is known.
const province = {
  ...{ format: 'typed', level: 'province', year: 2026, notice: '测试省通知', publishedOn: '2026-03-01' },
  off: [{ name: '三月三', from: '2026-04-20', to: '2026-04-21' }],
  work: [{ name: '三月三', date: '2026-04-25', notice: '测试省补充通知' }],
};
const takenBack = { ...province, notice: '测试撤回通知', off: [], work: [] };
const county = {
  ...{ format: 'typed', level: 'county', year: 2026, notice: '测试县通知' },
  work: [{ name: '三月三', date: '2026-04-20' }],
};
const tenDays = { kind: 'working_days', count: 10 } as const;

describe('local days of a campaign', () => {
  let scene: XinmiScene;
  const counter = new StatementCounter();
  const elsewhere = v7();
  let other: string;
  beforeAll(async () => {
    scene = await XinmiScene.create('2026-04-13', { logger: counter });
    other = await plantElsewhere();
  });
  afterAll(() => scene.close());

  /** A second campaign with one task, due as the national calendar counts it. */
  async function plantElsewhere(): Promise<string> {
    const { dataSource, app } = scene.server;
    const pack = loadPack(join(packDataDirectory(), 'xinmi'));
    const now = new Date(scene.clock.now());
    await dataSource.transaction(async (manager) => {
      const work = { manager, campaignId: elsewhere, now, newId: () => v7(), actor: null };
      await createCampaign(work, { name: '邻县行动', place: '邻县' });
      await loadPackIntoCampaign(work, pack);
    });
    const [unit] = await scene.query<{ id: string }>(
      `SELECT id FROM unit WHERE campaign_id = $1 AND entry = 'finance'`,
      [elsewhere],
    );
    const item = { ...scene.newTask(), leadUnitId: unit?.id ?? '', supportingUnitIds: [], dueRule: tenDays };
    const [id = ''] = await app
      .get(UnitOfWork)
      .run({ actor: scene.actor('office'), campaignId: elsewhere }, (work) =>
        createTasks(work, { requestId: v7(), assign: true, items: [item as never] }),
      );
    return id;
  }

  const counted = (more: object = {}): Promise<TaskView> =>
    scene.addTask({ dueRule: tenDays, ...more, ...('dueOn' in more ? {} : { dueOn: null }) } as never);
  const view = (task: TaskView) => scene.get<TaskView>('office', `tasks/${task.id}`);
  const preview = (body: object = province) =>
    scene.call<LocalCalendarPreview>('office', 'POST', 'calendar/local-days/preview', { body });
  const confirm = (fingerprint: string, body: object = province) =>
    scene.call<CalendarSaved>('office', 'POST', 'calendar/local-days', { body: { ...body, fingerprint } });
  const enter = async (body: object) => confirm((await preview(body)).body.fingerprint, body);
  const year = (asked = 2026) => scene.get<CampaignCalendarView>('police', `calendar?year=${asked}`);
  const inCampaign = <T>(campaignId: string, read: (work: Work) => T): Promise<T> => {
    const actor = scene.actor('office');
    return scene.server.app
      .get(UnitOfWork)
      .read({ actor, campaignId }, (work) => Promise.resolve(read(work)));
  };

  test('R-30 R-24 R-25 R-29 a province’s days are previewed, move this campaign alone, and are told once a unit', async () => {
    const task = await counted();
    expect(task.dueOn).toBe('2026-04-27');
    const chosen = await scene.addTask({ dueOn: civilDate('2026-04-21') });
    const closed = await scene.walk(
      await counted({ supportingUnitIds: [] }),
      'finance sign',
      'finance submit',
      'office close',
    );
    const { body } = await preview();
    const moved = body.moves.find(({ taskId }) => taskId === task.id);
    expect(moved).toMatchObject({ number: task.number, dueOn: '2026-04-27', newDueOn: '2026-04-28' });
    expect(body.moves.map(({ taskId }) => taskId)).not.toContain(closed.id);
    expect(body.restDays).toMatchObject([{ taskId: chosen.id, reason: '三月三放假，按省级通知测试省通知' }]);
    expect([body.workingDays, body.replaces, body.takesBack]).toEqual([247, null, false]);

    await counted();
    expect((await confirm(body.fingerprint)).body).toMatchObject({ code: 'preview_stale' });
    expect((await view(task)).dueOn).toBe('2026-04-27');
    expect((await enter(province)).body).toEqual({ year: 2026, moved: 2, messages: 2 });

    const after = await view(task);
    expect([after.dueOn, after.effectiveDueOn]).toEqual(['2026-04-28', '2026-04-28']);
    expect(after.dueRule?.skipped).toContainEqual({
      date: '2026-04-20',
      reason: '三月三放假，按省级通知测试省通知',
    });
    expect(after.dueRule?.notices.slice(1)).toEqual(['测试省通知', '测试省补充通知']);
    expect([(await view(closed)).dueOn, (await view(chosen)).dueOn]).toEqual(['2026-04-27', '2026-04-21']);
    const events = await scene.query<object>(
      `SELECT action, note, due_version FROM task_event WHERE task_id = $1 ORDER BY seq DESC LIMIT 1`,
      [task.id],
    );
    expect(events).toEqual([
      {
        action: 'calendar_change',
        note: '根据测试省通知（录入2026年省级放假安排）重新计算期限',
        due_version: 2,
      },
    ]);
    const [neighbour] = await scene.query<object>(`SELECT due_on, due_version FROM task WHERE id = $1`, [
      other,
    ]);
    expect(neighbour).toEqual({ due_on: '2026-04-27', due_version: 1 });
    const told = await scene.query<{ campaign_id: string; subject: string }>(
      `SELECT campaign_id, subject FROM outbox_message WHERE kind = 'calendar_change'`,
    );
    expect(told).toEqual(
      Array(2).fill({
        campaign_id: scene.campaignId,
        subject: '【均衡】2026年省级放假安排录入，2 项任务期限调整',
      }),
    );
    expect((await preview()).body).toMatchObject({ unchanged: true, moves: [] });
  });

  test('R-30 whatever is counted in the campaign goes by its calendar, without one statement more', async () => {
    scene.clock.set('2026-04-17 09:00');
    const task = await counted();
    expect([task.dueOn, task.receiptDueOn]).toEqual(['2026-05-07', '2026-04-23']);
    const noon = Date.parse('2026-04-20T12:00:00+08:00');
    const isOpen = ({ calendar }: Work) => planningSlotAt(calendar, noon) !== undefined;
    expect([await inCampaign(scene.campaignId, isOpen), await inCampaign(elsewhere, isOpen)]).toEqual([
      false,
      true,
    ]);
    const there = await counter.during(() => inCampaign(scene.campaignId, () => undefined));
    expect(there).toBe(await counter.during(() => inCampaign(elsewhere, () => undefined)));
    scene.clock.set('2026-04-13 09:00');
  });

  test('R-30 a county’s notice prevails over the province’s; every member sees both, set apart from the national days', async () => {
    expect((await preview(county)).body.moves.map(({ newDueOn }) => newDueOn)).toContain('2026-04-27');
    await enter(county);
    const { days, nationalWorkingDays, workingDays, local } = await year();
    expect(days.some(({ date }) => date === '2026-04-20')).toBe(false);
    expect([nationalWorkingDays, workingDays]).toEqual([248, 248]);
    expect(local.map(({ level, notice, enteredBy }) => [level, notice, enteredBy])).toEqual([
      ['province', '测试省通知', '姓名office'],
      ['county', '测试县通知', '姓名office'],
    ]);
    expect(local[0]?.days.map(({ date, notice, overriddenBy }) => [date, notice, overriddenBy])).toEqual([
      ['2026-04-20', '测试省通知', 'county'],
      ['2026-04-21', '测试省通知', null],
      ['2026-04-25', '测试省补充通知', null],
    ]);
  });

  test('R-30 R-94 an empty set takes the days back after a preview; there must be some, and a national year is never empty', async () => {
    const { body } = await preview(takenBack);
    expect(body).toMatchObject({ takesBack: true, replaces: '测试省通知', workingDays: 248 });
    await enter(takenBack);
    const { local, workingDays } = await year();
    expect(local.map(({ level, days }) => [level, days.length])).toEqual([
      ['province', 0],
      ['county', 1],
    ]);
    expect(workingDays).toBe(248);
    const dates = await scene.query<{ due: string }>(
      `SELECT DISTINCT due_on AS due FROM task WHERE campaign_id = $1 AND due_rule IS NOT NULL AND state <> 'closed'
       ORDER BY 1`,
      [scene.campaignId],
    );
    expect(dates.map(({ due }) => due)).toEqual(['2026-04-27', '2026-05-06']);
    expect((await preview(takenBack)).body).toMatchObject({ code: 'rule_refused' });
    await enter({ ...county, work: [] });
    const national = { format: 'typed', year: 2027, notice: '测试通知', off: [], work: [] };
    const empty = await scene.call('admin', 'POST', '/api/v1/calendar/preview', { body: national });
    expect(empty.body).toMatchObject({ code: 'calendar_year_empty' });
  });

  test('R-30 R-24 a national notice is previewed in each campaign with its own days on top', async () => {
    await scene.query(`UPDATE task SET state = 'cancelled'`);
    scene.clock.set('2026-12-29 09:00');
    const yaml =
      'year: 2027\nnotice: 测试县通知二\noff:\n  - { name: 停工, from: 2027-01-04, to: 2027-01-04 }\n';
    expect((await enter({ format: 'yaml', level: 'county', text: yaml })).status).toBe(200);
    const task = await counted({ dueRule: { kind: 'working_days', count: 4 } });
    expect([task.dueOn, task.provisionalDue]).toEqual(['2027-01-05', true]);
    const national = {
      ...{ format: 'typed', year: 2027, notice: '测试国家通知' },
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      work: [{ name: '元旦', date: '2027-01-09' }],
    };
    const answer = await scene.call<CalendarPreview>('admin', 'POST', '/api/v1/calendar/preview', {
      body: national,
    });
    expect(answer.body.campaigns[0]?.moves).toMatchObject([{ dueOn: '2027-01-05', newDueOn: '2027-01-06' }]);
    const saved = await scene.call<CalendarSaved>('admin', 'POST', '/api/v1/calendar', {
      body: { ...national, fingerprint: answer.body.fingerprint },
    });
    expect(saved.body).toMatchObject({ moved: 1 });
    expect((await view(task)).dueOn).toBe('2027-01-06');
    const wrong = await preview({
      ...county,
      year: 2027,
      notice: ' ',
      work: [{ name: '补', date: '2029-01-01' }],
    });
    expect(wrong.body).toMatchObject({
      code: 'rule_refused',
      errors: [{ pointer: '/notice' }, { pointer: '/off' }],
    });
  });
});
