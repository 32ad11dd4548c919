import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  CountyFigures,
  FigureEntry,
  FigureExplanation,
} from '../../apps/server/src/features/indicators/county/county-figures.dto.js';
import type { JudgementBoard } from '../../apps/server/src/features/indicators/county/judgements.dto.js';
import type { VetoRegister } from '../../apps/server/src/features/indicators/county/vetoes.dto.js';
import type { IndicatorBoard, SchoolView } from '../../apps/server/src/features/indicators/indicators.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const schools = tableSchools(20, 11);
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2023-10-15');
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}
const post = (who: Who, path: string, body: object) =>
  scene.call<Problem & { id: string; recorded: number }>(who, 'POST', `indicators/${path}`, { body });
const record = (who: Who, figures: Record<string, string | null>, more: object = {}) =>
  post(who, 'figures', {
    asOf: '2022-12-31',
    figures: Object.entries(figures).map(([key, value]) => ({ key, value })),
    ...more,
  });
const board = (query = ''): Promise<IndicatorBoard> =>
  scene.get<IndicatorBoard>('police', `indicators/board${query}`);
const rowOf = (found: IndicatorBoard, id: string): IndicatorBoard['rows'][number] | undefined =>
  found.rows.find((row) => row.id === id);
const figures = (): Promise<CountyFigures> => scene.get<CountyFigures>('finance', 'indicators/figures');

describe('county figures', () => {
  test('are entered by the lead unit, several at once, and judged with their source in place of a cell', async () => {
    const answer = await record(
      'finance',
      { specialFunds: '１，２００，０００．００', specialStudents: ' 200 ' },
      { note: '决算报表' },
    );
    expect([answer.status, answer.body.recorded]).toEqual([201, 2]);
    expect(rowOf(await board(), 'C14')).toMatchObject({ verdict: 'met', text: '6000.000' });
    const [why] = await scene.get<FigureExplanation[]>('police', 'indicators/explanations/C14');
    const sources = why?.steps.flatMap(({ cell }) => cell ?? []) ?? [];
    expect(sources).toHaveLength(2);
    for (const source of sources) expect(source).toMatch(/^2022年度决算数，决算报表，.+2023年10月15日录入$/);
  });

  test('are refused to others, and editable only where one may', async () => {
    expect((await record('police', { specialFunds: '1' })).status).toBe(403);
    expect((await record('supervision', { specialFunds: '1' })).status).toBe(403);
    expect((await record('education', { trainedTeachers: '90', specialFunds: '1' })).status).toBe(403);
    expect((await record('education', { trainedTeachers: '90', trainingTeachers: '100' })).status).toBe(201);
    expect((await record('office', { exchangedTeachers: '50' })).status).toBe(201);
    const may = (await figures()).indicators.filter(({ mayEnter }) => mayEnter).map(({ id }) => id);
    expect(may).toEqual(['C13', 'C14', 'C15']);
    const all = await scene.get<CountyFigures>('police', 'indicators/figures');
    expect(all.indicators.some(({ mayEnter }) => mayEnter)).toBe(false);
    expect(all.indicators.find(({ id }) => id === 'C14')?.fields[0]?.entry?.value).toBe('1200000.00');
  });

  test('that are wrong are refused all together: nothing is saved, every fault has its place', async () => {
    const before = await count('county_figure');
    const answer = await record('office', {
      specialFunds: '-5',
      specialStudents: '12.5',
      teacherSalary: '约九万',
      nothingSuch: '1',
      exchangedTeachers: '40',
    });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      [0, 1, 2, 3].map((index) => `/figures/${index}/value`),
    ]);
    const share = await record('office', { certifiedTeachers: '101', teachers: '100' });
    expect(share.body.errors?.[0]).toMatchObject({ message: expect.stringContaining('超过100%') });
    const later = await record('office', { teachers: '100' }, { asOf: '2023-10-16' });
    expect([later.status, later.body.errors?.[0]?.pointer]).toEqual([422, '/asOf']);
    const unknown = await post('office', 'figures', {
      asOf: '2022-12-31',
      figures: [{ key: 'fundedStudents', school: '1', value: '100' }],
    });
    expect(unknown.status).toBe(422);
    expect(await count('county_figure')).toBe(before);
  });

  test('ten thousand times the last value is questioned, and saved as typed once confirmed', async () => {
    const typed = { specialFunds: '12000000000' };
    const asked = await record('finance', typed);
    expect([asked.status, asked.body.code, asked.body.errors?.length]).toEqual([
      422,
      'needs_confirmation',
      1,
    ]);
    expect((await record('finance', typed, { confirmed: true })).status).toBe(201);
    expect(rowOf(await board(), 'C14')?.text).toBe('60000000.000');
    expect((await record('finance', { specialFunds: '1100000' }, { confirmed: true })).status).toBe(201);
    const rows = await scene.get<FigureEntry[]>('police', 'indicators/figures/specialFunds/history');
    expect(rows.map(({ value }) => value)).toEqual(['1100000', '12000000000', '1200000.00']);
    expect((await record('finance', { specialStudents: '' })).status).toBe(201);
    expect(rowOf(await board(), 'C14')).toMatchObject({ verdict: 'no_data' });
    expect((await record('finance', { specialStudents: '200' })).status).toBe(201);
  });

  test('of each school stand beside its other figures', async () => {
    const [code = ''] = schools.map((school) => school.code);
    const answer = await post('education', 'figures', {
      asOf: '2022-12-31',
      figures: [
        { key: 'trainingFunds', school: code, value: '49999' },
        { key: 'publicFundsBudget', school: code, value: '1000000' },
      ],
    });
    expect(answer.status).toBe(201);
    const view = await scene.get<SchoolView>('police', `indicators/schools/${code}`);
    const own = view.other.find(({ indicator }) => indicator === 'C26');
    expect(own).toMatchObject({ verdict: 'unmet', text: '5.000' });
    expect(own?.trace[0]?.cell).toMatch(/^2022年度决算数，.+录入$/);
  });
});

