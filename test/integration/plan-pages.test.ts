import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  CampaignView,
  ClauseList,
  DutyList,
  ProjectsView,
  TargetList,
} from '../../apps/server/src/features/campaigns/campaigns.dto.js';
import type { UnitList, UnitRow } from '../../apps/server/src/features/units/units.dto.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
});
afterAll(() => scene.close());

describe('the plan as loaded', () => {
  test('33 units, 20 schools, 3 phases: the page counts what the lists hold', async () => {
    const { counts, phases, documents } = await scene.get<CampaignView>('office', '');
    const units = (await scene.get<UnitList>('office', 'units')).items;
    const { projects, years } = await scene.get<ProjectsView>('office', 'projects');
    const lists = {
      units: units.length,
      duties: (await scene.get<DutyList>('office', 'duties')).items.length,
      clauses: (await scene.get<ClauseList>('office', 'clauses')).items.length,
      targets: (await scene.get<TargetList>('office', 'targets')).items.length,
      projects: projects.length,
    };
    expect(counts).toEqual({ ...lists, tasks: 0, clausesWithTask: 0 });
    expect(lists).toMatchObject({ units: 33, projects: 20 });
    expect(units.filter(({ kind }) => kind === 'township')).toHaveLength(18);
    expect(units.filter(({ namePending }) => namePending)).toHaveLength(18);
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
    expect(phases.map(({ undetermined }) => undetermined)).toEqual([false, false, true]);
    expect(documents.length).toBeGreaterThan(0);
  });

  test('a township’s duties are the list for all townships; a department’s are its own', async () => {
    const duties = async (unit: string) =>
      (await scene.get<DutyList>('office', `duties?unitId=${scene.id(`unit ${unit}`)}`)).items;
    const [finance, township] = [await duties('finance'), await duties('township-07')];
    expect(new Set(finance.map(({ unit }) => unit?.shortName))).toEqual(new Set(['财政局']));
    expect(new Set(township.map(({ appliesTo }) => appliesTo))).toEqual(new Set(['township']));
    const units = (await scene.get<UnitList>('office', 'units')).items;
    expect(units.find(({ id }) => id === scene.id('unit finance'))?.dutyCount).toBe(finance.length);
    expect(units.find(({ id }) => id === scene.id('unit township-07'))?.dutyCount).toBe(township.length);
  });

  test('R-81 how many tasks hang on the plan is counted among those the reader may see', async () => {
    await scene.addTask({ source: { kind: 'duty', id: scene.id('duty duty-finance-1') }, title: '经费' });
    await scene.addTask({
      source: { kind: 'project', id: scene.id('project school-jiangpo') },
      assign: false,
    });
    const seen = async (who: 'office' | 'supervision' | 'finance' | 'education' | 'police') => {
      const { counts } = await scene.get<CampaignView>(who, '');
      const sum = (items: readonly { taskCount: number }[]) =>
        items.reduce((total, one) => total + one.taskCount, 0);
      return [
        counts.tasks,
        counts.clausesWithTask,
        sum((await scene.get<DutyList>(who, 'duties')).items),
        sum((await scene.get<ClauseList>(who, 'clauses')).items),
        sum((await scene.get<ProjectsView>(who, 'projects')).projects),
      ];
    };
    expect(await seen('office')).toEqual([2, 2, 1, 2, 1]);
    expect(await seen('supervision')).toEqual([2, 2, 1, 2, 1]);
    expect(await seen('finance')).toEqual([1, 1, 1, 1, 0]);
    expect(await seen('education')).toEqual([1, 1, 1, 1, 0]);
    expect(await seen('police')).toEqual([0, 0, 0, 0, 0]);
  });

  test('R-94 a due date in a year without a notice is warned about', async () => {
    expect((await scene.get<CampaignView>('office', '')).warnings).toEqual([]);
    const task = await scene.addTask({ dueOn: '2027-01-15' as never });
    expect(task.provisionalDue).toBe(true);
    expect((await scene.get<CampaignView>('office', '')).warnings[0]).toContain('2027年1月15日');
    expect((await scene.get<CampaignView>('police', '')).warnings).toEqual([]);
  });
});

describe('renaming a unit', () => {
  const unit = async (entry: string): Promise<UnitRow> => {
    const { items } = await scene.get<UnitList>('office', 'units');
    const row = items.find(({ id }) => id === scene.id(`unit ${entry}`));
    if (!row) throw new Error(`no ${entry}`);
    return row;
  };
  const rename = (row: UnitRow, body: object) =>
    scene.call<UnitRow>('office', 'PATCH', `units/${row.id}`, { body: { version: row.version, ...body } });

  test('a placeholder gets its real name; a later name keeps the former as an alias', async () => {
    const before = await unit('township-01');
    const first = await rename(before, { name: ' 青屏街道办事处 ', shortName: '青屏街道' });
    expect(first.body).toMatchObject({
      name: '青屏街道办事处',
      shortName: '青屏街道',
      namePending: false,
      aliases: before.aliases,
    });
    const second = await rename(first.body, { name: '青屏街道' });
    expect(second.body.aliases).toContain('青屏街道办事处');
    expect(second.body).toMatchObject({ shortName: '青屏街道', version: before.version + 2 });
  });

  test('stale: 409 with the current row', async () => {
    const row = await unit('township-02');
    await rename(row, { name: '新华路街道' });
    const stale = await rename(row, { name: '别的名字' });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'stale_version', current: { name: '新华路街道' } },
    });
  });

  test('a name or alias of another unit is refused; two that want one name at once: one gets it', async () => {
    const row = await unit('township-03');
    for (const name of ['财政局', '市财政局'])
      expect(await rename(row, { name })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/name' }] },
      });
    const [one, two] = [await unit('township-04'), await unit('township-05')];
    const answers = await Promise.all([rename(one, { name: '米村镇' }), rename(two, { name: '米村镇' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test.each([
    [{ name: '' }],
    [{ name: '   ' }],
    [{ name: null }],
    [{}],
    [{ name: '米'.repeat(51) }],
    [{ name: '镇', shortName: '' }],
    [{ name: '镇', version: 99_999_999_999 }],
  ])('%j is malformed', async (body) => {
    expect((await rename(await unit('township-06'), body)).status).toBe(400);
  });

  test('an unknown unit is 404', async () => {
    const row = await unit('township-06');
    expect((await rename({ ...row, id: scene.campaignId }, { name: '镇' })).status).toBe(404);
  });
});
