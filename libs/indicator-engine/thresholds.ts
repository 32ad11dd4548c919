import { compareRatios, type Ratio, ratioOf } from './decimal.js';
import { shown } from './trace.js';
import type {
  Conclusion,
  IndicatorDefinition,
  IndicatorTest,
  Operator,
  SchoolKind,
  Stage,
  Standard,
  Threshold,
  Verdict,
} from './types.js';

/**
 * Whether a value keeps to a line, exactly: the line itself is inside for ≥ and ≤ and outside for <.
 * @example reaches({ numerator: 42n, denominator: 10n }, '≥', { numerator: 21n, denominator: 5n }) // true
 */
export function reaches(value: Ratio, operator: Operator, line: Ratio): boolean {
  const order = compareRatios(value, line);
  if (operator === '≥') return order >= 0;
  if (operator === '≤') return order <= 0;
  return operator === '<' ? order < 0 : order === 0;
}

/** The line for one stage and kind of school; a line for named kinds goes before one for all. */
export function thresholdFor(
  thresholds: readonly Threshold[],
  stage: Stage | null,
  kind: SchoolKind | null,
): Threshold | null {
  const fitting = thresholds.filter(
    (each) =>
      (each.stage === null || each.stage === stage) &&
      (each.kinds.length === 0 || (kind !== null && each.kinds.includes(kind))),
  );
  return fitting.find((each) => each.kinds.length > 0) ?? fitting[0] ?? null;
}

export function judge(value: Ratio, threshold: Threshold): 'met' | 'unmet' {
  return reaches(value, threshold.operator, ratioOf(threshold.value)) ? 'met' : 'unmet';
}

/** Whether the three decimals on the page would lead a reader to the other verdict. */
export function looksContradictory(value: Ratio, threshold: Threshold): boolean {
  const [whole = '', fraction = ''] = shown(value).split('.');
  const rounded = { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
  const line = ratioOf(threshold.value);
  return reaches(rounded, threshold.operator, line) !== reaches(value, threshold.operator, line);
}

/** 未达标 outweighs all; then what could not be computed; 不适用 counts for nothing. */
export function combineVerdicts(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['unmet', 'error', 'no_data', 'met'];
  return order.find((each) => verdicts.includes(each)) ?? 'not_applicable';
}

/** The conclusion over several parts: certain failure first, then what is to be verified. */
export function conclude(parts: readonly (Verdict | Conclusion)[]): Conclusion {
  if (parts.includes('unmet')) return 'unmet';
  if (parts.some((each) => each === 'to_verify' || each === 'no_data' || each === 'error'))
    return 'to_verify';
  return parts.includes('met') ? 'met' : 'not_applicable';
}

export function indicatorOf(standard: Standard, id: string): IndicatorDefinition | undefined {
  return standard.indicators.find((each) => each.id === id);
}

/** The only test of an indicator with one, such as C1–C7. */
export function mainTest(standard: Standard, id: string): IndicatorTest | undefined {
  return indicatorOf(standard, id)?.tests[0];
}
