import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { v7 } from 'uuid';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import { Standards } from '../../apps/server/src/features/indicators/indicators.module.js';
import { tellAskingTasks } from '../../apps/server/src/features/indicators/tell-asking-tasks.js';
import { makeInstances } from '../../apps/server/src/features/recurring/make-instances.js';
import { runRecurringWork } from '../../apps/server/src/features/recurring/recurring.module.js';
import type {
  RecurringPresets,
  RecurringPreview,
  RecurringRuleList,
  RecurringRuleView,
} from '../../apps/server/src/features/recurring/recurring.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { systemActor } from '../../apps/server/src/jobs/system-actor.js';
import { ProjectScene } from '../support/project-scene.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());

const path = 'recurring-rules';
const recurrence = {
  ...{ frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 10 }, roll: 'forward' },
  ...{ firstPeriod: '2022-09', lastPeriod: null as string | null },
};
const rule = (title: string, more: object = {}) => ({
  ...{ title, description: '', recurrence, audience: 'units' },
  unitIds: [scene.id('unit finance'), scene.id('unit education')],
  ...{ createAheadDays: 7, missed: 'all', requiredEvidence: [], priority: 'normal', ...more },
});
const create = async (title: string, more: object = {}): Promise<RecurringRuleView> => {
  const { status, body, text } = await scene.call<RecurringRuleList>('office', 'POST', path, {
    body: { rules: [rule(title, more)] },
  });
  if (status !== 201) throw new Error(text);
  return view(body.items.at(-1)?.id ?? '');
};
const view = (id: string) => scene.get<RecurringRuleView>('office', `${path}/${id}`);
const inWork = <T>(act: Parameters<UnitOfWork['run']>[1]) =>
  scene.server.app
    .get(UnitOfWork)
    .run({ actor: systemActor, campaignId: scene.campaignId }, act) as Promise<T>;
const dates = (one: RecurringRuleView) =>
  one.made.map((made) => `${made.period} ${made.dueOn} ${made.skipped ?? 'task'}`);
const clear = () => scene.query(`UPDATE recurring_rule SET state = 'ended'`);

