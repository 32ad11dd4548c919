import { type Ratio } from '../decimal.js';

/** a − b, not reduced. */
export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The least whole number not below the fraction. */
export function ceilRatio({ numerator, denominator }: Ratio): bigint {
  const quotient = numerator / denominator;
  return numerator > 0n && quotient * denominator !== numerator ? quotient + 1n : quotient;
}

/** The greatest whole number whose square is not above `value`. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** Least common multiple, 1 for none. */
export function commonMultiple(values: readonly bigint[]): bigint {
  return values.reduce((common, value) => {
    if (common % value === 0n) return common;
    let [x, y] = [common, value];
    while (y !== 0n) [x, y] = [y, x % y];
    return (common / x) * value;
  }, 1n);
}
