import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { evaluateCoefficient, roundedRoot, squaredCoefficient, withinLimit } from './coefficient.js';
import { compareRatios, type Ratio, sumRatios, wholeRatio } from './decimal.js';
import type { CoefficientResult } from './results.js';
import { buildSections } from './sections.js';
import type { SchoolRecord } from './types.js';

const standard = nationalStandard();
const half = { units: 50n, scale: 2 };

interface Row {
  readonly students: number;
  readonly amount: number;
}

const rowsOf = (students: readonly number[], amounts: readonly number[]): Row[] =>
  students.map((each, index) => ({ students: each, amount: amounts[index] ?? 0 }));

function squared(rows: readonly Row[]): Ratio | null {
  return squaredCoefficient(rows.map((each) => ({ ...each, amount: wholeRatio(each.amount) })));
}

/** Σ(Pᵢ/P)(xᵢ − x̄)² ÷ x̄² straight from the definition, fraction by fraction. */
function oracle(rows: readonly Row[]): Ratio {
  const students = rows.reduce((sum, each) => sum + each.students, 0);
  const total = rows.reduce((sum, each) => sum + each.amount, 0);
  const terms = rows.map((each): Ratio => {
    // xᵢ − x̄ = (Xᵢ·P − X·Pᵢ) ÷ (Pᵢ·P)
    const gap = BigInt(each.amount) * BigInt(students) - BigInt(total) * BigInt(each.students);
    const under = BigInt(each.students) * BigInt(students);
    return {
      numerator: BigInt(each.students) * gap * gap,
      denominator: BigInt(students) * under * under,
    };
  });
  const variance = sumRatios(terms);
  return {
    numerator: variance.numerator * BigInt(students) ** 2n,
    denominator: variance.denominator * BigInt(total) ** 2n,
  };
}

const counties = fc.array(
  fc.record({ students: fc.integer({ min: 1, max: 3000 }), amount: fc.integer({ min: 0, max: 20_000 }) }),
  { minLength: 1, maxLength: 12 },
);

