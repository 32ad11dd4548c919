import { multiplyRatios, type Ratio, ratioOf, reduceRatio, wholeRatio } from '../decimal.js';
import type { Section } from '../results.js';
import { type ResourceIndicator, resourceIndicators, type Stage, stages } from '../types.js';
import { type CountyRemedy, countyRemedy, type RemedyMode } from './county-remedy.js';
import type { CountySection } from './exact-county.js';
import { lineOf } from './line-of.js';
import { readCosts, readUnits } from './purchase.js';
import type { RemedyTerms } from './school-remedy.js';

/** The remedy for one indicator in one stage of the county. */
export interface IndicatorRemedy {
  readonly indicator: ResourceIndicator;
  readonly stage: Stage;
  readonly mode: RemedyMode;
  /** 人, ㎡, 元 or 间 of one unit. */
  readonly unit: Ratio;
  /** `section` in its changes is the school's code. */
  readonly remedy: CountyRemedy;
  /** 元 for what is added; moving costs nothing here. */
  readonly cost: Ratio;
  /** Codes of the schools without data or line: they are left out, and the remedy holds only without them. */
  readonly missing: readonly string[];
}

/**
 * For each of the seven indicators and both stages: the fewest additions that bring the county's coefficient within its
 * limit and every school over its line. One indicator's unit costs the same in every school, so the fewest are the cheapest.
 * @param sections all sections of the county (buildSections)
 * @param mode 'move' lets teachers (C1–C3) move first; the other four are always bought
 * @throws RangeError when a cost or unit is no decimal number
 * @example countyRemedies(sections, terms, 'add').find((each) => each.indicator === 'C4')?.remedy.added
 */
export function countyRemedies(
  sections: readonly Section[],
  terms: RemedyTerms,
  mode: RemedyMode,
): readonly IndicatorRemedy[] {
  return stages.flatMap((stage) => {
    const own = sections.filter((section) => section.stage === stage && section.students !== 0);
    return resourceIndicators.map((indicator) => remedyOf(own, stage, indicator, terms, mode));
  });
}

function remedyOf(
  own: readonly Section[],
  stage: Stage,
  indicator: ResourceIndicator,
  terms: RemedyTerms,
  mode: RemedyMode,
): IndicatorRemedy {
  const known: CountySection[] = [];
  const missing: string[] = [];
  for (const section of own) {
    const entry = countySection(section, indicator, terms);
    if (entry) known.push(entry);
    else missing.push(section.school.code);
  }
  const unit = readUnits(terms.units)[indicator];
  const allowed: RemedyMode = mode === 'move' && isTeacher(indicator) ? 'move' : 'add';
  const limit = ratioOf(terms.standard.rules.coefficientLimit[stage].value);
  const remedy = countyRemedy({ limit, unit, sections: known }, allowed);
  const amount = multiplyRatios(wholeRatio(remedy.added), unit);
  const cost = reduceRatio(multiplyRatios(amount, readCosts(terms.costs)[stage][indicator]));
  return { indicator, stage, mode: allowed, unit, remedy, cost, missing };
}

function countySection(
  { school, stage, students, amounts }: Section,
  indicator: ResourceIndicator,
  { standard, aim }: RemedyTerms,
): CountySection | null {
  const amount = amounts[indicator];
  const line = lineOf(standard, indicator, stage, school.kind, aim);
  if (amount.state !== 'value' || line === null || students === null) return null;
  if (!Number.isSafeInteger(students) || students <= 0) return null;
  return { id: school.code, students, amount: amount.amount, share: amount.share, line };
}

/** Counted by stage and able to change schools. */
function isTeacher(indicator: ResourceIndicator): boolean {
  return indicator === 'C1' || indicator === 'C2' || indicator === 'C3';
}
