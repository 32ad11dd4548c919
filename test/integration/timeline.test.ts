import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { GateConditions } from '../../apps/server/src/features/timeline/gate-conditions.js';
import type { GateAnswersList, PhaseView } from '../../apps/server/src/features/timeline/phases.dto.js';
import { readPhases } from '../../apps/server/src/features/timeline/phases.js';
import { TimelineSources } from '../../apps/server/src/features/timeline/timeline-sources.js';
import type { TimelineView } from '../../apps/server/src/features/timeline/timeline.dto.js';
import type { TaskPage } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { insertTasks, inventTasks } from '../support/random-tasks.js';
import { type Answer, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
});
afterAll(() => scene.close());

const phases = async (): Promise<PhaseView[]> => (await scene.get<TimelineView>('office', 'timeline')).phases;
const phase = async (name: string): Promise<PhaseView> => {
  const found = (await phases()).find((one) => one.name === name);
  if (!found) throw new Error(`no phase ${name}`);
  return found;
};
const change = (
  method: string,
  { id }: PhaseView,
  what: string,
  body: object,
): Promise<Answer<TimelineView & { detail?: string }>> =>
  scene.call('office', method, `timeline/phases/${id}/${what}`, { body });
const answers = async (name: string): Promise<GateAnswersList['items'][number] | undefined> => {
  const { id } = await phase(name);
  const { items } = await scene.get<GateAnswersList>('supervision', 'timeline/gates');
  return items.find(({ phaseId }) => phaseId === id);
};

describe('the phases of the plan', () => {
  test('three of them, the last 待定, which is never late', async () => {
    const states = (list: readonly PhaseView[]) =>
      list.map(({ name, state, gate }) => [name, state, gate.state]);
    expect(states(await phases())).toEqual([
      ['启动准备', 'past', 'late'],
      ['实施争创', 'now', 'open'],
      ['迎接验收', 'undetermined', 'open'],
    ]);
    scene.clock.set('2024-01-02');
    expect(states(await phases())).toEqual([
      ['启动准备', 'past', 'late'],
      ['实施争创', 'past', 'late'],
      ['迎接验收', 'undetermined', 'open'],
    ]);
    scene.clock.set('2022-09-15');
    expect((await phase('实施争创')).workingDaysToEnd).toBeGreaterThan(200);
  });

  test('the office dates the undetermined one and moves it; the plan’s own dates and every step stay', async () => {
    const last = await phase('迎接验收');
    const dates = { seen: 0, startsOn: '2023-09-01', endsOn: '2023-12-31', reason: '省里已通知评估时间' };
    const set = await change('PUT', last, 'dates', dates);
    expect(set.status).toBe(200);
    expect((await change('PUT', last, 'dates', dates)).status).toBe(409);
    const wrong: [object, string][] = [
      [{ endsOn: '2023-08-31' }, '/endsOn'],
      [{ startsOn: null }, '/startsOn'],
      [{}, '/endsOn'],
    ];
    for (const [more, pointer] of wrong) {
      const refused = await change('PUT', last, 'dates', { ...dates, seen: 1, ...more });
      expect([refused.status, refused.text.includes(pointer)]).toEqual([422, true]);
    }
    const later = { ...dates, seen: 1, endsOn: '2024-03-31', reason: '省级评估推迟' };
    expect((await change('PUT', last, 'dates', later)).status).toBe(200);
    expect(await phase('迎接验收')).toMatchObject({
      state: 'ahead',
      startsOn: '2023-09-01',
      endsOn: '2024-03-31',
      planStartsOn: null,
      planEndsOn: null,
      dates: [
        { number: 2, endsOn: '2024-03-31', reason: '省级评估推迟', name: '姓名office' },
        { number: 1, endsOn: '2023-12-31' },
      ],
    });
    const back = { seen: 2, startsOn: null, endsOn: null, reason: '重新待定' };
    expect((await change('PUT', last, 'dates', back)).status).toBe(200);
    expect((await phase('迎接验收')).state).toBe('undetermined');
  });

  test('other modules read the phases with their gates', async () => {
    const read = await scene.work('office', readPhases);
    expect(read.map(({ gate }) => gate.state)).toEqual(['late', 'open', 'open']);
  });
});

