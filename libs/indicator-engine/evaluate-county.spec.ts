import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#kernel';
import { nationalStandard, sampleSchools, schoolAtLine } from '../../test/support/sample-county.js';
import { evaluateCounty } from './evaluate-county.js';
import type { CountyResult, IndicatorResult } from './results.js';
import {
  type ClassRecord,
  type CountyInputs,
  type EvaluationInput,
  type Judgement,
  type SchoolRecord,
  type VetoEvent,
} from './types.js';

const standard = nationalStandard();
const day = civilDate('2026-06-01');

const judgement = (indicator: string, changes: Partial<Judgement> = {}): Judgement => ({
  indicator,
  test: null,
  point: null,
  outcome: 'met',
  judgedOn: day,
  unit: '教育局',
  confirmedOn: day,
  evidence: null,
  ...changes,
});

const groups = ['students', 'parents', 'teachers', 'principals', 'deputies', 'members', 'public'];
const allFigures: Readonly<Record<string, string>> = {
  specialFunds: '600000',
  specialStudents: '100',
  teacherSalary: '90000',
  civilServantSalary: '90000',
  trainedTeachers: '500',
  trainingTeachers: '500',
  exchangedTeachers: '50',
  eligibleTeachers: '500',
  exchangedBackbone: '10',
  certifiedTeachers: '900',
  teachers: '900',
  nearbyPrimary: '4000',
  zonedPrimary: '4000',
  nearbyJunior: '1900',
  zonedJunior: '2000',
  allocatedQuota: '500',
  enrolmentPlan: '1000',
  migrantPublic: '800',
  migrantPurchased: '50',
  migrantEligible: '1000',
  graduates: '950',
  transferredIn: '20',
  transferredOut: '20',
  enteredJunior: '1000',
  died: '0',
  disabledEnrolled: '95',
  disabledAge: '100',
  lowestLevel: '3',
  highestDifference: '0.1499',
  ...Object.fromEntries(
    groups.flatMap((each) => [
      [`satisfied.${each}`, '85'],
      [`asked.${each}`, '100'],
    ]),
  ),
};

const allJudgements: readonly Judgement[] = [
  ...['C8', 'C17', 'C25', 'C27', 'C28', 'C29', 'C30'].map((each) => judgement(each)),
  ...['building', 'staffing', 'funds', 'equipment'].map((each) => judgement('C9', { test: each })),
  judgement('C15', { test: 'performance' }),
  judgement('C21', { test: 'rural' }),
  judgement('C22', { test: 'care' }),
];

const school = schoolAtLine();
const classes: readonly ClassRecord[] = [1, 2, 3].map((grade) => ({
  school: school.code,
  stage: 'primary',
  grade,
  name: '1班',
  students: 33,
}));
const county: CountyInputs = {
  figures: allFigures,
  schoolFigures: { [school.code]: { trainingFunds: '5', publicFundsBudget: '100' } },
  judgements: allJudgements,
  vetoes: [],
};
const passing: EvaluationInput = { schools: [school], classes, county };

const evaluate = (changes: Partial<EvaluationInput> = {}): CountyResult =>
  evaluateCounty({ ...passing, ...changes }, standard);
