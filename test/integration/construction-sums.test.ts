import { rmSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import fc from 'fast-check';
import type { CommandContext, CommandRuntime } from '../../apps/server/src/command-context.js';
import { UnitOfWork } from '../../apps/server/src/database/unit-of-work.js';
import {
  readProjectTimelines,
  readProjectYears,
  registerProjectCommands,
} from '../../apps/server/src/features/projects/projects.module.js';
import type { ProjectSummary } from '../../apps/server/src/features/projects/project-summary.js';
import type { ConstructionList } from '../../apps/server/src/features/projects/projects.dto.js';
import { expectValid, folder } from '../support/junheng-command.js';
import { ProjectScene } from '../support/project-scene.js';
import { StatementCounter } from '../support/statement-counter.js';
import { XinmiScene } from '../support/xinmi-scene.js';

const statements = new StatementCounter();
let scene: XinmiScene;
let projects: ProjectScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: statements });
  projects = new ProjectScene(scene);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await scene.close();
});

async function command(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const unitOfWork = scene.server.app.get(UnitOfWork);
  const { dataSource } = scene.server;
  const context: CommandContext = {
    print: (line) => lines.push(line),
    complain: () => undefined,
    setExitCode: (code) => lines.push(`exit ${code}`),
    withRuntime: (use) => use({ unitOfWork, dataSource } as unknown as CommandRuntime),
  };
  const program = new Command().exitOverride();
  registerProjectCommands(program, context);
  await program.parseAsync(['node', 'junheng', 'projects', ...words]);
  return lines.join('\n');
}

describe('the plan’s own totals', () => {
  const expected = [
    [2020, 6, 5720, 3410, 9130, '20745.87'],
    [2021, 7, 6975, 4950, 11925, '62063.51'],
    [2022, 3, 2970, 1800, 4770, '16200'],
    [2023, 4, 2700, null, 2700, '17760'],
  ];
  const told = ({ years }: Pick<ProjectSummary, 'years'>) =>
    years.map(({ year, declared }) => {
      const { primary, junior, total } = declared?.places ?? {};
      return [year, declared?.schools, primary, junior, total, declared?.investment];
    });
  const whole = {
    ...{ schools: 20, investment: '116769.38' },
    places: { primary: 18365, junior: 10160, total: 28525 },
    investmentScope: ['2020年不含企业集团投资的学校', '2021年含3个PPP项目'],
  };

  test('stand in the API beside what the projects come to, which nobody knows yet', async () => {
    const { summary, items } = await projects.list();
    expect(told(summary)).toEqual(expected);
    expect(summary.total.declared).toEqual(whole);
    const { sums, difference } = summary.total;
    expect([items.length, sums.projects, sums.unreported, sums.levels.planned]).toEqual([
      20,
      20,
      20,
      {
        ...{ schools: 20, sections: 21, placesUnknown: 20, investment: null, investmentUnknown: 20 },
        places: { primary: null, junior: null, total: null },
      },
    ]);
    expect(difference).toEqual({
      ...{ schools: 0, investment: null },
      places: { primary: null, junior: null, total: null },
    });
  });

  test('come out of the command line, as text and as JSON', async () => {
    const summary = expectValid('project-summary', await command('summary', '--json')) as ProjectSummary;
    expect(told(summary)).toEqual(expected);
    expect(summary.total.declared).toEqual(whole);
    const text = await command('summary');
    expect(text).toContain(
      '方案写明：学校 20 所，学位 28525 个（小学 18365，初中 10160），投资 116769.38 万元',
    );
    expect(text).toContain(
      '计划：学校 20 所，学位 未知 个（小学 未知，初中 未知），投资 未知 万元；20 个项目学位未知；20 个项目中 20 个本月未报送',
    );
    expect(text).toMatch(
      /\n2023年\n {2}方案写明：学校 4 所，学位 2700 个（小学 2700，初中 未写明），投资 17760 万元/,
    );
    expect(await command('summary', '--campaign', 'x', '--json')).toContain('不是创建工作编号');
  });
});

