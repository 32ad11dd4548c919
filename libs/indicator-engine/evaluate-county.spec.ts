import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  allFigures,
  allJudgements,
  county,
  evaluate,
  indicatorOf,
  school,
  withFigures,
} from '../../test/support/passing-county.js';
import type { EvaluationInput, SchoolRecord } from './types.js';

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
