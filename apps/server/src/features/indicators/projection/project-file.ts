import { loadStandards, standardsDirectory } from '#campaign-pack';
import { standardAsOf } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { FileEvaluation } from '../evaluate-file.js';
import { importJson, standardJson } from '../evaluation-json.js';
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
 * @throws DomainError `malformed` with the lines of all faults of the assumptions
 */
export async function projected(evaluation: FileEvaluation, options: ProjectOptions): Promise<string> {
  const county = await projectFile(evaluation, options);
  const { schools, standard } = evaluation;
  if (!options.json) return projectionText(county, standard).join('\n');
  const answer = { ...standardJson(standard), schools: importJson(schools), projection: county };
  return JSON.stringify(answer, null, 2);
}

async function projectFile(evaluation: FileEvaluation, options: ProjectOptions): Promise<ProjectedCounty> {
  const { standard } = evaluation;
  const schools = evaluation.schools.accepted;
  const { name, content, goalYear: said, refuse } = await readAssumptionsFile(options.assumptions);
  const asOf = civilDate(standard.asOf);
  const dataYear = dataYearOf(asOf);
  const goalYear = options.to === undefined ? (said ?? dataYear + usualYears) : Number(options.to);
  refuse(whatIfFaults(name, content, { schools, dataYear, goalYear }));
  const catalogue = loadStandards(standardsDirectory());
  const standardOf = standardsByYear((day) => standardAsOf(catalogue, standard.place, day), asOf);
  return projectionAnswer({ name, content, schools, dataYear, goalYear, standardOf }).county;
}
