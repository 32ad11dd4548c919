import type { UnitRef } from '../../http/refs.dto.js';
import { filledIn, matches } from './filter-projects.js';
import type { ProjectFilter } from './list-projects.dto.js';
import { lessMoney, sumMoney } from './money.js';
import type { DeclaredYear } from './project-basis.queries.js';
import type { Project } from './project.js';
import { projectStages, type ProjectStage } from './project-words.js';
import { type PlacesSum, type RollUp, rollUp } from './roll-up.js';

/** What the plan declares, beside what its projects come to; null: one of the two is unknown. */
export interface Declared {
  readonly schools: number | null;
  readonly places: PlacesSum;
  readonly investment: string | null;
  readonly investmentScope: readonly string[];
}

export interface Difference {
  readonly schools: number | null;
  readonly places: PlacesSum;
  readonly investment: string | null;
}

/** Sums of a part of the projects; `difference`: what the projects have more than the plan declares. */
export interface PartSum {
  readonly sums: RollUp;
  readonly declared: Declared | null;
  readonly difference: Difference | null;
}

export interface ProjectSummary {
  readonly total: PartSum;
  readonly years: readonly (PartSum & { readonly year: number })[];
  readonly stages: readonly { readonly stage: ProjectStage; readonly sums: RollUp }[];
  /** null: projects nobody is responsible for; a project counts with each of its units. */
  readonly units: readonly { readonly unit: UnitRef | null; readonly sums: RollUp }[];
  /** Whether the plan's totals are about the same projects: not when the filter takes some of a year away. */
  readonly comparable: boolean;
}

/** The sums of the projects of a filter, with the plan's own totals beside them and never forced to agree. */
export function summarise(
  all: readonly Project[],
  declaredYears: readonly DeclaredYear[],
  filter: ProjectFilter,
): ProjectSummary {
  const projects = all.filter((project) => matches(project, filter));
  const only = filter.stage;
  const sums = (part: readonly Project[], stage = only): RollUp =>
    rollUp(
      part.map(({ counted }) => counted),
      stage,
    );
  const comparable = filledIn(filter).every((key) => key === 'year');
  const declaredOf = (years: readonly DeclaredYear[]): DeclaredYear[] =>
    comparable ? years.filter(({ year }) => filter.year?.includes(year) ?? true) : [];
  const years = [
    ...new Set([
      ...projects.map(({ record }) => record.year),
      ...declaredOf(declaredYears).map(({ year }) => year),
    ]),
  ].toSorted((a, b) => a - b);
  return {
    total: partSum(sums(projects), declaredOf(declaredYears)),
    years: years.map((year) => ({
      year,
      ...partSum(
        sums(projects.filter(({ record }) => record.year === year)),
        declaredOf(declaredYears.filter((one) => one.year === year)),
      ),
    })),
    stages: projectStages
      .filter((stage) => only === undefined || stage === only)
      .map((stage) => ({ stage, sums: sums(projects, stage) })),
    units: unitSums(projects, sums),
    comparable,
  };
}

function unitSums(
  projects: readonly Project[],
  sums: (part: readonly Project[]) => RollUp,
): ProjectSummary['units'] {
  const units = new Map(
    projects.flatMap(({ record }) => record.units.map(({ unit }) => [unit.id, unit] as const)),
  );
  const nobodys = projects.filter(({ record }) => record.units.length === 0);
  return [
    ...[...units.values()].map((unit) => ({
      unit,
      sums: sums(projects.filter(({ record }) => record.units.some((one) => one.unit.id === unit.id))),
    })),
    ...(nobodys.length > 0 ? [{ unit: null, sums: sums(nobodys) }] : []),
  ];
}

function partSum(sums: RollUp, years: readonly DeclaredYear[]): PartSum {
  if (years.length === 0) return { sums, declared: null, difference: null };
  const declared = declaredSum(years);
  const { schools, places, investment } = sums.levels.planned;
  return {
    sums,
    declared,
    difference: {
      schools: less(schools, declared.schools),
      places: {
        primary: less(places.primary, declared.places.primary),
        junior: less(places.junior, declared.places.junior),
        total: less(places.total, declared.places.total),
      },
      investment:
        investment === null || declared.investment === null
          ? null
          : lessMoney(investment, declared.investment),
    },
  };
}

/** A figure one of the years does not declare is left out of the sum, as the plan itself leaves it out. */
function declaredSum(years: readonly DeclaredYear[]): Declared {
  const sum = (figures: readonly (number | null)[]): number | null => {
    const known = figures.flatMap((figure) => figure ?? []);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
  };
  const [primary, junior] = [sum(years.map((one) => one.primary)), sum(years.map((one) => one.junior))];
  const amounts = years.flatMap(({ investment }) => investment ?? []);
  return {
    schools: sum(years.map(({ schools }) => schools)),
    places: { primary, junior, total: sum([primary, junior]) },
    investment: amounts.length === 0 ? null : sumMoney(amounts),
    investmentScope: years.flatMap(({ year, investmentScope }) =>
      investmentScope === null ? [] : [`${year}年${investmentScope}`],
    ),
  };
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
