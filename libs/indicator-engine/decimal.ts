/** A decimal number exactly as written: value = units / 10^scale. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** An exact fraction; the denominator is positive. Shares of integrated schools have no finite decimal form. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const pattern = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/;

/**
 * Reads a decimal text without rounding.
 * @returns null when the text is no plain decimal number (at most 18 digits before and 12 after the point)
 * @example parseDecimal('4.20') // { units: 420n, scale: 2 }
 */
export function parseDecimal(text: string): Decimal | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/**
 * A decimal as a fraction.
 * @example ratioOf({ units: 42n, scale: 1 }) // { numerator: 42n, denominator: 10n }
 */
export function ratioOf(decimal: Decimal): Ratio {
  return { numerator: decimal.units, denominator: 10n ** BigInt(decimal.scale) };
}

/**
 * A whole number as a fraction.
 * @example wholeRatio(45) // { numerator: 45n, denominator: 1n }
 */
export function wholeRatio(value: number | bigint): Ratio {
  return { numerator: BigInt(value), denominator: 1n };
}

/**
 * Compares two fractions by cross-multiplication: −1, 0 or 1, never through floating point.
 * @example compareRatios(ratioOf({ units: 42n, scale: 1 }), { numerator: 21n, denominator: 5n }) // 0
 */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The product of two fractions, not reduced.
 * @example multiplyRatios({ numerator: 1n, denominator: 2n }, { numerator: 3n, denominator: 4n }) // 3/8
 */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/**
 * The quotient of two fractions.
 * @throws RangeError when the divisor is 0: whoever divides decides first what a denominator of 0 means
 * @example divideRatios({ numerator: 1n, denominator: 2n }, { numerator: 3n, denominator: 4n }) // 4/6
 */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  if (b.numerator === 0n) throw new RangeError('division by zero');
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}

/**
 * The sum of fractions, added in pairs so that the denominators stay as short as they can, and reduced.
 * @example sumRatios([{ numerator: 1n, denominator: 2n }, { numerator: 1n, denominator: 3n }]) // 5/6
 */
export function sumRatios(ratios: readonly Ratio[]): Ratio {
  const [first, second] = ratios;
  if (!first) return { numerator: 0n, denominator: 1n };
  if (!second) return first;
  const middle = ratios.length >> 1;
  const [a, b] = [sumRatios(ratios.slice(0, middle)), sumRatios(ratios.slice(middle))];
  const divisor = greatestCommonDivisor(a.denominator, b.denominator);
  return {
    numerator: a.numerator * (b.denominator / divisor) + b.numerator * (a.denominator / divisor),
    denominator: (a.denominator / divisor) * b.denominator,
  };
}

/**
 * The fraction in lowest terms.
 * @example reduceRatio({ numerator: 42n, denominator: 10n }) // { numerator: 21n, denominator: 5n }
 */
export function reduceRatio(ratio: Ratio): Ratio {
  const divisor = greatestCommonDivisor(
    ratio.numerator < 0n ? -ratio.numerator : ratio.numerator,
    ratio.denominator,
  );
  return divisor === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: ratio.numerator / divisor, denominator: ratio.denominator / divisor };
}

/**
 * The decimal text of a fraction, rounded half up at `digits` places: for people to read, never for a verdict.
 * @param digits decimal places kept, 0 or more
 * @example showRatio({ numerator: 3855516n, denominator: 397n }, 2) // '9711.63'
 */
export function showRatio(ratio: Ratio, digits: number): string {
  const negative = ratio.numerator < 0n;
  const size = negative ? -ratio.numerator : ratio.numerator;
  const scaled = (2n * size * 10n ** BigInt(digits) + ratio.denominator) / (2n * ratio.denominator);
  const text = scaled.toString().padStart(digits + 1, '0');
  const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return negative && scaled !== 0n ? `-${shown}` : shown;
}

/**
 * The shortest text of a decimal: without trailing zeros.
 * @example showDecimal({ units: 450n, scale: 2 }) // '4.5'
 */
export function showDecimal(decimal: Decimal): string {
  const text = showRatio(ratioOf(decimal), decimal.scale);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
