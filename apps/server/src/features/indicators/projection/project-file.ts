import { standardAsOf, type StandardCatalogue } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { FileEvaluation } from '../evaluate-file.js';
import { importJson, standardJson } from '../evaluation-json.js';
import { openStandards } from '../open-standards.js';
import { dataYearOf, whatIfFaults } from './check-what-if.js';
import { projectionText } from './projection-text.js';
import { type ProjectedCounty, projectionAnswer } from './projection-view.js';
import { standardsByYear } from './projections.js';
import { readAssumptionsFile } from './read-assumptions.js';

export interface ProjectOptions {
  readonly assumptions: string;
  readonly to?: string;
  readonly json?: boolean;
}

const usualYears = 5;

/**
 * The projection of a file, as text or as docs/schemas/projection.schema.json describes it.
 * @param ownStandards folder of the county's own standard files
 * @throws DomainError `malformed` with the lines of all faults of the assumptions
 */
export async function projected(
  evaluation: FileEvaluation,
  options: ProjectOptions,
  ownStandards: string | undefined,
): Promise<string> {
  const county = await projectFile(evaluation, options, openStandards(ownStandards));
  const { schools, standard } = evaluation;
  if (!options.json) return projectionText(county, standard).join('\n');
  const answer = { ...standardJson(standard), schools: importJson(schools), projection: county };
  return JSON.stringify(answer, null, 2);
}

async function projectFile(
  evaluation: FileEvaluation,
  options: ProjectOptions,
  catalogue: StandardCatalogue,
): Promise<ProjectedCounty> {
  const { standard } = evaluation;
  const schools = evaluation.schools.accepted;
  const { name, content, goalYear: said, refuse } = await readAssumptionsFile(options.assumptions);
  const asOf = civilDate(standard.asOf);
  const dataYear = dataYearOf(asOf);
  const goalYear = options.to === undefined ? (said ?? dataYear + usualYears) : Number(options.to);
  refuse(whatIfFaults(name, content, { schools, dataYear, goalYear }));
  const standardOf = standardsByYear((day) => standardAsOf(catalogue, standard.place, day), asOf);
  return projectionAnswer({ name, content, schools, dataYear, goalYear, standardOf }).county;
}
