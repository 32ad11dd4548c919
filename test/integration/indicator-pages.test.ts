import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadStandards, standardsDirectory } from '#campaign-pack';
import {
  type CountyResult,
  evaluateCounty,
  exampleCosts,
  resourceIndicators,
  type SchoolRecord,
  showRatio,
  standardAsOf,
  stages,
  verdictNames,
} from '#indicator-engine';
import { civilDate } from '#kernel';
import type {
  IndicatorBoard,
  SchoolMatrix,
  SchoolView,
} from '../../apps/server/src/features/indicators/indicators.dto.js';
import { planRemedy } from '../../apps/server/src/features/indicators/plan-remedy.js';
import type { RemedyView } from '../../apps/server/src/features/indicators/remedy.dto.js';
import type { Cell } from '../../apps/server/src/features/indicators/files/cell.js';
import { readSchools } from '../../apps/server/src/features/indicators/files/read-schools.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type { DataSetRow } from '../../apps/server/src/features/indicators/school-imports.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { StatementLog } from '../support/statement-log.js';
import { limits } from '../support/workbooks.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const log = new StatementLog();
const csv = schoolCsv(tableSchools(30, 11), { 4: { 教学及辅助用房面积: '' } });
let scene: XinmiScene;
let dataSet: DataSetRow;
let read: readonly SchoolRecord[];
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: log });
  dataSet = await importSchools(scene, { bytes: csv });
  read = (await readSchools((await readSheets('学校.csv', csv)).sheets)).accepted;
});
afterAll(() => scene.close());

/** What a script that imports the engine gets. */
function direct(schools: readonly SchoolRecord[], asOf = '2022-09-15'): CountyResult {
  const standard = standardAsOf(loadStandards(standardsDirectory()), 'xinmi', civilDate(asOf));
  const county = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };
  return evaluateCounty({ schools, classes: null, county }, standard);
}

describe('the indicator board', () => {
  test('has 31 indicators and 社会认可度 and says exactly what the engine says', async () => {
    const board = await scene.get<IndicatorBoard>('finance', 'indicators/board');
    const result = direct(read);
    expect(board.rows.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 31 }, (_, index) => `C${index + 1}`),
      'approval',
    ]);
    expect(board).toMatchObject({
      dataSet: { id: dataSet.id },
      asOf: '2022-09-15',
      verdict: result.verdict,
      localVerdict: result.localVerdict,
      reasons: result.reasons,
      fingerprint: result.fingerprint,
    });
    for (const own of result.indicators) {
      expect(board.rows.find(({ id }) => id === own.indicator)).toMatchObject({
        verdict: own.verdict,
        localVerdict: own.localVerdict,
        schoolsTotal: own.schools.length,
      });
    }
    for (const id of resourceIndicators) {
      const unmet = result.sections.filter(({ indicators }) => indicators[id].verdict === 'unmet').length;
      expect(board.rows.find((row) => row.id === id)).toMatchObject({
        schoolsUnmet: unmet,
        schoolsTotal: result.sections.length,
      });
    }
    expect(board.vetoes).toHaveLength(result.vetoes.length);
    const { met, unmet, noData, notApplicable, error } = board.counts;
    expect(met + unmet + noData + notApplicable + error).toBe(32);
  });

  test('names responsible units through the names of the campaign, and keeps unknown names', async () => {
    const { rows } = await scene.get<IndicatorBoard>('office', 'indicators/board');
    const row = (id: string) => rows.find((each) => each.id === id);
    expect(row('C1')).toMatchObject({
      leadUnits: [{ shortName: '教育局' }],
      supportUnits: [{ shortName: '人社局' }],
      leadNames: [],
    });
    expect(row('C17')).toMatchObject({ leadUnits: [], leadNames: ['编办'] });
    await scene.query(`INSERT INTO unit_alias (campaign_id, unit_id, alias) VALUES ($1, $2, '编办')`, [
      scene.campaignId,
      scene.id('unit personnel'),
    ]);
    const renamed = await scene.get<IndicatorBoard>('office', 'indicators/board');
    expect(renamed.rows.find(({ id }) => id === 'C17')).toMatchObject({
      leadUnits: [{ shortName: '人社局' }],
      leadNames: [],
    });
  });
});

test('R-66 the board’s workbook has its 32 rows with the same figures and units', async () => {
  const board = await scene.get<IndicatorBoard>('office', 'indicators/board');
  const rows = (await workbookRows('indicators/board.xlsx')).slice(3);
  expect(rows.map((row) => [row[1], row[2], row[4], row[6]])).toEqual(
    board.rows.map(({ name, verdict, text, leadUnits, leadNames }) => [
      name,
      verdictNames[verdict],
      text,
      [...leadUnits.map(({ shortName }) => shortName), ...leadNames].join('、'),
    ]),
  );
});

