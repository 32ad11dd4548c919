import {
  buildSections,
  multiplyRatios,
  needsOf,
  purchaseUnitsFor,
  readUnits,
  resourceIndicators,
  wholeRatio,
} from '#indicator-engine';
import type { Evaluation } from '../evaluations.js';
import { amountText, resourceUnits } from '../resource-amounts.js';
import type { Figure } from './figures-of.js';

/** What the schools lack to the national line in whole units, asked by figure. */
export function lackingOf({
  schools,
  standard,
}: Pick<Evaluation, 'schools' | 'standard'>): (figure: Figure) => string {
  const units = readUnits(purchaseUnitsFor(schools));
  const sections = new Map(
    buildSections(schools, standard).sections.map((each) => [`${each.school.code} ${each.stage}`, each]),
  );
  return ({ indicator, schoolCode, stage, reason }) => {
    const resource = resourceIndicators.find((id) => id === indicator);
    const section = resource && sections.get(`${schoolCode} ${stage}`);
    if (!resource || !section) return reason ?? (resource ? '校际差异超过限值' : '未达到标准');
    const need = needsOf(section, standard, units, 'national').needs.find(
      (each) => each.indicator === resource,
    );
    if (!need) return reason ?? '';
    const amount = multiplyRatios(wholeRatio(need.unitsToLine), units[resource]);
    return `缺 ${amountText(amount)} ${resourceUnits[resource]}`;
  };
}