describe('recurring work', () => {
  test('R-29 R-53 two runs at once make each period and unit once, with one date, and link the tasks', async () => {
    const { id } = await create('经费月报');
    scene.clock.set('2022-09-06 09:00');
    const runs = await Promise.all([
      inWork<{ made: number }>((work) => makeInstances(work)),
      inWork<{ made: number }>((work) => makeInstances(work)),
    ]);
    expect(runs.map(({ made }) => made).toSorted()).toEqual([0, 2]);
    const made = await view(id);
    // 10–12 September were 中秋节.
    expect(dates(made)).toEqual(['2022-09 2022-09-13 task', '2022-09 2022-09-13 task']);
    const task = await scene.get<TaskView>(
      'finance',
      `tasks/${made.made.find((one) => one.unit.id === scene.id('unit finance'))?.taskId}`,
    );
    expect([task.title, task.state, task.recurring]).toEqual([
      '经费月报（2022年9月）',
      'assigned',
      {
        ...{ ruleId: id, title: '经费月报', period: '2022-09' },
        dueText: '2022年9月：2022年9月10日（周六）（中秋节放假）顺延到2022年9月13日（周二）',
        told: null,
      },
    ]);
    await expect(
      scene.query(
        `INSERT INTO recurring_instance (campaign_id, id, rule_id, period, unit_id, due_on, skipped, created_at)
         VALUES ($1, gen_random_uuid(), $2, '2022-09', $3, '2022-09-13', 'x', now())`,
        [scene.campaignId, id, scene.id('unit finance')],
      ),
    ).rejects.toThrow('recurring_instance_once_key');
    await clear();
  });

  test('R-54 a turn claims its slot, makes up for what was missed, and says why it did nothing', async () => {
    scene.clock.set('2022-09-19 09:00');
    const all = await create('台账月报', { recurrence: { ...recurrence, firstPeriod: '2022-10' } });
    const latest = await create('简报', {
      missed: 'latest',
      recurrence: { ...recurrence, firstPeriod: '2022-10' },
    });
    expect([all.made, latest.made]).toEqual([[], []]);
    const turn = () => inWork<boolean>((work) => runRecurringWork(work));
    expect([await turn(), await turn()]).toEqual([true, false]);
    expect((await scene.get<RecurringRuleList>('office', path)).lastRun?.text).toBe(
      '到提前生成日的各期都已生成',
    );
    // The server stood still for three months.
    scene.clock.set('2022-12-20 09:00');
    expect(await turn()).toBe(true);
    const unit = scene.id('unit finance');
    const own = (one: RecurringRuleView) =>
      dates({ ...one, made: one.made.filter((made) => made.unit.id === unit) });
    expect(own(await view(all.id))).toEqual([
      '2022-12 2022-12-12 task',
      '2022-11 2022-11-10 task',
      '2022-10 2022-10-10 task',
    ]);
    const reason = '停机或补建期间错过，按规则只补最近一期';
    expect(own(await view(latest.id))).toEqual([
      '2022-12 2022-12-12 task',
      `2022-11 2022-11-10 ${reason}`,
      `2022-10 2022-10-10 ${reason}`,
    ]);
    await clear();
  });

  test('R-55 an edit shows what stays and what differs, and changes only what is not made', async () => {
    scene.clock.set('2022-12-21 09:00');
    const made = await create('安全月报', { recurrence: { ...recurrence, firstPeriod: '2022-12' } });
    const changed = rule('安全月报', {
      recurrence: { ...recurrence, firstPeriod: '2022-12', on: { kind: 'last_working_day' } },
    });
    const { body } = await scene.call<RecurringPreview>('office', 'POST', `${path}/preview`, {
      body: { ruleId: made.id, rule: changed },
    });
    expect(body.stays.map((one) => one.dueOn)).toEqual(['2022-12-12', '2022-12-12']);
    expect(body.future[0]).toEqual({
      period: '2023-01',
      before: '2023-01-10',
      after: '2023-01-31',
      differs: true,
    });
    expect(body.atOnce).toBe(0);
    const put = (version: number) =>
      scene.call<RecurringRuleView>('office', 'PUT', `${path}/${made.id}`, {
        body: { version, rule: changed },
      });
    expect((await put(1)).status).toBe(200);
    expect((await put(1)).status).toBe(409);
    expect(dates(await view(made.id))).toEqual(['2022-12 2022-12-12 task', '2022-12 2022-12-12 task']);
  });

  test('R-54 periods that pass while a rule is paused are listed as skipped', async () => {
    const made = await create('宣传月报', { recurrence: { ...recurrence, firstPeriod: '2023-01' } });
    const set = (version: number, state: string) =>
      scene.call<RecurringRuleView>('office', 'PUT', `${path}/${made.id}/state`, {
        body: { version, state },
      });
    expect((await set(1, 'paused')).status).toBe(200);
    scene.clock.set('2023-02-06 09:00');
    expect(dates((await set(2, 'active')).body)).toEqual([
      '2023-02 2023-02-10 task',
      '2023-02 2023-02-10 task',
      '2023-01 2023-01-10 规则停用期间，不生成任务',
      '2023-01 2023-01-10 规则停用期间，不生成任务',
    ]);
    await set(3, 'ended');
    expect((await set(4, 'active')).body).toMatchObject({ code: 'wrong_state' });
  });

  test('presets offer a rule for each indicator with data, and units find a faulty rule explained', async () => {
    const { items } = await scene.get<RecurringPresets>('office', `${path}/presets`);
    const [indicators, projects] = items;
    expect(indicators?.rules.length).toBeGreaterThan(15);
    expect(indicators?.rules.every((one) => one.unitIds.length > 0)).toBe(true);
    expect(indicators?.rules[0]?.recurrence).toMatchObject({ monthOffset: 8, on: { day: 20 } });
    // The accounts of the year before were due on 30 June: the next ones are due next year.
    expect(indicators?.rules.find(({ indicatorId }) => indicatorId === 'C14')?.recurrence).toMatchObject({
      monthOffset: 5,
      on: { day: 30 },
      firstPeriod: '2023',
    });
    expect(indicators?.rules.every((one) => one.audience === 'indicator_leads')).toBe(true);
    expect(projects?.rules).toMatchObject([{ audience: 'project_units', unitIds: [] }]);
    const bad = rule('坏规则', {
      recurrence: { ...recurrence, interval: 0, on: { kind: 'day' } },
      unitIds: [],
    });
    const answer = await scene.call<{ errors: { pointer: string }[] }>('office', 'POST', path, {
      body: { rules: [bad] },
    });
    expect([answer.status, answer.body.errors.map((error) => error.pointer)]).toEqual([
      422,
      ['/rules/0/recurrence/interval', '/rules/0/recurrence/on/day', '/rules/0/unitIds'],
    ]);
  });
});