describe('the school matrix', () => {
  test.each(stages)('of %s shows every section as the engine judged it', async (stage) => {
    const matrix = await scene.get<SchoolMatrix>('police', `indicators/matrix?stage=${stage}`);
    const result = direct(read);
    const sections = result.sections.filter((section) => section.stage === stage);
    expect(matrix.rows.length).toBe(sections.length);
    expect(matrix.rows.length).toBeGreaterThan(15);
    expect(
      matrix.rows.map(({ code, verdict, missed, cells }) => [
        code,
        verdict,
        missed,
        cells.map(({ text }) => text),
      ]),
    ).toEqual(
      sections.map(({ school, verdict, missed, indicators }) => [
        school,
        verdict,
        missed,
        resourceIndicators.map((id) => indicators[id].ratioText),
      ]),
    );
    expect(matrix.coefficients.map(({ text, verdict }) => [text, verdict])).toEqual(
      result.coefficients.filter((each) => each.stage === stage).map(({ text, verdict }) => [text, verdict]),
    );
  });

  test('a school without a figure is 待核实, never met and never 0', async () => {
    const code = read[4]?.code;
    const matrix = await scene.get<SchoolMatrix>('office', 'indicators/matrix?stage=junior');
    const row = matrix.rows.find((each) => each.code === code);
    expect(row).toMatchObject({ verdict: 'to_verify' });
    expect(row?.cells[3]).toMatchObject({ verdict: 'no_data', text: '无数据', ratioToLine: null });
  });

  test('R-66 the workbook has the rows and figures of the page', async () => {
    const matrix = await scene.get<SchoolMatrix>('office', 'indicators/matrix?stage=primary');
    const rows = (await workbookRows('indicators/matrix.xlsx?stage=primary')).slice(3);
    const page = matrix.rows.map(({ code, students, cells, missed }) => [
      code,
      students,
      ...cells.map(({ text }) => text),
      missed.join('、'),
    ]);
    const printed = rows.slice(0, -2).map((row) => [row[0], row[3], ...row.slice(4, 11), row[13] ?? '']);
    expect(printed).toEqual(page);
    expect(rows.at(-2)?.slice(4, 11)).toEqual(matrix.coefficients.map(({ text }) => text));
    expect(rows.at(-1)?.slice(4, 11)).toEqual(matrix.coefficients.map(({ limitText }) => limitText));
  });
});

describe('one school', () => {
  test('answers why, down to the cell of the imported file and the basis of the line', async () => {
    const school = read.find(({ kind }) => kind === 'nine_year');
    const view = await scene.get<SchoolView>('finance', `indicators/schools/${school?.code}`);
    const own = direct(read).sections.filter((section) => section.school === school?.code);
    expect(view.sections.map(({ stage, verdict }) => [stage, verdict])).toEqual(
      own.map(({ stage, verdict }) => [stage, verdict]),
    );
    const area = view.sections[0]?.figures.find(({ indicator }) => indicator === 'C4');
    expect(area?.text).toBe(own[0]?.indicators.C4.ratioText);
    expect(area?.lineText).toMatch(/^≥ 4\.5 /);
    const cells = area?.trace.flatMap(({ cell }) => cell ?? []) ?? [];
    expect(cells).toContain(school?.cells?.['roomArea']);
    expect(area?.trace.filter(({ basisText }) => basisText !== null).length).toBeGreaterThan(0);
    expect(view.other.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['C10', 'C11']));
  });

  test('that is not in the data set is not found', async () => {
    expect((await scene.call('office', 'GET', 'indicators/schools/1')).status).toBe(404);
  });
});

