import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#kernel';
import { evaluateRatio, formulaText } from './ratio-test.js';
import type { TestResult } from './results.js';
import type { IndicatorTest, Term, Threshold } from './types.js';

const term = (key: string, sign: 1 | -1 = 1): Term => ({ key, name: `数${key}`, sign });

const retention: IndicatorTest = {
  id: 'retention',
  name: '巩固率',
  method: 'ratio',
  unit: '%',
  numerator: [term('a'), term('b', -1), term('c')],
  denominator: [term('d'), term('e', -1)],
  factor: { units: 100n, scale: 0 },
  kinds: [],
  national: [],
  local: [],
};

const since = civilDate('2017-04-19');
const line = (units: bigint): Threshold => ({
  value: { units, scale: 0 },
  operator: '≥',
  since,
  basis: { document: '某办法', clause: 'C23', since, checkedOn: since, authority: 'official', note: null },
  stage: null,
  kinds: [],
  dueOn: null,
});

function evaluate(
  figures: Readonly<Record<string, string | null>>,
  local: Threshold | null = null,
  by: IndicatorTest = retention,
): TestResult {
  return evaluateRatio(by, (key) => ({ text: figures[key] ?? null, cell: `B${key}` }), line(95n), local);
}

const whole = { a: '950', b: '30', c: '30', d: '1001', e: '1' };

describe('a quotient of sums', () => {
  test('subtracts what is to be subtracted and is exact at the line', () => {
    expect(evaluate(whole)).toMatchObject({ verdict: 'met', text: '95.000', localVerdict: null });
    expect(evaluate({ ...whole, a: '949.999' }).verdict).toBe('unmet');
  });

  test('names formula, inputs and cells', () => {
    expect(formulaText(retention)).toBe('（数a − 数b + 数c） ÷ （数d − 数e） × 100');
    expect(evaluate(whole).trace[0]).toEqual({ kind: 'input', text: '数a：950', cell: 'Ba', basis: null });
  });

  test('stands against both lines apart', () => {
    expect(evaluate(whole, line(99n))).toMatchObject({ verdict: 'met', localVerdict: 'unmet' });
    expect(evaluate({ ...whole, a: '940' }, line(90n))).toMatchObject({
      verdict: 'unmet',
      localVerdict: 'met',
    });
  });

  test('R-67 without a figure is 无数据, whichever it is', () => {
    for (const key of Object.keys(whole)) {
      expect(evaluate({ ...whole, [key]: null })).toMatchObject({
        verdict: 'no_data',
        reason: `缺少：数${key}`,
        value: null,
      });
    }
  });

  test('R-67 over 0 is 不适用, over less an error', () => {
    expect(evaluate({ ...whole, d: '1' })).toMatchObject({ verdict: 'not_applicable' });
    expect(evaluate({ ...whole, d: '0' })).toMatchObject({ verdict: 'error', reason: '数d、数e相减小于0' });
    expect(evaluate({ ...whole, b: '2000' })).toMatchObject({ verdict: 'error' });
  });

  test('R-67 of 0 is a value', () => {
    expect(evaluate({ ...whole, a: '0' })).toMatchObject({ verdict: 'unmet', text: '0.000' });
  });

  test('agrees with whole-number arithmetic on random counts', () => {
    const count = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(count, count, count, count, fc.integer({ min: 0, max: 20 }), (a, b, c, d, e) => {
        const texts = Object.fromEntries(Object.entries({ a, b, c, d, e }).map(([k, v]) => [k, `${v}`]));
        const [over, under] = [a - b + c, d - e];
        const expected =
          over < 0 || under < 0
            ? 'error'
            : under === 0
              ? 'not_applicable'
              : 100 * over >= 95 * under
                ? 'met'
                : 'unmet';
        expect(evaluate(texts).verdict).toBe(expected);
      }),
    );
  });

  test('decimals count as written: scaling all figures by ten changes nothing', () => {
    const count = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(count, count, (a, d) => {
        const tenth = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
        const zero = { b: '0', c: '0', e: '0' };
        const big = evaluate({ ...zero, a: `${a}`, d: `${d}` });
        const small = evaluate({ ...zero, a: tenth(a), d: tenth(d) });
        expect([small.verdict, small.text]).toEqual([big.verdict, big.text]);
      }),
    );
  });
});

describe('a figure by itself', () => {
  const level: IndicatorTest = {
    ...retention,
    numerator: [term('a')],
    denominator: [],
    factor: { units: 1n, scale: 0 },
  };

  test('is compared as it stands', () => {
    expect(evaluate({ a: '95' }, null, level)).toMatchObject({ verdict: 'met', text: '95.000' });
    expect(evaluate({ a: '94.9' }, null, level).verdict).toBe('unmet');
    expect(formulaText(level)).toBe('数a');
  });

  test('without a line on the date is 不适用', () => {
    const result = evaluateRatio(level, () => ({ text: '95' }), null, null);
    expect(result).toMatchObject({ verdict: 'not_applicable', reason: '该日期没有标准值' });
  });

  test('that shows the line but misses it is flagged', () => {
    expect(evaluate({ a: '94.9999' }, null, level)).toMatchObject({ verdict: 'unmet', text: '95.000' });
    expect(evaluate({ a: '94.9999' }, null, level).reason).toContain('看似矛盾');
  });
});