describe('rules for whoever is responsible when an instance is made', () => {
  const made = async (id: string) =>
    (await view(id)).made.map(({ period, unit }) => `${period} ${unit.shortName}`).toSorted();
  const taskOf = async (id: string, unit: string, period: string) => {
    const own = (await view(id)).made.find(
      (one) => one.unit.id === scene.id(`unit ${unit}`) && one.period === period,
    );
    return scene.get<TaskView>('office', `tasks/${own?.taskId}`);
  };
  const run = (now: string) => {
    scene.clock.set(now);
    return inWork((work) => makeInstances(work));
  };

  test('R-54 a unit that gets its first project later reports from that month on; its report shows on the task that asks', async () => {
    scene.clock.set('2023-02-06 09:00');
    const projects = new ProjectScene(scene);
    await projects.facts('school-baoen-street-junior');
    const { id } = await create('项目进度月报', {
      audience: 'project_units',
      unitIds: [],
      recurrence: { ...recurrence, monthOffset: 1, on: { kind: 'day', day: 5 }, firstPeriod: '2022-12' },
    });
    expect([await made(id), (await view(id)).unitCount]).toEqual([[], 2]);
    await run('2023-03-01 09:00');
    await projects.facts('school-yucai-street', {
      units: [{ unitId: scene.id('unit police'), role: 'land' }],
    });
    await run('2023-04-03 09:00');
    expect(await made(id)).toEqual([
      '2023-02 教育局',
      '2023-02 财政局',
      '2023-03 公安局',
      '2023-03 教育局',
      '2023-03 财政局',
    ]);
    await projects.report('education', 'school-baoen-street-junior', { text: '主体施工' });
    const task = await taskOf(id, 'education', '2023-03');
    expect([task.state, task.recurring?.told?.note]).toEqual([
      'assigned',
      '已报送“报恩街初级中学”的建设进度',
    ]);
    for (const [unit, period] of [
      ['education', '2023-02'],
      ['finance', '2023-03'],
    ] as const)
      expect((await taskOf(id, unit, period)).recurring?.told).toBeNull();
    await clear();
  });

  test('R-54 an indicator’s data are asked of the units that lead it then; figures and school data show on their task', async () => {
    scene.clock.set('2023-04-03 09:00');
    const yearly = { ...recurrence, frequency: 'year', monthOffset: 3, on: { kind: 'day', day: 20 } };
    const ask = (indicatorId: string, unit: string) =>
      create(`报送 ${indicatorId}`, {
        ...{ audience: 'indicator_leads', indicatorId, unitIds: [scene.id(`unit ${unit}`)] },
        ...{ createAheadDays: 30, recurrence: { ...yearly, firstPeriod: '2023' } },
      });
    const { id } = await ask('C14', 'finance');
    expect(await made(id)).toEqual(['2023 财政局']);
    const figures = [{ key: 'specialFunds', value: '1200000' }];
    await scene.call('finance', 'POST', 'indicators/figures', { body: { asOf: '2022-12-31', figures } });
    expect((await taskOf(id, 'finance', '2023')).recurring?.told?.note).toMatch(
      /财政局已填报截至2022年12月31日/,
    );
    const leads = (version: number, unit: string) =>
      scene.call('office', 'PUT', 'indicators/responsibilities/C14', {
        body: {
          ...{ version, leadUnitIds: [scene.id(`unit ${unit}`)], supportUnitIds: [], note: '' },
          ...{ dueMonth: 4, dueDay: 20 },
        },
      });
    expect((await leads(0, 'police')).status).toBe(200);
    await run('2023-04-04 09:00');
    expect(await made(id)).toEqual(['2023 公安局', '2023 财政局']);
    expect((await leads(1, 'education')).status).toBe(200);
    await run('2023-04-25 09:00');
    expect(await made(id)).toEqual(['2023 公安局', '2023 财政局']);
    await run('2024-04-01 09:00');
    expect(await made(id)).toEqual(['2023 公安局', '2023 财政局', '2024 教育局']);
    const resources = await ask('C1', 'education');
    const dataSet = { id: v7(), importId: v7(), sha256: '', skipped: 0, classes: 0 };
    await inWork((work) =>
      tellAskingTasks(work, scene.server.app.get(Standards), {
        ...{ ...dataSet, asOf: civilDate('2024-03-01'), fileName: '学校.xlsx' },
      }),
    );
    const told = await taskOf(resources.id, 'education', '2024');
    const other = await taskOf(id, 'education', '2024');
    expect([told.state, other.recurring?.told]).toEqual(['assigned', null]);
    expect(told.recurring?.told?.note).toContain('的学校数据“学校.xlsx”');
    await clear();
  });

  test('the desk is told of presets until they are taken over or dismissed for good', async () => {
    const open = async () => {
      const { items } = await scene.get<RecurringPresets>('office', `${path}/presets`);
      return items.map((preset) => `${preset.id} ${preset.open}`);
    };
    expect(await open()).toEqual(['indicators false', 'projects false']);
    await scene.query(`UPDATE recurring_rule SET audience = 'units', indicator_id = NULL`);
    expect(await open()).toEqual(['indicators true', 'projects true']);
    const body = { id: 'projects' };
    const dismiss = () => scene.call('office', 'POST', `${path}/presets/dismissals`, { body });
    expect([(await dismiss()).status, (await dismiss()).status]).toEqual([204, 204]);
    expect(await open()).toEqual(['indicators true', 'projects false']);
  });
});
