import { type Decimal, type Ratio, ratioOf, reduceRatio } from './decimal.js';
import { mainTest, thresholdFor } from './thresholds.js';
import { type ResourceIndicator, resourceIndicators, type Stage, type Standard, stages } from './types.js';

/** A line as two whole factors: met when amount × shareNumerator × own ≥ line × students × shareDenominator. */
export interface Line {
  readonly own: number;
  readonly line: number;
  readonly ownExact: bigint;
  readonly lineExact: bigint;
}

/** The line and the floor of one indicator in each stage, by the stage's place in `stages`. */
export interface IndicatorLines {
  readonly line: readonly Line[];
  readonly floor: readonly Line[];
}

/**
 * The lines of C1–C7 for amounts given in units of 10^−scale, as in the school table (C6 in 万元).
 * @throws RangeError when a line depends on the kind of school or is no lower bound: columns cannot say that
 */
export function linesOf(standard: Standard, scales: readonly number[]): IndicatorLines[] {
  return resourceIndicators.map((id, index) => {
    const scale = scales[index] ?? 0;
    const { floor } = standard.rules;
    return {
      line: stages.map((stage) => lineOf(standard, id, stage, scale, { units: 1n, scale: 0 })),
      floor: stages.map((stage) => lineOf(standard, id, stage, scale, floor.value)),
    };
  });
}

function lineOf(standard: Standard, id: ResourceIndicator, stage: Stage, scale: number, part: Decimal): Line {
  const test = mainTest(standard, id);
  const threshold = thresholdFor(test?.national ?? [], stage, null);
  if (!test || threshold?.operator !== '≥' || test.national.some((each) => each.kinds.length > 0)) {
    throw new RangeError(`${id} has no single lower line for ${stage}`);
  }
  const factor = ratioOf(test.factor);
  const line = ratioOf(threshold.value);
  const share = ratioOf(part);
  const yuan = id === 'C6' ? 10_000n : 1n;
  const own = factor.numerator * yuan * line.denominator * share.denominator;
  const need = line.numerator * share.numerator * factor.denominator * 10n ** BigInt(scale);
  const exact: Ratio = reduceRatio({ numerator: own, denominator: need });
  return {
    own: Number(exact.numerator),
    line: Number(exact.denominator),
    ownExact: exact.numerator,
    lineExact: exact.denominator,
  };
}