async function count(table: string): Promise<number | undefined> {
  const [row] = await scene.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`);
  return row?.rows;
}

describe('judgements on evidence', () => {
  const judgement = {
    indicator: 'C25',
    test: 'evidence',
    outcome: 'met',
    judgedOn: '2023-10-10',
    ground: '逐校核对章程',
  };
  const judge = (who: Who, more: object) => post(who, 'judgements', { ...judgement, ...more });
  const point = async (id: string) => {
    const { tests } = await scene.get<JudgementBoard>('office', 'indicators/judgements');
    return tests.flatMap(({ points }) => points).find((each) => each.point === id);
  };

  test('count from the day the office confirms them; the 41 points are all there', async () => {
    const { tests } = await scene.get<JudgementBoard>('education', 'indicators/judgements');
    expect(tests.flatMap(({ points }) => points.filter((each) => each.point !== null))).toHaveLength(41);
    const ids: string[] = [];
    for (let index = 1; index <= 7; index += 1)
      ids.push((await judge('education', { point: `C25-${index}`, evidence: '档案盒25' })).body.id);
    expect(rowOf(await board(), 'C25')).toMatchObject({ verdict: 'no_data' });
    for (const id of ids)
      expect((await post('office', `judgements/${id}/review`, { decision: 'confirmed' })).status).toBe(204);
    expect(rowOf(await board(), 'C25')).toMatchObject({ verdict: 'met' });
    expect(rowOf(await board('?asOf=2023-10-14'), 'C25')).toMatchObject({ verdict: 'no_data' });
    const again = await post('office', `judgements/${ids[0]}/review`, {
      decision: 'returned',
      reason: '再看',
    });
    expect(again.status).toBe(409);
  });

  test('are sent back with a reason, and the judgement before stands again', async () => {
    const { body } = await judge('education', { point: 'C25-1', outcome: 'unmet' });
    expect(rowOf(await board(), 'C25')).toMatchObject({ verdict: 'no_data' });
    const path = `judgements/${body.id}/review`;
    expect((await post('office', path, { decision: 'returned' })).body.code).toBe('note_required');
    expect((await post('office', path, { decision: 'returned', reason: '依据不足' })).status).toBe(204);
    expect(rowOf(await board(), 'C25')).toMatchObject({ verdict: 'met' });
    expect((await point('C25-1'))?.judgements).toMatchObject([
      { decision: 'returned', reason: '依据不足' },
      { decision: 'confirmed' },
    ]);
  });

  test('R-64 nobody confirms an own judgement, by the service and by a constraint', async () => {
    expect((await judge('office', {})).status).toBe(403);
    expect((await judge('finance', {})).status).toBe(403);
    expect((await judge('education', { ground: ' ' })).status).toBe(400);
    expect((await judge('education', { point: 'C8-1' })).status).toBe(422);
    const { body } = await judge('education', { indicator: 'C28', test: 'evidence' });
    expect((await post('education', `judgements/${body.id}/review`, { decision: 'confirmed' })).status).toBe(
      403,
    );
    await scene.query(`UPDATE membership SET role = 'government_office' WHERE account_id = $1`, [
      scene.accountId('education'),
    ]);
    const own = await post('education', `judgements/${body.id}/review`, { decision: 'confirmed' });
    expect([own.status, own.body.code]).toEqual([422, 'same_person']);
    await scene.query(`UPDATE membership SET role = 'handler' WHERE account_id = $1`, [
      scene.accountId('education'),
    ]);
    await expect(
      scene.query(
        `INSERT INTO judgement_review SELECT campaign_id, id, judged_by, 'confirmed', NULL, judged_on, judged_by, recorded_at
         FROM indicator_judgement WHERE id = $1`,
        [body.id],
      ),
    ).rejects.toThrow('judgement_review_persons_check');
  });
});

describe('the veto register', () => {
  const event = {
    veto: 'fraud',
    occurredOn: '2023-10-01',
    source: '群众来信',
    description: '一所学校的班额数与实际不符',
    state: 'suspected',
    ground: '正在核查',
    stateOn: '2023-10-02',
  };

  test('is written by both offices, read by all, and every change is a row', async () => {
    expect((await post('finance', 'vetoes', event)).status).toBe(403);
    const { status, body } = await post('supervision', 'vetoes', event);
    expect(status).toBe(201);
    const change = (state: string, stateOn: string) =>
      post('office', `vetoes/${body.id}/states`, { state, stateOn, ground: '核查结论' });
    expect((await change('open', '2023-10-01')).status).toBe(422);
    expect((await change('open', '2023-10-05')).status).toBe(204);
    expect((await change('open', '2023-10-06')).status).toBe(409);
    expect((await change('cleared', '2023-10-10')).status).toBe(204);
    const verdictOn = async (day: string) =>
      (await board(`?asOf=${day}`)).vetoes.find(({ id }) => id === 'fraud')?.verdict;
    expect(
      await Promise.all(['2023-10-01', '2023-10-04', '2023-10-09', '2023-10-10'].map(verdictOn)),
    ).toEqual(['met', 'to_verify', 'unmet', 'met']);
    const register = await scene.get<VetoRegister>('police', 'indicators/vetoes');
    expect(register.mayWrite).toBe(false);
    const own = register.vetoes.find(({ id }) => id === 'fraud')?.events[0];
    expect(own?.states.map(({ state }) => state)).toEqual(['cleared', 'open', 'suspected']);
  });

  test('refuses identity and telephone numbers, and says why', async () => {
    const answer = await post('office', 'vetoes', {
      ...event,
      description: '家长 138 0000 0000 反映',
      source: '身份证41018319800101001X的来信',
    });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/source', '/description'],
    ]);
  });
});

test('R-71 last year’s report comes out again: by its day, and by what was known then', async () => {
  scene.clock.set('2023-11-10 09:00');
  scene.forgetSessions();
  const report = await board('?asOf=2023-11-10');
  scene.clock.set('2023-11-20 09:00');
  scene.forgetSessions();
  await record('finance', { specialFunds: '900000' }, { asOf: '2023-11-15' });
  expect(withoutUnits(await board('?asOf=2023-11-10'))).toEqual(withoutUnits(report));
  expect((await board()).fingerprint).not.toBe(report.fingerprint);

  await record('finance', { specialFunds: '1300000' });
  await importSchools(scene, { bytes: schoolCsv(tableSchools(9, 7)), asOf: '2023-11-01' });
  const corrected = await board('?asOf=2023-11-10');
  expect([rowOf(corrected, 'C14')?.text, corrected.fingerprint === report.fingerprint]).toEqual([
    '6500.000',
    false,
  ]);
  expect(withoutUnits(await board('?asOf=2023-11-10&knownOn=2023-11-10'))).toEqual(withoutUnits(report));
});

function withoutUnits({ rows, ...rest }: IndicatorBoard): object {
  return { ...rest, rows: rows.map((row) => ({ ...row, leadUnits: [], supportUnits: [] })) };
}

test.each([
  'county_figure',
  'indicator_judgement',
  'judgement_review',
  'veto_event',
  'veto_event_state',
  'special_case_use',
])('%s is append-only', async (table) => {
  await expect(scene.query(`UPDATE ${table} SET campaign_id = campaign_id`)).rejects.toThrow();
  await expect(scene.query(`DELETE FROM ${table}`)).rejects.toThrow();
});
