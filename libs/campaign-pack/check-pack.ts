import type { PackContent } from './campaign-pack.js';
import type { CheckResult, PackCheck } from './checks/check-result.js';
import { checkClauseNumbers, checkDrafts, checkGroupItems } from './checks/clauses.js';
import {
  checkGrandTotal,
  checkInvestmentScope,
  checkPlacesSum,
  checkSchoolCount,
  checkSchoolNames,
} from './checks/project-totals.js';
import { checkClassesProduct, checkPlacesPerSchool, checkWholeClasses } from './checks/school-sizes.js';
import {
  checkDeadlines,
  checkGoal,
  checkPhases,
  checkProjectsBeforeIssue,
  checkUndatedTargets,
} from './checks/timeline.js';
import {
  checkDuties,
  checkMemberCount,
  checkMentions,
  checkPendingNames,
  checkUnitNames,
} from './checks/units.js';

const checks: readonly PackCheck[] = [
  checkMemberCount,
  checkPendingNames,
  checkUnitNames,
  checkDuties,
  checkMentions,
  checkDrafts,
  checkClauseNumbers,
  checkGroupItems,
  checkPhases,
  checkGoal,
  checkDeadlines,
  checkUndatedTargets,
  checkPlacesSum,
  checkSchoolCount,
  checkSchoolNames,
  checkGrandTotal,
  checkInvestmentScope,
  checkProjectsBeforeIssue,
  checkWholeClasses,
  checkClassesProduct,
  checkPlacesPerSchool,
];

/**
 * Puts a plan's figures to every sum they can be put to. No check knows a county: each compares entries of the pack
 * with other entries of the same pack.
 * @returns what holds, what contradicts itself in the plan (warning), and what cannot be right (error)
 * @example checkPack(pack).filter((check) => check.level === 'error') // []
 */
export function checkPack(pack: PackContent): CheckResult[] {
  return checks.flatMap((check) => check(pack));
}
