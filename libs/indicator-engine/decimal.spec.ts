import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareRatios,
  divideRatios,
  multiplyRatios,
  parseDecimal,
  type Ratio,
  ratioOf,
  reduceRatio,
  showDecimal,
  showRatio,
  sumRatios,
  wholeRatio,
} from './decimal.js';

const ratios = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]): Ratio => ({ numerator, denominator }));

describe('a decimal text', () => {
  test.each([
    ['4.2', { units: 42n, scale: 1 }],
    ['4.20', { units: 420n, scale: 2 }],
    ['0', { units: 0n, scale: 0 }],
    ['-3.5', { units: -35n, scale: 1 }],
    [' 12 ', { units: 12n, scale: 0 }],
    ['007', { units: 7n, scale: 0 }],
  ])('%s is read as it stands', (text, decimal) => {
    expect(parseDecimal(text)).toEqual(decimal);
  });

  test.each([
    '',
    ' ',
    '1,000',
    '1e3',
    '.5',
    '5.',
    '+1',
    '4.2人',
    '１２',
    'NaN',
    '--1',
    '1.2.3',
    '1234567890123456789',
  ])('“%s” is no number', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test('is shown without trailing zeros and read back as the same value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat(9), (units, scale) => {
        const text = showDecimal({ units, scale });
        const again = parseDecimal(text);
        expect(text).not.toMatch(/\.\d*0$/);
        expect(again && compareRatios(ratioOf(again), ratioOf({ units, scale }))).toBe(0);
      }),
    );
  });
});

describe('fractions', () => {
  test('4.2 is neither more nor less than 21/5', () => {
    expect(compareRatios({ numerator: 42n, denominator: 10n }, { numerator: 21n, denominator: 5n })).toBe(0);
  });

  test('are told apart where doubles are not', () => {
    const a = { numerator: 10n ** 17n + 1n, denominator: 10n ** 17n };
    expect(Number(a.numerator) / Number(a.denominator)).toBe(1);
    expect(compareRatios(a, wholeRatio(1))).toBe(1);
  });

  test('compare as a total order that agrees with subtraction', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const difference = sumRatios([a, { numerator: -b.numerator, denominator: b.denominator }]);
        const sign = difference.numerator < 0n ? -1 : difference.numerator > 0n ? 1 : 0;
        expect(compareRatios(a, b)).toBe(sign);
        expect(compareRatios(b, a) + compareRatios(a, b)).toBe(0);
      }),
    );
  });

  test('product and quotient undo each other', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        fc.pre(b.numerator !== 0n);
        const back = divideRatios(multiplyRatios(a, b), b);
        expect(compareRatios(back, a)).toBe(0);
        expect(back.denominator > 0n).toBe(true);
      }),
    );
  });

  test('nothing is divided by zero', () => {
    expect(() => divideRatios(wholeRatio(1), wholeRatio(0))).toThrow(RangeError);
  });

  test('a sum does not depend on the order and equals the plain one', () => {
    fc.assert(
      fc.property(fc.array(ratios, { maxLength: 12 }), (values) => {
        const plain = values.reduce(
          (sum, each) => ({
            numerator: sum.numerator * each.denominator + each.numerator * sum.denominator,
            denominator: sum.denominator * each.denominator,
          }),
          wholeRatio(0),
        );
        expect(compareRatios(sumRatios(values), plain)).toBe(0);
        expect(compareRatios(sumRatios(values.toReversed()), plain)).toBe(0);
      }),
    );
  });

  test('the sum of nothing is 0', () => {
    expect(sumRatios([])).toEqual({ numerator: 0n, denominator: 1n });
  });

  test('in lowest terms are the same value', () => {
    fc.assert(
      fc.property(ratios, (value) => {
        const reduced = reduceRatio(value);
        expect(compareRatios(reduced, value)).toBe(0);
        expect(reduceRatio(reduced)).toEqual(reduced);
      }),
    );
    expect(reduceRatio({ numerator: 0n, denominator: 7n })).toEqual({ numerator: 0n, denominator: 1n });
  });
});

describe('the shown text', () => {
  test.each([
    [{ numerator: 1n, denominator: 2n }, 0, '1'],
    [{ numerator: 1n, denominator: 3n }, 3, '0.333'],
    [{ numerator: 2n, denominator: 3n }, 3, '0.667'],
    [{ numerator: 5n, denominator: 10_000n }, 3, '0.001'],
    [{ numerator: 49n, denominator: 100_000n }, 3, '0.000'],
    [{ numerator: -49n, denominator: 100_000n }, 3, '0.000'],
    [{ numerator: -7n, denominator: 2n }, 2, '-3.50'],
    [{ numerator: 3_855_516n, denominator: 397n }, 2, '9711.63'],
  ])('%o to %i places is %s', (ratio, digits, text) => {
    expect(showRatio(ratio, digits)).toBe(text);
  });

  test('is never further than half a step from the value', () => {
    fc.assert(
      fc.property(ratios, fc.nat(6), (value, digits) => {
        const read = parseDecimal(showRatio(value, digits));
        expect(read).not.toBeNull();
        const difference = sumRatios([
          ratioOf(read ?? { units: 0n, scale: 0 }),
          { numerator: -value.numerator, denominator: value.denominator },
        ]);
        const size = difference.numerator < 0n ? -difference.numerator : difference.numerator;
        const half = { numerator: 1n, denominator: 2n * 10n ** BigInt(digits) };
        expect(compareRatios({ ...difference, numerator: size }, half)).not.toBe(1);
      }),
    );
  });
});
