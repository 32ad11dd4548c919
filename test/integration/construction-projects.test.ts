import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fingerprintOf, loadPack, packDataDirectory } from '#campaign-pack';
import { loadPackIntoCampaign } from '../../apps/server/src/features/campaigns/campaigns.module.js';
import type { ConstructionView } from '../../apps/server/src/features/projects/projects.dto.js';
import type { MilestoneChainView } from '../../apps/server/src/features/projects/milestone-chain.dto.js';
import { ProjectScene, type Refusal } from '../support/project-scene.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
let projects: ProjectScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  projects = new ProjectScene(scene);
});
afterAll(() => scene.close());

const course = (view: ConstructionView, id: string) => {
  const found = view.milestones.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('what is known of a project', () => {
  test('starts as the plan says, and what nobody said stays unknown', async () => {
    const view = await projects.view('school-wuhumiao');
    expect(view).toMatchObject({
      ...{ school: '五虎庙小学', kind: 'relocation', year: 2023, state: 'planned', added: false },
      ...{ planned: null, arranged: null, paid: null, unreported: true, lastReport: null, opensOn: null },
      ...{ places: { primary: null, junior: null, total: null }, units: [], version: 0 },
    });
    expect(view.clause?.number).toContain('三');
    expect(view.milestones.map(({ name }) => name).join('→')).toBe(
      '立项→用地→规划许可→招标→开工→主体完工→竣工→验收→投用',
    );
  });

  test('is kept with units and their roles, money by source and stage by stage; each change stays readable', async () => {
    const township = scene.id('unit township-01');
    const given = { placesPrimary: 1620, classesPrimary: 36, roomArea: '8100.50', townshipId: township };
    const planned = [
      { kind: 'planned' as const, source: 'budget' as const, amount: '5200.5' },
      { kind: 'planned' as const, source: 'bonds' as const, amount: '3000' },
    ];
    const view = await projects.facts('school-wuhumiao', { ...given, planned });
    expect(view.units.map(({ unit, role }) => `${unit.shortName} ${role}`)).toEqual([
      '财政局 finance',
      '教育局 school',
    ]);
    expect([view.planned, view.money, view.places, view.facts.roomArea, view.facts.sportsArea]).toEqual([
      '8200.5',
      { planned: { budget: '5200.5', bonds: '3000' }, arranged: {}, paid: {} },
      { primary: 1620, junior: null, total: 1620 },
      '8100.5',
      null,
    ]);
    const later = await projects.facts('school-wuhumiao', { ...given, planned: planned.slice(0, 1) });
    expect([later.planned, later.version, later.entries.length]).toEqual(['5200.5', 2, 2]);
    const changes = later.entries.map((entry) =>
      entry.changes.map(({ field, from, to }) => [field, from, to]),
    );
    expect(changes).toEqual([
      [['planned_bonds', '3000', null]],
      [
        ['township', null, view.township?.shortName],
        ['units', null, '财政局（资金）、教育局（办学）'],
        ['placesPrimary', null, '1620'],
        ['classesPrimary', null, '36'],
        ['roomArea', null, '8100.5'],
        ['planned_budget', null, '5200.5'],
        ['planned_bonds', null, '3000'],
      ],
    ]);
  });

  test('is refused with every fault, when it was seen too long ago, and when the plan names it', async () => {
    const body = {
      ...{ version: 2, school: '别名', units: [{ unitId: scene.campaignId, role: 'school' }] },
      ...{ placesJunior: 10, townshipId: scene.id('unit finance'), planned: [] },
    };
    const path = `${projects.path('school-wuhumiao')}/facts`;
    const refused = await scene.call<Refusal>('office', 'PUT', path, { body });
    expect([refused.status, refused.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/units/0/unitId', '/townshipId', '/placesJunior'],
    ]);
    const bare = { version: 1, units: [], planned: [] };
    expect((await scene.call('office', 'PUT', path, { body: bare })).status).toBe(409);
    const renamed = await scene.call<Refusal>('office', 'PUT', path, {
      body: { ...bare, version: 2, school: '别名' },
    });
    expect([renamed.status, renamed.body.errors?.[0]?.pointer]).toEqual([422, '/school']);
  });

  test('survives a plan that is loaded anew, with or without the project; added ones are left alone', async () => {
    const added = await scene.call<ConstructionView>('office', 'POST', 'construction-projects', {
      body: {
        school: '新增小学',
        kind: 'extension',
        year: 2023,
        stages: ['primary'],
        units: [],
        planned: [],
        placesPrimary: 90,
      },
    });
    expect([added.status, added.body.added, added.body.clause]).toEqual([201, true, null]);
    const before = await projects.view('school-wuhumiao');
    const xinmi = loadPack(join(packDataDirectory(), 'xinmi'));
    const load = async (ids: (id: string) => boolean) => {
      const content = { ...xinmi, projects: xinmi.projects.filter(({ id }) => ids(id)) };
      const years = content.projectYears.map((year) => ({
        ...year,
        schools: content.projects.filter((one) => one.year === year.year).length,
      }));
      const pack = { ...content, projectYears: years };
      await scene.work('office', (work) =>
        loadPackIntoCampaign(work, { ...pack, fingerprint: fingerprintOf(pack) }),
      );
    };
    await load((id) => id !== 'school-wuhumiao' && id !== 'school-shiyan');
    const dropped = await projects.view('school-wuhumiao');
    expect([dropped.state, dropped.cancelled, dropped.facts, dropped.entries.length]).toEqual([
      'cancelled',
      '修订后的方案不再列入',
      before.facts,
      2,
    ]);
    expect((await scene.call('office', 'GET', projects.path('school-shiyan'))).status).toBe(404);
    const list = await projects.list();
    expect([list.items.length, list.summary.total.sums.projects, list.summary.total.sums.cancelled]).toEqual([
      20, 19, 1,
    ]);
    await load(() => true);
    expect(await projects.view('school-wuhumiao')).toEqual(before);
    const kept = await scene.get<ConstructionView>('office', `construction-projects/${added.body.id}`);
    expect(kept.places.primary).toBe(90);
    const cancel = await scene.call<ConstructionView>(
      'office',
      'POST',
      `construction-projects/${kept.id}/cancellation`,
      {
        body: { version: kept.version, reason: '并入其他项目' },
      },
    );
    expect([cancel.body.state, cancel.body.cancelled]).toEqual(['cancelled', '并入其他项目']);
  });
});

describe('milestones', () => {
  test('keep every planned day, and a change needs its reason', async () => {
    await projects.plan('school-gangniu', {
      start: '2022-05-01',
      completion: '2022-12-01',
      opening: '2023-02-20',
    });
    const bare = await projects.tryPlan('school-gangniu', { start: '2022-06-01' });
    expect([bare.status, bare.body.errors]).toEqual([
      422,
      [{ pointer: '/reason', message: '改动已有的计划日期，请写明理由' }],
    ]);
    const same = await projects.tryPlan('school-gangniu', { start: '2022-05-01' });
    expect(same.body.errors?.[0]?.message).toBe('计划日期没有变化');
    const view = await projects.plan(
      'school-gangniu',
      { start: '2022-06-01', completion: '2022-12-01' },
      '征地未完',
    );
    expect(course(view, 'start')).toMatchObject({
      ...{ firstPlanned: '2022-05-01', planned: '2022-06-01', planVersion: 2, late: true },
      ...{ forecast: '2022-09-15', slipFirst: 137, slipPlanned: 106 },
    });
    expect(course(view, 'start').versions.map(({ version, day, reason }) => [version, day, reason])).toEqual([
      [1, '2022-05-01', null],
      [2, '2022-06-01', '征地未完'],
    ]);
    expect([course(view, 'completion').planVersion, view.opensOn, view.openingSlip]).toEqual([
      1,
      '2023-06-06',
      106,
    ]);
  });

  test('are reported by the responsible units and by 政府办, and by nobody else', async () => {
    await projects.facts('school-gangniu', { placesPrimary: 675 });
    const said = {
      milestones: [{ milestone: 'start', day: '2022-08-30', evidence: '施工许可' }],
      text: '已进场',
    };
    const answers = await Promise.all(
      (['police', 'supervision'] as const).map((who) => projects.tryReport(who, 'school-gangniu', said)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    const view = await projects.report('education', 'school-gangniu', said);
    expect([view.state, view.unreported, view.lastReport?.on, view.next?.name]).toEqual([
      'started',
      false,
      '2022-09-15',
      '主体完工',
    ]);
    expect(course(view, 'start')).toMatchObject({
      actual: '2022-08-30',
      slipFirst: 121,
      slipPlanned: 90,
      late: false,
    });
    expect([view.mayReport, (await projects.view('school-gangniu', 'police')).mayReport]).toEqual([
      true,
      false,
    ]);
    const again = await projects.tryReport('education', 'school-gangniu', {
      milestones: [{ milestone: 'start', day: '2022-08-20' }],
    });
    expect([again.status, again.body.errors?.[0]?.pointer]).toEqual([422, '/milestones/0/reason']);
    const corrected = await projects.report('office', 'school-gangniu', {
      milestones: [{ milestone: 'start', day: '2022-08-20', reason: '以开工令为准' }],
      amounts: [
        { kind: 'arranged', source: 'budget', amount: '800' },
        { kind: 'paid', source: 'budget', amount: '0' },
      ],
    });
    expect([
      course(corrected, 'start').actual,
      corrected.arranged,
      corrected.paid,
      corrected.planned,
    ]).toEqual(['2022-08-20', '800', '0', null]);
    expect(corrected.entries[0]?.lines).toEqual([
      '开工：实际2022年8月20日（第 2 次：以开工令为准）',
      '到位（财政）：800 万元',
      '支付（财政）：0 万元',
    ]);
    const wrong = await projects.tryReport('education', 'school-gangniu', {
      milestones: [
        { milestone: 'completion', day: '2022-09-16' },
        { milestone: 'nothing', day: '2022-09-01' },
      ],
      amounts: [{ kind: 'planned', source: 'budget', amount: '1' }],
    });
    expect(wrong.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/milestones/0/day',
      '/milestones/1/milestone',
      '/amounts/0/kind',
    ]);
    expect((await projects.tryReport('education', 'school-gangniu', { text: ' ' })).status).toBe(422);
  });

  test('of everything that was entered nothing can be changed or taken away', async () => {
    for (const table of [
      'project_entry',
      'project_facts',
      'project_unit',
      'project_amount',
      'project_date',
    ]) {
      await expect(scene.query(`UPDATE ${table} SET seq = seq`)).rejects.toThrow();
      await expect(scene.query(`DELETE FROM ${table}`)).rejects.toThrow();
    }
  });

  test('are the campaign’s own when the office says so', async () => {
    await projects.plan('school-gangniu', { approval: '2022-12-01' }, '节点另定');
    const chain = await scene.get<MilestoneChainView>('office', 'project-milestones');
    const { number, milestones } = chain;
    expect(chain.withdrawn).toEqual([]);
    const approvals = chain.used.find(({ milestone }) => milestone === 'approval')?.projects ?? 0;
    expect(approvals).toBeGreaterThan(0);
    const short = await scene.call<Refusal>('office', 'PUT', 'project-milestones', {
      body: { number, taskWorkingDays: 10, milestones: milestones.slice(0, 8) },
    });
    expect([short.status, short.body.errors?.[0]?.message]).toEqual([
      422,
      '须依次各有一个节点表示已开工、已竣工、已验收、已投用',
    ]);
    const fewer = { number, taskWorkingDays: 5, milestones: milestones.slice(4) };
    expect((await scene.call('office', 'PUT', 'project-milestones', { body: fewer })).status).toBe(200);
    expect((await scene.call('office', 'PUT', 'project-milestones', { body: fewer })).status).toBe(409);
    const shorter = await projects.view('school-gangniu');
    expect(shorter.milestones.length).toBe(5);
    expect(shorter.entries[0]?.lines).toEqual([expect.stringMatching(/^立项：计划2022年12月1日/)]);
    const left = await scene.get<MilestoneChainView>('office', 'project-milestones');
    expect(left.withdrawn).toEqual(milestones.slice(0, 4));
    expect(left.used).toContainEqual({ milestone: 'approval', projects: approvals });
    const back = { ...fewer, number: number + 1, milestones };
    expect((await scene.call('office', 'PUT', 'project-milestones', { body: back })).status).toBe(200);
  });
});