describe('a gate', () => {
  const conditions = [
    { kind: 'tasks', scope: 'phase', ref: null, limit: 50 },
    { kind: 'tasks', scope: 'clause', ref: 'annex-finance', limit: 100 },
    { kind: 'tasks', scope: 'group', ref: '三（一） 统筹协调与经费保障', limit: 100 },
    { kind: 'indicator', scope: 'one', ref: 'C1', limit: null },
    { kind: 'indicator', scope: 'all', ref: null, limit: null },
    { kind: 'projects', scope: 'opened', ref: '2022', limit: 100 },
    { kind: 'ledger', scope: 'open', ref: 'large_class', limit: 0 },
  ];
  beforeAll(() => insertTasks(scene, inventTasks(60, 7)));

  test('holds conditions that the office edits, with their names; a faulty one is refused by its place', async () => {
    const second = await phase('实施争创');
    const faulty = [conditions[0], { kind: 'tasks', scope: 'clause', ref: 'nowhere', limit: 100 }];
    const refused = await change('PUT', second, 'gate', { version: 0, conditions: faulty });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('/conditions/1/ref')]);
    expect((await change('PUT', second, 'gate', { version: 0, conditions })).status).toBe(200);
    expect((await change('PUT', second, 'gate', { version: 0, conditions: [] })).status).toBe(409);
    const { gate } = await phase('实施争创');
    expect(gate.version).toBe(1);
    expect(gate.conditions.map(({ text }) => text)).toEqual([
      '本阶段到期的任务至少 50% 销号',
      expect.stringContaining('的任务全部销号'),
      '“三（一） 统筹协调与经费保障”的任务全部销号',
      expect.stringMatching(/^指标 C1 .+ 达标$/),
      '全部指标达标',
      '2022年建设项目全部建成启用',
      '大班额台账未销号不超过 0 条',
    ]);
  });

  test('R-66 the figures of its task conditions are those of the lists they link to', async () => {
    const found = await answers('实施争创');
    const counted = (found?.answers ?? []).slice(0, 2);
    expect(counted).toHaveLength(2);
    for (const { text, link } of counted) {
      const [, closed, total] = /(\d+)\/(\d+)/.exec(text) ?? [];
      expect(Number(total)).toBeGreaterThan(5);
      const list = await scene.get<TaskPage>('supervision', `${String(link).slice(1)}&limit=200`);
      const done = list.items.filter(({ state }) => state === 'closed');
      expect([done.length, list.total]).toEqual([Number(closed), Number(total)]);
    }
  });

  test('what nobody keeps or knows is 无数据, with the reason', async () => {
    const found = await answers('实施争创');
    const outcomes = found?.answers.slice(2).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['no_data', 'no_data', 'no_data', 'unmet', 'no_data']);
    expect(found?.answers.slice(5).map(({ text, link }) => [text, link])).toEqual([
      ['0/3 个项目已投用', '/projects?year=2022'],
      ['台账里还没有条目', '/ledgers/large_class'],
    ]);
    expect(found).toMatchObject({ noData: 4 });
  });

  test('other features fill the port', async () => {
    scene.server.app.get(GateConditions).register('ledger', (_, questions) =>
      Promise.resolve(
        questions.map(({ condition }) => ({
          outcome: 3 <= (condition.limit ?? 0) ? 'met' : 'unmet',
          text: '未销号 3 条',
          link: '/ledgers?kind=large_class',
        })),
      ),
    );
    expect((await answers('实施争创'))?.answers.at(-1)).toMatchObject({
      outcome: 'unmet',
      text: '未销号 3 条',
    });
  });

  test('only a person of the office passes it, with a note; what lacks needs a reason and leaves its mark', async () => {
    const second = await phase('实施争创');
    const pass = (body: object) => change('POST', second, 'gate/passing', body);
    expect((await pass({ version: 1 })).status).toBe(400);
    expect((await pass({ version: 0, note: '同意' })).status).toBe(409);
    const bare = await pass({ version: 1, note: '同意进入下一阶段' });
    expect([bare.status, bare.text]).toEqual([422, expect.stringContaining('须写明理由')]);
    const passed = await pass({ version: 1, note: '同意进入下一阶段', reason: '缺口列入下阶段办理' });
    expect(passed.status).toBe(200);
    expect((await pass({ version: 1, note: '再次', reason: '再次' })).status).toBe(409);
    const { gate } = await phase('实施争创');
    expect(gate).toMatchObject({ state: 'passed_lacking', passedOn: '2022-09-15' });
    expect(gate.decisions[0]).toMatchObject({
      outcome: 'passed',
      note: '同意进入下一阶段',
      reason: '缺口列入下阶段办理',
      name: '姓名office',
    });
    expect(gate.decisions[0]?.answers).toHaveLength(7);
    expect(gate.decisions[0]?.lacking).toBeGreaterThanOrEqual(6);
    const revoked = await change('POST', second, 'gate/revocation', { note: '误操作' });
    expect(revoked.status).toBe(200);
    expect((await phase('实施争创')).gate).toMatchObject({
      state: 'open',
      decisions: [{ outcome: 'revoked' }, { outcome: 'passed' }],
    });
  });

  test('without conditions a note is enough; before its dates are known nobody passes', async () => {
    const early = await change('POST', await phase('迎接验收'), 'gate/passing', { version: 0, note: '同意' });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('待定')]);
    const first = await change('POST', await phase('启动准备'), 'gate/passing', { version: 0, note: '同意' });
    expect([first.status, first.body.phases[0]?.gate.state]).toEqual([200, 'passed']);
  });

  test('what was set, saved and decided cannot be changed by anybody', async () => {
    for (const table of ['phase_date', 'gate_version', 'gate_decision']) {
      await expect(scene.query(`UPDATE ${table} SET number = 9`)).rejects.toThrow(/append-only/);
      await expect(scene.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    }
  });
});