const indicatorOf = (id: string, changes: Partial<EvaluationInput> = {}): IndicatorResult => {
  const found = evaluate(changes).indicators.find(({ indicator }) => indicator === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const withFigures = (figures: Readonly<Record<string, string | null>>): Partial<EvaluationInput> => ({
  county: { ...county, figures: { ...allFigures, ...figures } },
});

describe('the county verdict is all of it', () => {
  test('a county exactly at every line passes', () => {
    const result = evaluate();
    expect(
      result.indicators.filter(({ verdict }) => verdict !== 'met').map(({ indicator }) => indicator),
    ).toEqual(['C13']);
    expect(result).toMatchObject({ verdict: 'met', localVerdict: null, reasons: [] });
    expect(result.indicators).toHaveLength(25);
    expect(result.coefficients).toHaveLength(14);
  });

  test('without any one of the figures or judgements it is to be verified, never met and never unmet', () => {
    for (const key of Object.keys(allFigures)) {
      expect([key, evaluate(withFigures({ [key]: null })).verdict]).toEqual([key, 'to_verify']);
    }
    for (const left of allJudgements) {
      const judgements = allJudgements.filter((each) => each !== left);
      expect([left.indicator, evaluate({ county: { ...county, judgements } }).verdict]).toEqual([
        left.indicator,
        'to_verify',
      ]);
    }
  });

  test('one judgement against it is enough to fail', () => {
    for (const each of allJudgements) {
      const judgements = allJudgements.map((one) =>
        one === each ? { ...one, outcome: 'unmet' as const } : one,
      );
      expect([each.indicator, evaluate({ county: { ...county, judgements } }).verdict]).toEqual([
        each.indicator,
        'unmet',
      ]);
    }
  });

  test('certain failure outweighs what is missing', () => {
    expect(evaluate(withFigures({ lowestLevel: '2', teachers: null })).verdict).toBe('unmet');
  });

  test('a county without schools is not passed', () => {
    expect(evaluate({ schools: [], classes: null }).verdict).toBe('to_verify');
  });

  test('reasons count what fails and what is open', () => {
    const { reasons } = evaluate({
      schools: [
        { ...school, roomArea: '1' },
        { ...school, code: '2', sportsArea: null },
      ],
    });
    expect(reasons).toContain('学校学段：1项未达标');
    expect(reasons).toContain('学校学段：1项待核实');
  });
});

describe('two-part indicators need both parts', () => {
  test.each([
    ['C18', { exchangedTeachers: '49', exchangedBackbone: '49' }, '9.800'],
    ['C18', { exchangedBackbone: '9' }, '18.000'],
    ['C31', { lowestLevel: '2' }, '2.000'],
    ['C31', { highestDifference: '0.15' }, '0.150'],
    ['C20', { nearbyPrimary: '3999' }, '99.975'],
    ['C22', { migrantPurchased: '49' }, '84.900'],
  ])('%s fails with %o', (id, figures, shown) => {
    const result = indicatorOf(id, withFigures(figures));
    expect(result.verdict).toBe('unmet');
    expect(result.tests.map(({ text }) => text)).toContain(shown);
  });

  test('an unconfirmed judgement leaves C22 open', () => {
    const judgements = allJudgements.map((each) =>
      each.indicator === 'C22' ? { ...each, confirmedOn: null } : each,
    );
    expect(indicatorOf('C22', { county: { ...county, judgements } })).toMatchObject({
      verdict: 'no_data',
      reason: '留守儿童关爱体系健全：1条判定等待办公室确认',
    });
  });
});

describe('R-67 the five states of a computed indicator', () => {
  test('a denominator of 0 is 不适用 with the reason', () => {
    expect(indicatorOf('C24', withFigures({ disabledAge: '0', disabledEnrolled: '0' }))).toMatchObject({
      verdict: 'not_applicable',
      reason: '入学率：适龄残疾儿童少年为0，没有分母',
    });
  });

  test('0 over something is a value', () => {
    expect(indicatorOf('C24', withFigures({ disabledEnrolled: '0' }))).toMatchObject({ verdict: 'unmet' });
  });

  test.each<Readonly<Record<string, string>>>([
    { disabledAge: 'x' },
    { disabledAge: '-5' },
    { disabledEnrolled: '1,000' },
  ])('%o is an error', (figures) => {
    expect(indicatorOf('C24', withFigures(figures)).verdict).toBe('error');
  });

  test('sums that fall below zero are errors', () => {
    expect(indicatorOf('C23', withFigures({ transferredIn: '5000' })).verdict).toBe('error');
    expect(indicatorOf('C23', withFigures({ died: '1001' })).verdict).toBe('error');
  });

  test('missing figures are named', () => {
    expect(indicatorOf('C23', withFigures({ died: null, graduates: null })).reason).toBe(
      '三年巩固率：缺少：毕业生数、三年间死亡',
    );
  });
});

test('the retention rate follows its formula, against a plain integer comparison', () => {
  const count = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(count, count, count, count, (graduates, transferredIn, transferredOut, entered) => {
      const over = graduates - transferredIn + transferredOut;
      fc.pre(over >= 0 && entered > 3);
      const figures = { graduates, transferredIn, transferredOut, enteredJunior: entered, died: 3 };
      const texts = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, String(value)]));
      expect(indicatorOf('C23', withFigures(texts)).verdict).toBe(
        over * 100 >= 95 * (entered - 3) ? 'met' : 'unmet',
      );
    }),
    { numRuns: 40 },
  );
});

