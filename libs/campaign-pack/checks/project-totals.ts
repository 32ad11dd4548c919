import type { PackContent, ProjectYear } from '../campaign-pack.js';
import { type CheckResult, clauseNumber, stageNames, stages } from './check-result.js';
import { sumOfDecimals } from './decimal-sum.js';

/** 小学 + 初中 = the total as written. */
export function checkPlacesSum(pack: PackContent): CheckResult[] {
  return pack.projectYears.flatMap((year) => {
    if (year.placesTotal === null) return [];
    const parts = stages.flatMap((stage) => year.places[stage] ?? []);
    const sum = parts.reduce((a, b) => a + b, 0);
    const written = stages.map((stage) => `${stageNames[stage]}${year.places[stage] ?? 0}`).join(' + ');
    const equal = sum === year.placesTotal;
    return {
      id: `places-sum-${year.year}`,
      level: equal ? 'holds' : 'error',
      message: `${year.year}年新增学位：${written} = ${sum}，与写明的${year.placesTotal}${equal ? '一致' : '不符'}`,
      clause: clauseNumber(pack, year.clause),
    };
  });
}

/** The list is as long as the stated count; schools with two sections make the count ambiguous. */
export function checkSchoolCount(pack: PackContent): CheckResult[] {
  return pack.projectYears.flatMap((year) => {
    const listed = pack.projects.filter((project) => project.year === year.year);
    const equal = listed.length === year.schools;
    const clause = clauseNumber(pack, year.clause);
    const count: CheckResult = {
      id: `school-count-${year.year}`,
      level: equal ? 'holds' : 'error',
      message: `${year.year}年列出${listed.length}所学校，与写明的${year.schools}所${equal ? '一致' : '不符'}`,
      clause,
    };
    const divided = listed.filter((project) => project.stages.length > 1).map((project) => project.school);
    if (divided.length === 0) return [count];
    const sections = listed.reduce((sum, project) => sum + project.stages.length, 0);
    const message = `${year.year}年学校数有两种数法：${divided.join('、')}按一所计共${listed.length}所，小学部、初中部分开计共${sections}所；写明的是${year.schools}所`;
    return [count, { id: `school-sections-${year.year}`, level: 'warning', message, clause }];
  });
}

/** What all years come to; plans seldom write it. */
export function checkGrandTotal(pack: PackContent): CheckResult[] {
  const years = pack.projectYears;
  const [first, last] = [years.at(0), years.at(-1)];
  if (!first || !last) return [];
  const byStage = stages.map((stage) => years.reduce((sum, year) => sum + (year.places[stage] ?? 0), 0));
  const parts = stages.map((stage, index) => `${stageNames[stage]}${byStage[index]}`).join('、');
  const investment = sumOfDecimals(years.flatMap((year) => year.investment ?? []));
  const schools = years.reduce((sum, year) => sum + year.schools, 0);
  const total = byStage.reduce((a, b) => a + b, 0);
  const message = `${first.year}—${last.year}年由各年相加：学校${schools}所，新增学位${total}个（${parts}），投资${investment}万元`;
  return [{ id: 'projects-total', level: 'holds', message, clause: null }];
}

/** Figures with different scopes must not be compared or added without saying so. */
export function checkInvestmentScope(pack: PackContent): CheckResult[] {
  const scoped = pack.projectYears.filter((year): year is ProjectYear & { investmentScope: string } =>
    Boolean(year.investmentScope),
  );
  const [first] = scoped;
  if (!first) return [];
  const scopes = scoped.map((year) => `${year.year}年${year.investmentScope}`).join('，');
  const message = `各年投资口径不一：${scopes}；年度之间不可直接比较`;
  return [{ id: 'investment-scope', level: 'warning', message, clause: clauseNumber(pack, first.clause) }];
}

/** One school stands in the plan once. */
export function checkSchoolNames(pack: PackContent): CheckResult[] {
  const seen = new Set<string>();
  const twice = pack.projects.filter((project) => seen.size === seen.add(project.school).size);
  const [first] = twice;
  if (!first) {
    if (seen.size === 0) return [];
    return [{ id: 'school-names', level: 'holds', message: `${seen.size}所学校没有重名`, clause: null }];
  }
  const message = `学校重复列出：${twice.map((project) => project.school).join('、')}`;
  return [{ id: 'school-names', level: 'warning', message, clause: clauseNumber(pack, first.clause) }];
}
