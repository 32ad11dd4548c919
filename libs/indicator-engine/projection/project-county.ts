import { evaluateCounty } from '../evaluate-county.js';
import type { CountyResult } from '../results.js';
import type { Conclusion, CountyInputs, SchoolRecord, Stage, Standard, Verdict } from '../types.js';
import type { Assumptions } from './assumptions.js';
import { projectSchools } from './project-schools.js';

export interface ProjectionInput {
  readonly schools: readonly SchoolRecord[];
  /** September the data is of. */
  readonly dataYear: number;
  readonly goalYear: number;
  readonly assumptions: Assumptions;
  /** The standard of one September; known future values then count from the year they begin. */
  readonly standardOf: (year: number) => Standard;
}

export interface EvaluatedYear {
  readonly year: number;
  /** Ids of the projects that open. */
  readonly opened: readonly string[];
  readonly schools: readonly SchoolRecord[];
  readonly result: CountyResult;
}

/** A verdict that is not what it was the year before; null: the school was not there or is gone. */
export interface Turn {
  readonly year: number;
  /** section: the school rule; figure: one of C1–C7; coefficient; school: C10 and the like of one school. */
  readonly kind: 'section' | 'figure' | 'coefficient' | 'school';
  readonly school: string | null;
  readonly stage: Stage | null;
  readonly indicator: string | null;
  readonly from: Verdict | Conclusion | null;
  readonly to: Verdict | Conclusion | null;
}

export interface Projection {
  readonly name: string;
  /** The data's own year first. */
  readonly years: readonly EvaluatedYear[];
  readonly turns: readonly Turn[];
}

/**
 * Evaluates every year to the goal under the assumptions and says which schools and indicators turn between the years.
 * Only what follows from school data is projected: evidence, county inputs and class lists of coming years do not exist.
 * @throws DomainError `malformed` for assumptions that contradict the schools
 * @example projectCounty(input).turns[0] // { year: 2028, kind: 'figure', school: '3', indicator: 'C4', from: 'unmet', to: 'met', … }
 */
export function projectCounty(input: ProjectionInput): Projection {
  const { schools, dataYear, goalYear, assumptions, standardOf } = input;
  const coming = projectSchools(schools, dataYear, goalYear, assumptions);
  const years = [{ year: dataYear, opened: [], schools }, ...coming].map((each) => ({
    ...each,
    result: evaluateCounty(
      { schools: each.schools, classes: null, county: nothingEntered },
      standardOf(each.year),
    ),
  }));
  const turns = years.flatMap((each, index) => {
    const before = years[index - 1];
    return before ? turnsBetween(before.result, each.result, each.year) : [];
  });
  return { name: assumptions.name, years, turns };
}

const nothingEntered: CountyInputs = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };

type Subject = Omit<Turn, 'year' | 'from' | 'to'>;
type Standing = readonly (readonly [Subject, Verdict | Conclusion])[];

/**
 * What stands otherwise in the later result: schools first, then coefficients, in the later result's order.
 * @example turnsBetween(before, after, 2028).length // 0 when nothing turns
 */
export function turnsBetween(before: CountyResult, after: CountyResult, year: number): readonly Turn[] {
  const earlier = new Map(
    standing(before).map(([subject, verdict]) => [keyOf(subject), { subject, verdict }]),
  );
  const turns: Turn[] = [];
  for (const [subject, to] of standing(after)) {
    const key = keyOf(subject);
    const from = earlier.get(key)?.verdict ?? null;
    earlier.delete(key);
    if (from !== to) turns.push({ year, ...subject, from, to });
  }
  const gone = [...earlier.values()].map(({ subject, verdict }) => ({
    year,
    ...subject,
    from: verdict,
    to: null,
  }));
  return [...turns, ...gone];
}

function standing({ sections, coefficients, indicators }: CountyResult): Standing {
  return [
    ...sections.flatMap(({ school, stage, verdict, indicators: figures }): Standing => [
      [{ kind: 'section', school, stage, indicator: null }, verdict],
      ...Object.values(figures).map(
        (figure) => [{ kind: 'figure', school, stage, indicator: figure.id }, figure.verdict] as const,
      ),
    ]),
    ...coefficients.map(
      ({ indicator, stage, verdict }) =>
        [{ kind: 'coefficient', school: null, stage, indicator }, verdict] as const,
    ),
    ...indicators.flatMap(({ schools }) =>
      schools.map(
        ({ indicator, school, verdict }) =>
          [{ kind: 'school', school, stage: null, indicator }, verdict] as const,
      ),
    ),
  ];
}

const keyOf = ({ kind, school, stage, indicator }: Subject) =>
  JSON.stringify([kind, school, stage, indicator]);
