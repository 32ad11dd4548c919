import { compareRatios, divideRatios, multiplyRatios, type Ratio, ratioOf, wholeRatio } from '../decimal.js';
import type { Section } from '../results.js';
import { type ResourceIndicator, resourceIndicators, type Stage, type Standard } from '../types.js';
import { type Aim, lineOf } from './line-of.js';
import { ceilRatio, subtractRatios } from './ratio-arithmetic.js';

/** What one indicator of one section lacks. */
export interface Need {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  /** Exactly what the section lacks to its line and to 85 % of it, in 人, ㎡, 元 or 间 of its own; 0 when it lacks nothing. */
  readonly toLine: Ratio;
  readonly toFloor: Ratio;
  /** Whole units to buy for that; of an integrated school's purchase only a share counts for this stage. */
  readonly unitsToLine: bigint;
  readonly unitsToFloor: bigint;
  /** How much of one unit counts for this stage. */
  readonly share: Ratio;
}

/** A section's needs, or why they cannot be told. */
export type SectionNeeds =
  | { readonly state: 'known'; readonly stage: Stage; readonly needs: readonly Need[] }
  | {
      readonly state: 'unknown';
      readonly stage: Stage;
      readonly needs: readonly Need[];
      readonly reason: string;
    };

/**
 * What each of the seven indicators of a section lacks, rounded up to whole units.
 * @param units the smallest amount that can be bought, by indicator
 * @example needsOf(section, standard, units, 'national').needs[3]?.unitsToLine // 120n ㎡
 */
export function needsOf(
  section: Section,
  standard: Standard,
  units: Readonly<Record<ResourceIndicator, Ratio>>,
  aim: Aim,
): SectionNeeds {
  const needs: Need[] = [];
  const reasons: string[] = [];
  for (const indicator of resourceIndicators) {
    const need = needOf(section, indicator, standard, units[indicator], aim);
    if (typeof need === 'string') reasons.push(`${indicator}${need}`);
    else needs.push(need);
  }
  const { stage } = section;
  return reasons.length === 0
    ? { state: 'known', stage, needs }
    : { state: 'unknown', stage, needs, reason: reasons.join('；') };
}

function needOf(
  { school, stage, students, amounts }: Section,
  indicator: ResourceIndicator,
  standard: Standard,
  unit: Ratio,
  aim: Aim,
): Need | string {
  const amount = amounts[indicator];
  const line = lineOf(standard, indicator, stage, school.kind, aim);
  if (amount.state !== 'value') return amount.reason;
  if (line === null) return '该日期没有本学段的标准值';
  if (students === null || !Number.isSafeInteger(students) || students <= 0) return '在校生数无数据或有误';
  const wanted = multiplyRatios(line, wholeRatio(students));
  const toLine = lacking(wanted, amount.amount);
  const toFloor = lacking(multiplyRatios(wanted, ratioOf(standard.rules.floor.value)), amount.amount);
  const { share } = amount;
  const counted = multiplyRatios(share, unit);
  const whole = (lack: Ratio) => ceilRatio(divideRatios(lack, counted));
  return {
    stage,
    indicator,
    toLine,
    toFloor,
    unitsToLine: whole(toLine),
    unitsToFloor: whole(toFloor),
    share,
  };
}

function lacking(wanted: Ratio, have: Ratio): Ratio {
  return compareRatios(wanted, have) > 0 ? subtractRatios(wanted, have) : wholeRatio(0);
}
