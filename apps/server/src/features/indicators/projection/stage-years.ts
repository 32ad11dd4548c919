import {
  type EvaluatedYear,
  type PlannedProject,
  type SchoolRecord,
  type Stage,
  stages,
  stagesOf,
} from '#indicator-engine';
import type { StageYear } from './projection.dto.js';

/**
 * Sections, pupils and places of each stage in one year. The data know no places of existing schools, so only what is added
 * since the data's year is set against each other.
 * @param opened projects that have opened after the data's year, this year's included
 */
export function stageYears(
  { result, schools }: Pick<EvaluatedYear, 'result' | 'schools'>,
  first: readonly SchoolRecord[],
  opened: readonly PlannedProject[],
): StageYear[] {
  return stages.map((stage) => {
    const sections = result.sections.filter((section) => section.stage === stage);
    const count = (verdict: string): number =>
      sections.filter((section) => section.verdict === verdict).length;
    const now = pupilsOf(schools, stage);
    const { added, unknown } = placesOf(opened, schools, stage);
    return {
      stage,
      met: count('met'),
      unmet: count('unmet'),
      toVerify: count('to_verify'),
      notApplicable: count('not_applicable'),
      pupils: now.pupils,
      pupilsMissing: now.missing,
      placesAdded: added,
      placesUnknown: unknown,
      balance: unknown > 0 ? null : added - (now.pupils - pupilsOf(first, stage).pupils),
    };
  });
}

function pupilsOf(schools: readonly SchoolRecord[], stage: Stage): { pupils: number; missing: number } {
  const counts = schools
    .filter(({ kind }) => stagesOf(kind).includes(stage))
    .map(({ students }) => students[stage]);
  return {
    pupils: counts.reduce((sum: number, count) => sum + (count ?? 0), 0),
    missing: counts.filter((count) => count === null).length,
  };
}

function placesOf(
  projects: readonly PlannedProject[],
  schools: readonly SchoolRecord[],
  stage: Stage,
): { added: number; unknown: number } {
  const kinds = new Map(schools.map(({ code, kind }) => [code, kind]));
  const concerned = projects.filter(({ school }) => {
    const kind = kinds.get(school);
    return kind !== undefined && stagesOf(kind).includes(stage);
  });
  return {
    added: concerned.reduce((sum, { places }) => sum + (places[stage] ?? 0), 0),
    unknown: concerned.filter(({ places }) => places[stage] === null).length,
  };
}
