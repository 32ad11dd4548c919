import {
  compareRatios,
  type Decimal,
  multiplyRatios,
  type Ratio,
  ratioOf,
  reduceRatio,
  showDecimal,
  sumRatios,
  wholeRatio,
} from './decimal.js';
import { stageNames } from './amounts.js';
import { mainTest } from './thresholds.js';
import { parameterStep, shortText, shown, step } from './trace.js';
import type { CoefficientResult, Section, TraceStep } from './results.js';
import { type ResourceIndicator, type Stage, type Standard, type Verdict, verdictNames } from './types.js';

/** One school's part in a coefficient: its pupils and its exact amount. */
export interface Share {
  readonly students: number;
  readonly amount: Ratio;
}

/**
 * The square of the student-weighted coefficient of variation, exact:
 * CV² = ΣPᵢ(xᵢ − x̄)² ÷ (P·x̄²) = P·Σ(Xᵢ²÷Pᵢ) ÷ X² − 1, with xᵢ = Xᵢ÷Pᵢ and x̄ = X÷P.
 * @param shares pupils above 0 and amounts of each school
 * @returns null when nobody has anything: the mean 0 is no denominator (R-67)
 * @example squaredCoefficient([{ students: 1, amount: one }, { students: 1, amount: three }]) // 1/4
 */
export function squaredCoefficient(shares: readonly Share[]): Ratio | null {
  const total = sumRatios(shares.map(({ amount }) => amount));
  if (total.numerator === 0n) return null;
  const students = shares.reduce((sum, each) => sum + BigInt(each.students), 0n);
  const squares = sumRatios(
    shares.map(({ students: pupils, amount }) => ({
      numerator: amount.numerator * amount.numerator,
      denominator: amount.denominator * amount.denominator * BigInt(pupils),
    })),
  );
  const whole = students * squares.numerator * total.denominator * total.denominator;
  const part = squares.denominator * total.numerator * total.numerator;
  return { numerator: whole - part, denominator: part };
}

/**
 * Whether a coefficient keeps to its limit, decided on squares with whole numbers: no root, no rounding.
 * @example withinLimit({ numerator: 1n, denominator: 4n }, { units: 50n, scale: 2 }) // true: exactly 0.50
 */
export function withinLimit(squared: Ratio, limit: Decimal): boolean {
  return compareRatios(squared, multiplyRatios(ratioOf(limit), ratioOf(limit))) <= 0;
}

/**
 * The root of a fraction in units of 10^−digits, rounded half up, in whole numbers only.
 * @example roundedRoot({ numerator: 1n, denominator: 4n }, 3) // 500n
 */
export function roundedRoot(squared: Ratio, digits: number): bigint {
  const doubled = 4n * 10n ** BigInt(2 * digits);
  return (integerRoot((squared.numerator * doubled) / squared.denominator) + 1n) / 2n;
}

/**
 * The coefficient of variation of one resource in one stage over the schools of a county, against its limit.
 *
 * A section without data leaves the verdict 无数据; the figure over the others is shown in the trace.
 * @example evaluateCoefficient(sections, 'C1', 'primary', standard).text // '0.515'
 */
export function evaluateCoefficient(
  sections: readonly Section[],
  indicator: ResourceIndicator,
  stage: Stage,
  standard: Standard,
): CoefficientResult {
  const own = sections.filter((each) => each.stage === stage && each.students !== 0);
  const shares: Share[] = [];
  const missing: string[] = [];
  for (const { school, students, amounts } of own) {
    const amount = amounts[indicator];
    if (amount.state === 'value' && students !== null && students > 0 && Number.isSafeInteger(students)) {
      shares.push({ students, amount: amount.amount });
    } else missing.push(school.code);
  }
  const squared = squaredCoefficient(shares);
  const base = { indicator, stage, missing, limit: standard.rules.coefficientLimit[stage] };
  if (own.length === 0) return without(base, 'not_applicable', `没有列入评估的${stageNames[stage]}`, []);
  const trace = squared ? figureTrace(base, shares, squared, standard) : [];
  if (missing.length > 0) {
    const reason = `${missing.length}所学校缺数据：${missing.slice(0, 5).join('、')}${missing.length > 5 ? '等' : ''}`;
    return without(base, 'no_data', reason, trace);
  }
  if (squared === null) return without(base, 'not_applicable', '各校资源量均为0，平均值为0，没有分母', []);
  return judged(base, shares, squared, trace);
}

type Base = Pick<CoefficientResult, 'indicator' | 'stage' | 'missing' | 'limit'>;

function judged(
  base: Base,
  shares: readonly Share[],
  squared: Ratio,
  trace: readonly TraceStep[],
): CoefficientResult {
  const met = withinLimit(squared, base.limit.value);
  const rounded: Decimal = { units: roundedRoot(squared, 3), scale: 3 };
  const shownAs = compareRatios(ratioOf(rounded), ratioOf(base.limit.value)) <= 0;
  const contradictory = shownAs !== met;
  const reason = contradictory ? '显示的三位小数与判定看似矛盾，判定按精确值' : null;
  const verdict: Verdict = met ? 'met' : 'unmet';
  return {
    ...base,
    verdict,
    reason,
    squared,
    approximate: Number(roundedRoot(squared, 15)) / 1e15,
    text: shown(ratioOf(rounded)),
    mean: meanOf(shares),
    contradictory,
    trace: [...trace, step('verdict', `${verdictNames[verdict]}${reason === null ? '' : `（${reason}）`}`)],
  };
}

function without(
  base: Base,
  verdict: 'no_data' | 'not_applicable',
  reason: string,
  trace: readonly TraceStep[],
): CoefficientResult {
  return {
    ...base,
    verdict,
    reason,
    squared: null,
    approximate: null,
    text: verdictNames[verdict],
    mean: null,
    contradictory: false,
    trace: [...trace, step('verdict', `${verdictNames[verdict]}：${reason}`)],
  };
}

function meanOf(shares: readonly Share[]): Ratio {
  const total = sumRatios(shares.map(({ amount }) => amount));
  const students = shares.reduce((sum, each) => sum + BigInt(each.students), 0n);
  return reduceRatio({ numerator: total.numerator, denominator: total.denominator * students });
}

function figureTrace(base: Base, shares: readonly Share[], squared: Ratio, standard: Standard): TraceStep[] {
  const test = mainTest(standard, base.indicator);
  const students = shares.reduce((sum, each) => sum + each.students, 0);
  const mean = multiplyRatios(meanOf(shares), test ? ratioOf(test.factor) : wholeRatio(1));
  const root = { numerator: roundedRoot(squared, 6), denominator: 1_000_000n };
  const limit = showDecimal(base.limit.value);
  return [
    step('formula', '差异系数 = 标准差 ÷ 平均值，均按各校在校生数加权'),
    step(
      'step',
      `${shares.length}所学校，在校生合计 ${students} 人，平均值 ${shown(mean)} ${test?.unit ?? ''}`,
    ),
    step('step', `差异系数 = ${shortText(root, 6)}；判定时比较其平方与 ${limit} 的平方，不开方、不舍入`),
    parameterStep('差异系数上限', base.limit),
  ];
}

function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