describe('school by school', () => {
  const only = (changes: Partial<SchoolRecord>): Partial<EvaluationInput> => ({
    schools: [{ ...school, ...changes }],
    classes: null,
  });

  test('C10 asks ceil(classes ÷ 12) rooms of each sort', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(8), fc.nat(8), (count, musicRooms, artRooms) => {
        const changes = { classes: { primary: count, junior: null }, musicRooms, artRooms };
        const enough = musicRooms * 12 >= count && artRooms * 12 >= count;
        expect(indicatorOf('C10', only(changes)).verdict).toBe(enough ? 'met' : 'unmet');
      }),
      { numRuns: 60 },
    );
  });

  test('C10 without rooms or classes is open, without classes at all 不适用', () => {
    expect(indicatorOf('C10', only({ musicRooms: null })).verdict).toBe('no_data');
    expect(indicatorOf('C10', only({ classes: { primary: null, junior: null } })).verdict).toBe('no_data');
    expect(indicatorOf('C10', only({ classes: { primary: 0, junior: null } })).verdict).toBe(
      'not_applicable',
    );
  });

  test('C11 counts compulsory education only, with the larger limit for integrated schools', () => {
    const size = (kind: SchoolRecord['kind'], primary: number, junior: number): string =>
      indicatorOf('C11', only({ kind, students: { primary, junior, senior: 5000 } })).verdict;
    expect([size('twelve_year', 1500, 1000), size('twelve_year', 1500, 1001)]).toEqual(['met', 'unmet']);
    expect([size('complete_secondary', 0, 2000), size('primary', 2001, 0)]).toEqual(['met', 'unmet']);
    expect(
      indicatorOf('C11', only({ students: { primary: null, junior: null, senior: null } })).verdict,
    ).toBe('no_data');
    expect(size('primary', 0, 0)).toBe('not_applicable');
  });

  test('C12 looks at every class; one over 45 fails, one unlisted leaves it open', () => {
    const listed = (sizes: readonly number[]): Partial<EvaluationInput> => ({
      classes: sizes.map((students, index) => ({
        school: '1',
        stage: 'primary',
        grade: 1,
        name: `${index}班`,
        students,
      })),
    });
    expect(indicatorOf('C12', listed([45, 45, 10])).verdict).toBe('met');
    expect(indicatorOf('C12', listed([45, 46, 9]))).toMatchObject({
      verdict: 'unmet',
      schools: [{ text: '最大班 46 人', reason: '小学1个班超过标准' }],
    });
    expect(indicatorOf('C12', listed([45, 45])).schools[0]?.reason).toBe('小学应有3个班，只有2个班的数据');
    expect(indicatorOf('C12', listed([46])).verdict).toBe('unmet');
    expect(indicatorOf('C12', { classes: null }).verdict).toBe('no_data');
    expect(indicatorOf('C12', only({ students: { primary: 0, junior: null, senior: null } })).verdict).toBe(
      'not_applicable',
    );
  });

  test('C13 reaches points that are too small for C1–C7, but no town-centre or larger school', () => {
    const point: Partial<SchoolRecord> = {
      kind: 'teaching_point',
      inScope: null,
      students: { primary: 12, junior: null, senior: null },
    };
    const funded = (fundedStudents: string, changes: Partial<SchoolRecord> = point): string =>
      indicatorOf('C13', {
        ...only(changes),
        county: { ...county, schoolFigures: { 1: { fundedStudents } } },
      }).verdict;
    expect([funded('100'), funded('99'), funded('12')]).toEqual(['met', 'unmet', 'unmet']);
    expect(funded('12', { ...point, locale: 'urban' })).toBe('not_applicable');
    expect(funded('12', {})).toBe('not_applicable');
    expect(evaluate(only(point)).excluded).toHaveLength(1);
  });

  test('C26 must hold in every school', () => {
    const second = { ...school, code: '2' };
    const schoolFigures = {
      1: { trainingFunds: '5', publicFundsBudget: '100' },
      2: { trainingFunds: '4.99', publicFundsBudget: '100' },
    };
    const result = indicatorOf('C26', { schools: [school, second], county: { ...county, schoolFigures } });
    expect(result.schools.map(({ verdict }) => verdict)).toEqual(['met', 'unmet']);
    expect(result).toMatchObject({ verdict: 'unmet', reason: '1所学校未达标' });
  });

  test('special schools and those the county left out are not asked', () => {
    const out = { ...school, code: '2', inScope: false, exclusionReason: '市属', musicRooms: 0 };
    const special = { ...school, code: '3', kind: 'special' as const, musicRooms: 0 };
    expect(
      indicatorOf('C10', { schools: [school, out, special] }).schools.map(({ school: code }) => code),
    ).toEqual(['1']);
  });
});