describe('the course of the tasks', () => {
  test('R-81 a unit’s bars are the tasks of its list, the office’s those of all', async () => {
    for (const who of ['office', 'finance', 'police'] as const) {
      const { tasks } = await scene.get<TimelineView>(who, 'timeline');
      const list = await scene.get<TaskPage>(
        who,
        'tasks?limit=200&state=assigned,signed,in_progress,in_review,suspended,closed',
      );
      const known = new Map(list.items.map((task) => [task.id, [task.standing, task.effectiveDueOn]]));
      expect(tasks.length).toBeGreaterThan(5);
      expect(new Map(tasks.map(({ id, standing, dueOn }) => [id, [standing, dueOn]]))).toEqual(known);
    }
  });

  test('the next deadlines come in order and count working days', async () => {
    const { nextDeadlines } = await scene.get<TimelineView>('office', 'timeline');
    expect(nextDeadlines).toHaveLength(5);
    const days = nextDeadlines.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect(days[0] !== undefined && days[0] >= civilDate('2022-09-15')).toBe(true);
  });

  test('projects come in through their port', async () => {
    const line = { id: 'p1', title: '蒋坡小学', unitName: '教育局', stateName: '在建', link: null };
    const dates = { startsOn: civilDate('2022-03-01'), endsOn: civilDate('2023-08-31') };
    const milestone = { key: 'roof', name: '封顶', dueOn: civilDate('2022-12-01'), doneOn: null };
    scene.server.app
      .get(TimelineSources)
      .register('project', () => Promise.resolve([{ ...line, ...dates, milestones: [milestone] }]));
    const { projects } = await scene.get<TimelineView>('police', 'timeline');
    expect(projects).toEqual([{ ...line, ...dates, milestones: [milestone] }]);
  });
});
