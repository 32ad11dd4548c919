import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#kernel';
import { parseDecimal, ratioOf, wholeRatio } from './decimal.js';
import { combineVerdicts, conclude, judge, looksContradictory, reaches, thresholdFor } from './thresholds.js';
import { basisText, isWeak, parameterStep, shortText, thresholdStep } from './trace.js';
import type { Basis, Conclusion, Operator, Threshold, Verdict } from './types.js';

const basis: Basis = {
  document: '某办法',
  clause: 'C1',
  since: civilDate('2017-04-19'),
  checkedOn: civilDate('2026-01-01'),
  authority: 'official',
  note: null,
};

const line = (text: string, operator: Operator, changes: Partial<Threshold> = {}): Threshold => ({
  value: parseDecimal(text) ?? { units: 0n, scale: 0 },
  operator,
  since: basis.since,
  basis,
  stage: null,
  kinds: [],
  dueOn: null,
  ...changes,
});

describe('operators', () => {
  test.each([
    ['≥', [false, true, true]],
    ['≤', [true, true, false]],
    ['<', [true, false, false]],
    ['=', [false, true, false]],
  ] as const)('%s below, at and above the line', (operator, expected) => {
    const values = [14n, 15n, 16n].map((numerator) => ({ numerator, denominator: 100n }));
    const limit = { numerator: 15n, denominator: 100n };
    expect(values.map((value) => reaches(value, operator, limit))).toEqual(expected);
  });

  test('100 % means exactly all', () => {
    expect(judge({ numerator: 99_999n, denominator: 1000n }, line('100', '='))).toBe('unmet');
    expect(judge(wholeRatio(100), line('100', '='))).toBe('met');
  });
});

describe('the line for a stage and a kind of school', () => {
  const primary = line('45', '≤', { stage: 'primary' });
  const junior = line('50', '≤', { stage: 'junior' });
  const all = line('2000', '≤');
  const integrated = line('2500', '≤', { kinds: ['nine_year', 'twelve_year'] });

  test('is the one of its stage', () => {
    expect(thresholdFor([primary, junior], 'junior', 'nine_year')).toBe(junior);
    expect(thresholdFor([primary], 'junior', 'junior')).toBeNull();
    expect(thresholdFor([primary], null, null)).toBeNull();
  });

  test('is the one for its kind before the one for all', () => {
    expect(thresholdFor([all, integrated], null, 'nine_year')).toBe(integrated);
    expect(thresholdFor([all, integrated], null, 'primary')).toBe(all);
    expect(thresholdFor([integrated], null, null)).toBeNull();
  });
});

describe('a display that contradicts the verdict', () => {
  test.each([
    ['4.1996', '4.2', '≥', true],
    ['4.1994', '4.2', '≥', false],
    ['4.2', '4.2', '≥', false],
    ['0.1496', '0.15', '<', true],
    ['0.15', '0.15', '<', false],
    ['99.9996', '100', '=', true],
    ['100', '100', '=', false],
  ] as const)('%s against %s with %s: %p', (value, limit, operator, contradictory) => {
    const read = parseDecimal(value);
    expect(read && looksContradictory(ratioOf(read), line(limit, operator))).toBe(contradictory);
  });

  test('never happens to values with three decimals', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10_000n }),
        fc.bigInt({ min: 0n, max: 10_000n }),
        (units, limit) => {
          const threshold = { ...line('0', '≥'), value: { units: limit, scale: 3 } };
          expect(looksContradictory({ numerator: units, denominator: 1000n }, threshold)).toBe(false);
        },
      ),
    );
  });
});

describe('R-67 verdicts together', () => {
  const verdicts: Verdict[] = ['met', 'unmet', 'no_data', 'not_applicable', 'error'];
  const lists = fc.array(fc.constantFrom(...verdicts), { maxLength: 6 });

  test.each([
    [['met', 'met'], 'met'],
    [['met', 'unmet', 'no_data', 'error'], 'unmet'],
    [['met', 'no_data', 'error'], 'error'],
    [['met', 'no_data'], 'no_data'],
    [['met', 'not_applicable'], 'met'],
    [['not_applicable'], 'not_applicable'],
    [[], 'not_applicable'],
  ] as const)('%p is %s', (parts, together) => {
    expect(combineVerdicts(parts)).toBe(together);
  });

  test('do not depend on order; met needs everything known', () => {
    fc.assert(
      fc.property(lists, (parts) => {
        const together = combineVerdicts(parts);
        expect(combineVerdicts(parts.toReversed())).toBe(together);
        expect(together === 'unmet').toBe(parts.includes('unmet'));
        const known = parts.every((each) => each === 'met' || each === 'not_applicable');
        if (together === 'met') expect(known).toBe(true);
      }),
    );
  });

  test('conclude to 待核实 what is not known, and never to met', () => {
    const expected: Record<Verdict, Conclusion> = {
      met: 'met',
      unmet: 'unmet',
      no_data: 'to_verify',
      error: 'to_verify',
      not_applicable: 'not_applicable',
    };
    for (const each of verdicts) expect(conclude([each])).toBe(expected[each]);
    fc.assert(
      fc.property(lists, (parts) => {
        const open = parts.some((each) => each === 'no_data' || each === 'error');
        if (open) expect(conclude(parts)).toBe(parts.includes('unmet') ? 'unmet' : 'to_verify');
      }),
    );
  });
});

describe('what a basis says', () => {
  test('document and clause; weak authority is 待核', () => {
    expect(basisText(basis)).toBe('某办法 C1');
    expect(basisText({ ...basis, clause: null })).toBe('某办法');
    expect(basisText({ ...basis, authority: 'mirror' })).toBe('某办法 C1，待核');
    expect([isWeak(basis), isWeak({ ...basis, authority: 'practice' })]).toEqual([false, true]);
  });

  test('a parameter names value, start and basis', () => {
    expect(parameterStep('下限', line('0.850', '≥')).text).toBe('下限 0.85（自2017-04-19起，某办法 C1）');
  });

  test('a line names operator, unit and the day it is due', () => {
    const due = line('80', '≥', { dueOn: civilDate('2029-12-31') });
    expect(thresholdStep('本地目标', due, '%').text).toBe(
      '本地目标 ≥ 80 %（自2017-04-19起，期限2029-12-31，某办法 C1）',
    );
  });

  test('short texts drop zeros behind the point only', () => {
    expect([shortText(wholeRatio(100), 2), shortText({ numerator: 5n, denominator: 2n }, 2)]).toEqual([
      '100',
      '2.5',
    ]);
  });
});
