import { compareRatios, ratioOf, wholeRatio } from './decimal.js';
import { compulsoryStudents, stagesOf } from './compulsory.js';
import { amountOf } from './amounts.js';
import { type AppliedCases, casesOf } from './special-cases.js';
import type { Amount, Excluded, Section } from './results.js';
import {
  type ResourceIndicator,
  resourceIndicators,
  type SchoolRecord,
  type ScopeRule,
  type Stage,
  type Standard,
} from './types.js';

export { compulsoryStudents, stagesOf };

export interface SectionPlan {
  readonly sections: readonly Section[];
  readonly excluded: readonly Excluded[];
}

/**
 * Parts the schools into sections, one for each stage, and says of every other school why it is not judged.
 *
 * The county's own word (是否纳入评估) goes before the scope rules of the standard.
 * @example buildSections(schools, standard).excluded[0]?.reason // '不足50人的教学点不列入7项指标'
 */
export function buildSections(
  schools: readonly SchoolRecord[],
  standard: Standard,
  cases: AppliedCases = new Map(),
): SectionPlan {
  const sections: Section[] = [];
  const excluded: Excluded[] = [];
  for (const school of schools) {
    const reason = exclusionOf(school, standard);
    if (reason) excluded.push(reason);
    else sections.push(...stagesOf(school.kind).map((stage) => sectionOf(school, stage, standard, cases)));
  }
  return { sections, excluded };
}

/** Why a school is outside the seven resource indicators; null when it is in. */
export function exclusionOf(school: SchoolRecord, standard: Standard): Excluded | null {
  const { code, name } = school;
  if (school.inScope === true) return null;
  if (school.inScope === false) {
    return { school: code, name, reason: school.exclusionReason ?? '本县注明不纳入，未写原因', basis: null };
  }
  const rule = standard.scope.find((each) => covers(each, school));
  return rule?.outcome === 'out' ? { school: code, name, reason: rule.reason, basis: rule.basis } : null;
}

function covers(rule: ScopeRule, school: SchoolRecord): boolean {
  if (rule.kinds.length > 0 && !rule.kinds.includes(school.kind)) return false;
  if (rule.founder !== null && rule.founder !== school.founder) return false;
  if (rule.studentsBelow === null) return true;
  const pupils = compulsoryStudents(school);
  return pupils !== null && compareRatios(wholeRatio(pupils), ratioOf(rule.studentsBelow)) < 0;
}

function sectionOf(school: SchoolRecord, stage: Stage, standard: Standard, cases: AppliedCases): Section {
  const amount = (indicator: ResourceIndicator): Amount =>
    amountOf(school, stage, indicator, standard, casesOf(cases, school.code, indicator));
  const amounts = Object.fromEntries(resourceIndicators.map((each) => [each, amount(each)]));
  return { school, stage, students: school.students[stage], amounts: amounts as Section['amounts'] };
}