describe('with reports', () => {
  let all: ConstructionList;
  beforeAll(async () => {
    const planned = [{ kind: 'planned' as const, source: 'budget' as const, amount: '3000.5' }];
    const entries = [
      'school-kaiyang-road',
      'school-dongdajie-junior',
      'school-dahong-road',
      'school-pingan-road',
    ];
    for (const [index, entry] of entries.entries()) {
      const junior = entry.includes('junior');
      const places = 1000 + index;
      await projects.facts(entry, {
        ...(junior ? { placesJunior: places } : { placesPrimary: places }),
        ...(index === 3 ? { units: [] } : {}),
        planned: index === 2 ? [] : planned,
      });
    }
    await projects.facts('school-bfsu-affiliated', { placesPrimary: 500 });
    await projects.plan('school-kaiyang-road', { opening: '2021-09-01' });
    const opened = {
      milestones: [
        { milestone: 'opening', day: '2021-09-10' },
        { milestone: 'acceptance', day: '2021-08-30' },
      ],
    };
    await projects.report('education', 'school-kaiyang-road', opened);
    await projects.report('office', 'school-pingan-road', {
      milestones: [{ milestone: 'opening', day: '2022-09-01' }],
    });
    await projects.report('education', 'school-dongdajie-junior', {
      milestones: [{ milestone: 'start', day: '2022-03-01' }],
      amounts: [{ kind: 'paid', source: 'budget', amount: '0' }],
    });
    await projects.plan('school-dahong-road', { start: '2022-08-01' });
    const { id, version } = await projects.view('school-huigou');
    await scene.call('office', 'POST', `construction-projects/${id}/cancellation`, {
      body: { version, reason: '不再改扩建' },
    });
    all = await projects.list();
  });

  test('planned, started, completed and accepted are kept apart, with what is not known', () => {
    const year = all.summary.years.find((one) => one.year === 2021);
    const { levels, projects: count, unreported, cancelled, money } = year?.sums ?? all.summary.total.sums;
    expect([count, unreported, cancelled]).toEqual([6, 3, 1]);
    const told = (['planned', 'started', 'completed', 'accepted'] as const).map((level) => {
      const { schools, places, placesUnknown, investment } = levels[level];
      return [level, schools, places.total, placesUnknown, investment];
    });
    expect(told).toEqual([
      ['planned', 6, 4006, 2, '9001.5'],
      ['started', 3, 3004, 0, '9001.5'],
      ['completed', 2, 2003, 0, '6001'],
      ['accepted', 1, 1000, 0, '3000.5'],
    ]);
    expect(money.paid).toEqual({ total: '0', bySource: { budget: '0' }, unknown: 5 });
    expect(year?.difference).toEqual({
      ...{ schools: -1, investment: '-53062.01' },
      places: { primary: -3970, junior: -3949, total: -7919 },
    });
  });

  test('R-66 for fifty random filters the list, the sums, the workbook and each link of a sum agree', async () => {
    const { items: everything, summary: whole } = all;
    const unitIds = ['none', scene.id('unit finance'), scene.id('unit education'), scene.id('unit police')];
    const filters = fc.sample(
      fc.record(
        {
          year: fc.constantFrom('2020', '2021', '2021,2022', '2023'),
          stage: fc.constantFrom('primary', 'junior'),
          state: fc.constantFrom('planned', 'started,opened', 'cancelled'),
          level: fc.constantFrom('planned', 'started', 'completed', 'accepted'),
          unitId: fc.constantFrom(...unitIds),
          unreported: fc.constant('true'),
          late: fc.constant('true'),
          unknown: fc.constantFrom('places', 'investment'),
          q: fc.constantFrom('路', '曲梁'),
        },
        { requiredKeys: [] },
      ),
      { numRuns: 50, seed: 66 },
    );
    expect(whole.years.reduce((sum, year) => sum + year.sums.projects + year.sums.cancelled, 0)).toBe(
      everything.length,
    );
    for (const filter of filters) {
      const query = new URLSearchParams(filter).toString();
      const { items, summary } = await projects.list(query, 'police');
      const { projects: counted, cancelled, unreported, levels } = summary.total.sums;
      expect([query, counted + cancelled]).toEqual([query, items.length]);
      const parts = summary.years.reduce((sum, year) => sum + year.sums.projects + year.sums.cancelled, 0);
      expect([query, parts]).toEqual([query, items.length]);
      const { stage } = filter;
      const places = items
        .filter(({ state }) => state !== 'cancelled')
        .map(({ places: { primary, junior } }) =>
          stage === 'primary' ? primary : stage === 'junior' ? junior : (primary ?? 0) + (junior ?? 0),
        );
      expect([query, levels.planned.places.total ?? 0]).toEqual([
        query,
        places.reduce<number>((a, b) => a + (b ?? 0), 0),
      ]);
      const linked = await projects.list(new URLSearchParams({ ...filter, unreported: 'true' }).toString());
      expect([query, linked.items.length]).toEqual([query, unreported]);
      expect([query, await schoolsOfWorkbook(query)]).toEqual([query, items.map(({ school }) => school)]);
    }
  });

  async function schoolsOfWorkbook(query: string): Promise<string[]> {
    const cookie = await scene.cookie('police');
    const url = `${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/construction-projects.xlsx?${query}`;
    const book = read(Buffer.from(await (await fetch(url, { headers: { cookie } })).arrayBuffer()));
    expect(book.SheetNames).toEqual(['项目', '节点', '汇总']);
    const [sheet, milestones] = ['项目', '节点'].map((name) =>
      utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false }).slice(3),
    );
    expect(milestones?.length).toBe((sheet?.length ?? 0) * 9);
    return sheet?.map((row) => row[1] ?? '') ?? [];
  }
});