describe('judgements on evidence', () => {
  const judged = (judgements: readonly Judgement[]): IndicatorResult =>
    indicatorOf('C27', { county: { ...county, judgements } });
  const point = (id: string, changes: Partial<Judgement> = {}): Judgement =>
    judgement('C27', { point: id, ...changes });
  const points = ['C27-1', 'C27-2', 'C27-3', 'C27-4'];

  test('all points met make the indicator met, one less leaves it open', () => {
    expect(judged(points.map((id) => point(id))).verdict).toBe('met');
    expect(judged(points.slice(1).map((id) => point(id)))).toMatchObject({
      verdict: 'no_data',
      reason: '信息化教学与设备利用：还有1条评估要点未判定',
    });
  });

  test('one point not met outweighs a judgement of the whole', () => {
    expect(judged([judgement('C27'), point('C27-3', { outcome: 'unmet' })]).verdict).toBe('unmet');
  });

  test('the newest judgement of a point counts', () => {
    const earlier = point('C27-3', { outcome: 'unmet', judgedOn: civilDate('2026-01-01') });
    expect(judged([...points.map((id) => point(id)), earlier]).verdict).toBe('met');
  });

  test('R-71 what was judged or confirmed after the date does not count', () => {
    const late = civilDate('2026-09-02');
    expect(judged([judgement('C27', { judgedOn: late, confirmedOn: late })]).verdict).toBe('no_data');
    expect(judged([judgement('C27', { confirmedOn: late })]).verdict).toBe('no_data');
  });
});

describe('vetoes', () => {
  const event = (changes: Partial<VetoEvent>): VetoEvent => ({
    veto: 'fraud',
    occurredOn: day,
    school: null,
    source: '督查',
    description: '数据不实',
    state: 'open',
    clearedOn: null,
    ...changes,
  });
  const verdictWith = (changes: Partial<VetoEvent>): string =>
    evaluate({ county: { ...county, vetoes: [event(changes)] } }).verdict;

  test('an open event fails the county, a suspected one is to be verified, a cleared one is past', () => {
    expect(verdictWith({})).toBe('unmet');
    expect(verdictWith({ state: 'suspected' })).toBe('to_verify');
    expect(verdictWith({ state: 'cleared', clearedOn: day })).toBe('met');
  });

  test('R-71 an event counts from its day, its clearing from its own', () => {
    expect(verdictWith({ occurredOn: civilDate('2026-09-02') })).toBe('met');
    expect(verdictWith({ state: 'cleared', clearedOn: civilDate('2026-09-02') })).toBe('unmet');
  });
});

describe('fingerprint', () => {
  const input: EvaluationInput = { ...passing, schools: sampleSchools(5, 3) };
  const print = (changes: Partial<EvaluationInput> = {}): string =>
    evaluateCounty({ ...input, ...changes }, standard).fingerprint;

  test('is the same for the same input in any order of schools, another for another input', () => {
    expect(print()).toMatch(/^[0-9a-f]{64}$/);
    expect(print({ schools: input.schools.toReversed() })).toBe(print());
    expect(print({ schools: input.schools.slice(1) })).not.toBe(print());
    expect(print(withFigures({ graduates: '951' }))).not.toBe(print());
  });

  test('evaluation changes nothing it was given', () => {
    const before = structuredClone(input);
    print();
    expect(input).toEqual(before);
  });
});