describe('the student-weighted coefficient', () => {
  const vector = rowsOf([45, 37, 89, 76, 55], [279, 137, 935, 160, 402]);

  test('of the published example is 0.5153, not 0.4888', () => {
    const value = squared(vector);
    expect(value && roundedRoot(value, 4)).toBe(5153n);
    expect(value && withinLimit(value, half)).toBe(false);
  });

  test('agrees with the definition on random counties', () => {
    fc.assert(
      fc.property(counties, (rows) => {
        fc.pre(rows.some((each) => each.amount > 0));
        const value = squared(rows);
        expect(value && compareRatios(value, oracle(rows))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('agrees with floating point where that is good enough', () => {
    fc.assert(
      fc.property(counties, (rows) => {
        fc.pre(rows.some((each) => each.amount > 0));
        const students = rows.reduce((sum, each) => sum + each.students, 0);
        const mean = rows.reduce((sum, each) => sum + each.amount, 0) / students;
        const variance = rows.reduce(
          (sum, each) => sum + each.students * (each.amount / each.students - mean) ** 2,
          0,
        );
        const value = squared(rows);
        const root = value === null ? Number.NaN : Number(roundedRoot(value, 9)) / 1e9;
        expect(root).toBeCloseTo(Math.sqrt(variance / students) / mean, 6);
      }),
    );
  });

  test('does not change when all amounts double or when schools come in another order', () => {
    fc.assert(
      fc.property(counties, (rows) => {
        fc.pre(rows.some((each) => each.amount > 0));
        const value = squared(rows) ?? wholeRatio(0);
        const double = squared(rows.map((each) => ({ ...each, amount: 2 * each.amount }))) ?? wholeRatio(-1);
        const turned = squared(rows.toReversed()) ?? wholeRatio(-1);
        expect([compareRatios(value, double), compareRatios(value, turned)]).toEqual([0, 0]);
      }),
    );
  });

  test('is 0 when every school has the same for each pupil', () => {
    expect(squared(rowsOf([10, 70, 900], [20, 140, 1800]))?.numerator).toBe(0n);
  });

  test('has no value when nobody has anything (R-67)', () => {
    expect(squared(rowsOf([10, 20], [0, 0]))).toBeNull();
    expect(squaredCoefficient([])).toBeNull();
  });
});

describe('the limit is compared on squares, in whole numbers', () => {
  test('exactly 0.50 is inside, the least bit more is not', () => {
    expect(withinLimit({ numerator: 1n, denominator: 4n }, half)).toBe(true);
    expect(withinLimit({ numerator: 10n ** 30n + 1n, denominator: 4n * 10n ** 30n }, half)).toBe(false);
  });

  test('roots round half up', () => {
    expect(roundedRoot({ numerator: 1n, denominator: 4n }, 3)).toBe(500n);
    expect(roundedRoot({ numerator: 4999n ** 2n, denominator: 10n ** 8n }, 3)).toBe(500n);
    expect(roundedRoot({ numerator: 4994n ** 2n, denominator: 10n ** 8n }, 3)).toBe(499n);
    expect(roundedRoot({ numerator: 4995n ** 2n, denominator: 10n ** 8n }, 3)).toBe(500n);
    expect(roundedRoot(wholeRatio(0), 3)).toBe(0n);
  });

  test('a root squared brackets the value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b) => {
        const root = roundedRoot({ numerator: a, denominator: b }, 3);
        const low = { numerator: (2n * root - 1n) ** 2n, denominator: 4_000_000n };
        const high = { numerator: (2n * root + 1n) ** 2n, denominator: 4_000_000n };
        if (root > 0n) expect(compareRatios({ numerator: a, denominator: b }, low)).not.toBe(-1);
        expect(compareRatios({ numerator: a, denominator: b }, high)).toBe(-1);
      }),
    );
  });
});

describe('a county’s coefficient', () => {
  const school = (code: string, pupils: number, roomArea: string | null): SchoolRecord =>
    schoolAtLine({ code, roomArea, students: { primary: pupils, junior: null, senior: null } });
  const judge = (schools: readonly SchoolRecord[]): CoefficientResult =>
    evaluateCoefficient(buildSections(schools, standard).sections, 'C4', 'primary', standard);

  test('at exactly 0.50 is met', () => {
    expect(judge([school('1', 100, '500'), school('2', 100, '1500')])).toMatchObject({
      verdict: 'met',
      text: '0.500',
      approximate: 0.5,
      contradictory: false,
    });
  });

  test('that shows 0.500 but fails is flagged', () => {
    expect(judge([school('1', 100, '4999'), school('2', 100, '15001')])).toMatchObject({
      verdict: 'unmet',
      text: '0.500',
      contradictory: true,
    });
  });

  test('is 无数据 while one school’s figure is missing, and names the school', () => {
    const result = judge([school('1', 100, '500'), school('2', 100, null)]);
    expect(result).toMatchObject({ verdict: 'no_data', missing: ['2'], text: '无数据', squared: null });
  });

  test('leaves out sections without pupils', () => {
    expect(judge([school('1', 100, '500'), school('2', 0, null)])).toMatchObject({
      verdict: 'met',
      text: '0.000',
    });
  });

  test('is 不适用 without schools of the stage and with a mean of 0', () => {
    expect(judge([]).reason).toBe('没有列入评估的小学');
    expect(judge([school('1', 100, '0')])).toMatchObject({ verdict: 'not_applicable' });
  });

  test('tells formula, pupils, mean, limit and its basis', () => {
    const text = judge([school('1', 100, '500'), school('2', 300, '1500')])
      .trace.map((each) => each.text)
      .join('\n');
    expect(text).toContain('按各校在校生数加权');
    expect(text).toContain('在校生合计 400 人，平均值 5.000 ㎡/生');
    expect(text).toContain('差异系数上限 0.5');
    expect(text).toContain('教督〔2017〕6号');
  });
});
