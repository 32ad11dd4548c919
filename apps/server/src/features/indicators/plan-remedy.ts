import {
  buildSections,
  type Costs,
  countyRemedies,
  type IndicatorRemedy,
  purchaseUnitsFor,
  type RemedyMode,
  type SchoolRecord,
  schoolRemedy,
  type SchoolRemedy,
  type Section,
  type Standard,
} from '#indicator-engine';

export interface RemedyPlan {
  readonly mode: RemedyMode;
  readonly costs: Costs;
  /** Schools that miss something, or whose figures are not complete. */
  readonly schools: readonly SchoolRemedy[];
  /** Indicators and stages whose coefficient or schools need more. */
  readonly county: readonly IndicatorRemedy[];
}

/** What would mend the schools one by one, and the county's coefficients; against the national line. */
export function planRemedy(
  schools: readonly SchoolRecord[],
  standard: Standard,
  costs: Costs,
  mode: RemedyMode,
): RemedyPlan {
  const terms = { standard, costs, units: purchaseUnitsFor(schools), aim: 'national' as const };
  const { sections } = buildSections(schools, standard);
  const bySchool = new Map<string, Section[]>();
  for (const section of sections) {
    const own = bySchool.get(section.school.code);
    if (own) own.push(section);
    else bySchool.set(section.school.code, [section]);
  }
  const remedies = [...bySchool.values()].map((own) => schoolRemedy(own, terms));
  return {
    mode,
    costs,
    schools: remedies.filter(isNeedy),
    county: countyRemedies(sections, terms, mode),
  };
}

function isNeedy({ cheapest, sections }: SchoolRemedy): boolean {
  return cheapest === null || sections.some(({ needs }) => needs.some(({ unitsToLine }) => unitsToLine > 0n));
}