describe('R-89 with a thousand projects', () => {
  const needed = async () => ({
    list: await statements.during(() => projects.list()),
    view: await statements.during(() => projects.view('school-kaiyang-road')),
    years: await statements.during(() => scene.work('office', readProjectYears)),
    timelines: await statements.during(() => scene.work('office', readProjectTimelines)),
  });

  test('list, page, wall and timeline need as many statements as with twenty', async () => {
    await projects.list();
    const few = await needed();
    await scene.query(
      `WITH p AS (INSERT INTO project (campaign_id, id, entry, school, kind, year, stages, clause_id, position)
         SELECT p.campaign_id, gen_random_uuid(), 'more-' || n, '学校' || n, 'new_build', 2020 + n % 4, '{primary}', p.clause_id, n
         FROM project p, generate_series(1, 980) n WHERE p.entry = 'school-shiyan' RETURNING campaign_id, id),
       e AS (INSERT INTO project_entry (campaign_id, project_id, seq, kind, at, on_day, actor_id, actor_name)
         SELECT campaign_id, id, 1, 'plan', '2022-01-04T09:00+08', '2022-01-04', $1, '政府办' FROM p RETURNING 1)
       INSERT INTO project_date (campaign_id, project_id, seq, milestone, kind, version, on_day)
       SELECT campaign_id, id, 1, m, 'planned', 1, '2022-10-01' FROM p, unnest('{start,completion,opening}'::text[]) m`,
      [scene.accountId('office')],
    );
    expect(await needed()).toEqual(few);
    const { years, late } = await scene.work('office', readProjectYears);
    expect([
      years.length,
      years.reduce((sum, year) => sum + year.sums.projects, 0),
      late[0]?.daysLate,
    ]).toEqual([4, 999, 45]);
    const [timeline] = await scene.work('office', readProjectTimelines);
    expect(timeline?.milestones.length).toBe(9);
  });
});
