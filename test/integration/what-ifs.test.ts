import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stageNames } from '#indicator-engine';
import type { Cell } from '../../apps/server/src/features/indicators/files/cell.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import {
  measureNames,
  valueText,
} from '../../apps/server/src/features/indicators/projection/comparison-sheet.js';
import type {
  Comparison,
  ProjectionView,
  YearSections,
} from '../../apps/server/src/features/indicators/projection/projection.dto.js';
import { emptyProject } from '../../apps/server/src/features/indicators/projection/what-if-content.dto.js';
import type {
  WhatIfList,
  WhatIfView,
} from '../../apps/server/src/features/indicators/projection/what-ifs.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { changedTables, tableContents } from '../support/table-contents.js';
import { limits } from '../support/workbooks.js';
import { type Answer, type Who, XinmiScene } from '../support/xinmi-scene.js';

const schools = tableSchools(12, 7);
const codeOf = (index: number): string => schools[index]?.code ?? '';
let scene: XinmiScene;

beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());

const made = async (name: string, more: object = {}): Promise<WhatIfView> => {
  const { status, body, text } = await scene.call<WhatIfView>('office', 'POST', 'what-ifs', {
    body: { name, ...more },
  });
  if (status !== 201) throw new Error(text);
  return body;
};
const changed = (who: Who, whatIf: WhatIfView, more: object): Promise<Answer<WhatIfView & Fault>> => {
  const { id, version, name, dataSet, goalYear, enrolment, projects } = whatIf;
  const body = { version, name, dataSetId: dataSet.id, goalYear, enrolment, projects, ...more };
  return scene.call(who, 'PATCH', `what-ifs/${id}`, { body });
};
interface Fault {
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const newSchool = {
  ...emptyProject,
  name: '新建小学',
  school: '9900009999',
  founding: true,
  kind: 'primary',
  opensIn: 2024,
  placesPrimary: 900,
  roomArea: '4500',
  intake: [{ from: codeOf(0), stage: 'primary', students: 50 }],
};
const more = { year: 2023, school: null, stage: 'primary', kind: 'percent', value: '10' };

describe('what-ifs', () => {
  test('R-69 are named copies: whatever is done to them, no other row changes and the board says the same', async () => {
    for (const who of ['office', 'supervision', 'education', 'finance'] as const) await scene.cookie(who);
    const { dataSource } = scene.server;
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board');
    const before = await tableContents(dataSource);
    const original = await made('规划');
    const filled = await changed('supervision', original, { enrolment: [more], projects: [newSchool] });
    expect([filled.status, filled.body.version]).toEqual([200, 2]);
    const copy = await made('若晚一年', { copyOf: original.id });
    expect(copy.projects).toEqual(filled.body.projects);
    const late = await changed('education', copy, { projects: [{ ...newSchool, opensIn: 2025 }] });
    expect(late.status).toBe(200);
    await scene.get('finance', `what-ifs/${copy.id}/projection`);
    await scene.get('finance', `what-ifs/comparison?ids=${original.id},${copy.id}`);
    const gone = await scene.call('office', 'POST', `what-ifs/${copy.id}/withdrawal`, {
      body: { version: 2 },
    });
    expect(gone.status).toBe(204);
    expect(changedTables(before, await tableContents(dataSource))).toEqual(['what_if']);
    expect(await scene.get<IndicatorBoard>('office', 'indicators/board')).toEqual(board);
    expect((await scene.get<WhatIfView>('office', `what-ifs/${original.id}`)).projects[0]?.opensIn).toBe(
      2024,
    );
    expect((await scene.call('office', 'GET', `what-ifs/${copy.id}`)).status).toBe(404);
  });

  test('a name belongs to one of them; a withdrawn one gives it back', async () => {
    const first = await made('重名');
    const second = await scene.call<Fault>('office', 'POST', 'what-ifs', { body: { name: ' 重名 ' } });
    expect([second.status, second.body.errors?.[0]?.pointer]).toEqual([422, '/name']);
    await scene.call('office', 'POST', `what-ifs/${first.id}/withdrawal`, { body: { version: 1 } });
    const { items } = await scene.get<WhatIfList>('finance', 'what-ifs');
    expect(items.map(({ name }) => name)).not.toContain('重名');
    await made('重名');
  });

  test('R-63 of two who change the same version one is told', async () => {
    const whatIf = await made('两人');
    const answers = await Promise.all([
      changed('office', whatIf, { goalYear: 2026 }),
      changed('education', whatIf, { goalYear: 2027 }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = await scene.call('office', 'POST', `what-ifs/${whatIf.id}/withdrawal`, {
      body: { version: 1 },
    });
    expect(late.status).toBe(409);
  });

  test('members read them and know that they may not write', async () => {
    const whatIf = await made('只读');
    const { mayWrite } = await scene.get<WhatIfList>('finance', 'what-ifs');
    expect([mayWrite, (await changed('finance', whatIf, {})).status]).toEqual([false, 403]);
    expect((await scene.get<WhatIfList>('education', 'what-ifs')).mayWrite).toBe(true);
  });

  test('all faults come at once, each with its row, and nothing is stored', async () => {
    const whatIf = await made('有错');
    const { status, body } = await changed('office', whatIf, {
      goalYear: 2040,
      enrolment: [
        more,
        { ...more, value: '一成' },
        { ...more, school: '404', kind: 'set', value: '12.5' },
        { year: 2024, school: codeOf(0), stage: 'primary', kind: 'add', value: '-99999' },
      ],
      projects: [
        { ...emptyProject, name: '不全' },
        { ...newSchool, school: codeOf(0), roomArea: '大' },
      ],
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/goalYear', message: '推演到哪一年：应在 2023 至 2037 年之间。' },
      { pointer: '/enrolment/1', message: expect.stringContaining('与第 1 行重复') },
      { pointer: '/projects/1/school', message: `项目第 2 行：学校代码${codeOf(0)}已经存在。` },
      { pointer: '/enrolment/1', message: '学生数第 2 行：“一成”不是数。' },
      { pointer: '/enrolment/2', message: '学生数第 3 行：没有代码为404的学校。' },
      { pointer: '/projects/1', message: '项目第 2 行：“大”不是0以上的数。' },
    ]);
    const fewer = { year: 2024, school: codeOf(0), stage: 'primary', kind: 'add', value: '-99999' };
    const below = await changed('office', whatIf, { goalYear: 2026, enrolment: [fewer] });
    expect(below.body.errors).toEqual([
      { pointer: '/enrolment/0', message: `学生数第 1 行：${schools[0]?.name}2024年在校生将少于0人。` },
    ]);
    expect((await scene.get<WhatIfView>('office', `what-ifs/${whatIf.id}`)).version).toBe(1);
  });
});

describe('the plan’s projects', () => {
  test('are offered with what the plan says, and nothing is invented', async () => {
    const whatIf = await made('方案项目');
    const [first] = whatIf.plan;
    const row = whatIf.offered.find(({ projectId }) => projectId === first?.id);
    expect([whatIf.plan.length, whatIf.offered.length, first?.year]).toEqual([20, 20, 2020]);
    const nothing = { opensIn: null, placesPrimary: null, roomArea: null, school: null, intake: [] };
    expect(row).toMatchObject({ name: first?.school, founding: true, kind: 'primary', ...nothing });
    const { body } = await changed('office', whatIf, { projects: [row] });
    expect(body.offered).toHaveLength(19);
    expect(body.pending[0]).toMatchObject({ row: 0, counted: false });
    expect(body.pending[0]?.missing.slice(0, 3)).toEqual(['学校标识码', '开办年', '小学新增学位']);
  });
});

describe('the projection', () => {
  let whatIf: WhatIfView;
  let view: ProjectionView;
  beforeAll(async () => {
    const empty = await made('看结果');
    const bare = { ...emptyProject, name: '待补项目' };
    ({ body: whatIf } = await changed('office', empty, {
      goalYear: 2026,
      enrolment: [more],
      projects: [newSchool, bare],
    }));
    view = await scene.get<ProjectionView>('finance', `what-ifs/${whatIf.id}/projection`);
  });

  test('begins with the data as they are and goes on to the goal', async () => {
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board?asOf=2022-09-01');
    expect(view.years.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
    const [first, second, third] = view.years;
    const total = first?.stages.reduce(
      (sum, row) => sum + row.met + row.unmet + row.toVerify + row.notApplicable,
      0,
    );
    expect(total).toBe(board.rows[0]?.schoolsTotal);
    const pupils = schools.map(({ students }) => students.primary ?? 0);
    const all = pupils.reduce((sum, each) => sum + each, 0);
    const tenth = pupils.reduce((sum, each) => sum + Math.floor((each * 110 + 50) / 100), 0);
    expect([first?.stages[0]?.pupils, second?.stages[0]?.pupils]).toEqual([all, tenth]);
    expect(third?.opened).toEqual(['新建小学']);
    expect(third?.stages[0]).toMatchObject({
      placesAdded: 900,
      placesUnknown: 0,
      balance: 900 - (tenth - all),
    });
    expect(view.notes[1]).toMatch(/^项目“待补项目”待补：学校标识码、开办年、新增学位；没有计入。$/);
    expect(view.notProjected.join('')).toMatch(/班额（C12）.*不作推演/);
  });

  test('each number is the number of its list; a new school nobody describes is 待核实', async () => {
    for (const { year, stages } of view.years) {
      const list = await scene.get<YearSections>(
        'office',
        `what-ifs/${whatIf.id}/projection/sections?year=${year}`,
      );
      for (const { stage, met, unmet, toVerify } of stages) {
        const count = (verdict: string): number =>
          list.rows.filter((row) => row.stage === stage && row.verdict === verdict).length;
        expect([year, stage, count('met'), count('unmet'), count('to_verify')]).toEqual([
          year,
          stage,
          met,
          unmet,
          toVerify,
        ]);
      }
      const founded = list.rows.find(({ code }) => code === newSchool.school);
      expect(founded?.verdict).toBe(year < 2024 ? undefined : 'to_verify');
    }
    const outside = await scene.call('office', 'GET', `what-ifs/${whatIf.id}/projection/sections?year=2030`);
    expect(outside.status).toBe(404);
  });

  test('R-66 its workbook has the years, coefficients and turns of the page', async () => {
    const [years, coefficients, turns] = await sheets(`what-ifs/${whatIf.id}/projection.xlsx`);
    const expected = view.years.flatMap(({ year, stages }) =>
      stages.map((row) => [
        `${year}`,
        stageNames[row.stage],
        row.met,
        row.unmet,
        row.toVerify,
        row.notApplicable,
        row.pupils,
      ]),
    );
    expect(years?.slice(3, 3 + expected.length).map((row) => row.slice(0, 7))).toEqual(expected);
    const last = view.years.at(-1)?.coefficients.map(({ text }) => text);
    expect(coefficients?.slice(3).map((row) => row.at(-1))).toEqual(last);
    expect(turns?.slice(3).map((row) => [row[0], row[2]])).toEqual(
      view.turns.map(({ year, name }) => [`${year}`, name ?? '全县']),
    );
    expect(view.turns.length).toBeGreaterThan(0);
    expect(years?.[1]?.[0]).toContain('（截至2022年9月1日）');
  });

  test('R-66 a comparison begins with doing nothing, says each difference in words, and its workbook says the same', async () => {
    const copy = await made('看比较', { copyOf: whatIf.id });
    await changed('office', copy, { projects: [{ ...newSchool, opensIn: 2025 }] });
    const path = `what-ifs/comparison${'X'}?ids=${whatIf.id},${copy.id}`;
    const page = await scene.get<Comparison>('finance', path.replace('X', ''));
    expect(page.columns.map(({ name }) => name)).toEqual(['什么都不做', '看结果', '看比较']);
    const balance = page.rows.find(
      (row) => row.year === 2024 && row.stage === 'primary' && row.measure === 'balance',
    );
    const [none, early, late] = balance?.values.map(({ value }) => value ?? 0) ?? [];
    expect([none, (early ?? 0) - (late ?? 0), balance?.differs]).toEqual([0, 900, true]);
    expect(balance?.values[1]?.difference).toMatch(/^多 \d+$/);
    expect(balance?.values[2]?.difference).toMatch(/^少 \d+$/);
    const [sheet] = await sheets(path.replace('X', '.xlsx'));
    expect(sheet?.slice(3, 3 + page.rows.length).map((row) => row.slice(0, 6))).toEqual(
      page.rows.map(({ year, stage, measure, values }) => [
        `${year}`,
        stage === null ? '全县' : stageNames[stage],
        measureNames[measure],
        ...values.map(valueText),
      ]),
    );
    expect((await scene.call('office', 'GET', 'what-ifs/comparison?ids=1')).status).toBe(400);
  });
});

async function sheets(path: string): Promise<(readonly (readonly Cell[])[])[]> {
  const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
    headers: { cookie: await scene.cookie('office') },
  });
  const read = await readSheets('a.xlsx', Buffer.from(await response.arrayBuffer()), limits);
  return read.sheets.map(({ rows }) => rows);
}