describe('the remedy', () => {
  test('is the one the engine finds, with the costs that were entered', async () => {
    const view = await scene.get<RemedyView>('office', 'indicators/remedy?costC4=1000');
    const standard = standardAsOf(loadStandards(standardsDirectory()), 'xinmi', civilDate('2022-09-15'));
    const stageCosts = { ...exampleCosts.primary, C4: '1000' };
    const plan = planRemedy(read, standard, { primary: stageCosts, junior: stageCosts }, 'add');
    expect(view.costs.find(({ indicator }) => indicator === 'C4')).toMatchObject({
      cost: '1000',
      example: false,
    });
    expect(view.costs.filter(({ example }) => example)).toHaveLength(6);
    expect(view.schools.map(({ code }) => code)).toEqual(plan.schools.map(({ school }) => school));
    expect(view.schools.length).toBeGreaterThan(5);
    const cents = (cost: string | null): number | null =>
      cost === null ? null : Math.round(Number(cost) * 100);
    expect(view.schools.map(({ cost }) => cents(cost))).toEqual(
      plan.schools.map(({ cheapest }) => cheapest && cents(showRatio(cheapest.cost, 2))),
    );
    expect(
      view.county.map(({ added, lowerBound, after }) => [Number(added), Number(lowerBound), after]),
    ).toEqual(plan.county.map(({ remedy }) => [remedy.added, remedy.lowerBound, remedy.after]));
    const unknown = view.schools.find(({ code }) => code === read[4]?.code);
    expect(unknown).toMatchObject({ purchases: null, cost: null });
    expect(unknown?.unknown).toContain('C4');
  });

  test('with moves never adds more teachers; a cost that is no number is refused', async () => {
    const add = await scene.get<RemedyView>('office', 'indicators/remedy');
    const move = await scene.get<RemedyView>('office', 'indicators/remedy?mode=move');
    move.county.forEach((row, index) => {
      expect(Number(row.added)).toBeLessThanOrEqual(Number(add.county[index]?.added));
    });
    expect(move.county.some(({ moved }) => moved > 0)).toBe(true);
    expect((await scene.call('office', 'GET', 'indicators/remedy?costC1=-1')).status).toBe(400);
  });
});

describe('dates and data sets', () => {
  test('R-71 an older data set gives the same numbers after newer ones came', async () => {
    const before = await scene.get<IndicatorBoard>('office', 'indicators/board');
    const newer = await importSchools(scene, {
      bytes: schoolCsv(tableSchools(20, 5)),
      kind: 'self_check',
      asOf: '2022-09-10',
    });
    const now = await scene.get<IndicatorBoard>('office', 'indicators/board');
    expect([now.dataSet?.id, now.fingerprint === before.fingerprint]).toEqual([newer.id, false]);
    const older = await scene.get<IndicatorBoard>('office', `indicators/board?dataSetId=${dataSet.id}`);
    expect({ ...older, rows: older.rows.map(numbers) }).toEqual({
      ...before,
      rows: before.rows.map(numbers),
    });
    const asOf = await scene.get<IndicatorBoard>('office', 'indicators/board?asOf=2022-09-09');
    expect([asOf.dataSet?.id, asOf.fingerprint]).toEqual([
      dataSet.id,
      direct(read, '2022-09-09').fingerprint,
    ]);
  });

  test('R-69 a day to come is refused, a day before the standard too', async () => {
    expect((await scene.call('office', 'GET', 'indicators/board?asOf=2022-09-16')).status).toBe(422);
    expect((await scene.call('office', 'GET', 'indicators/board?asOf=1999-01-01')).status).toBe(400);
    expect((await scene.call('office', 'GET', 'indicators/board?asOf=2022-02-30')).status).toBe(400);
  });

  test('before any data there is a board without figures', async () => {
    const board = await scene.get<IndicatorBoard>('office', 'indicators/board?asOf=2022-08-31');
    expect([board.dataSet, board.counts.met, board.counts.unmet, board.verdict]).toEqual([
      null,
      0,
      0,
      'to_verify',
    ]);
  });

  test('R-89 a page needs as many statements for 300 schools as for 20', async () => {
    const few = await statements('office', 'indicators/board?asOf=2022-09-14');
    // In the place of the 20 of that day, and on a day whose evaluations nobody has asked for yet.
    await importSchools(scene, { bytes: schoolCsv(tableSchools(300, 3)), asOf: '2022-09-10' });
    expect(await statements('office', 'indicators/board?asOf=2022-09-13')).toBe(few);
    // Six of the board's own, and five for each of the two data sets of its trend, which has four at most.
    expect(few).toBeLessThanOrEqual(16);
  });
});

/** Without the units, whose names another test changes. */
function numbers(row: IndicatorBoard['rows'][number]): object {
  return { ...row, leadUnits: [], supportUnits: [], leadNames: [], supportNames: [] };
}

async function workbookRows(path: string): Promise<readonly (readonly Cell[])[]> {
  const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
    headers: { cookie: await scene.cookie('office') },
  });
  const { sheets } = await readSheets('a.xlsx', Buffer.from(await response.arrayBuffer()), limits);
  return sheets[0]?.rows ?? [];
}

async function statements(who: Who, path: string): Promise<number> {
  await scene.cookie(who);
  log.stop();
  await scene.get(who, path);
  const run = log.stop();
  return run.slice(run.findIndex((sql) => /^START TRANSACTION/.test(sql))).length;
}
