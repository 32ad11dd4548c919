import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { type Project, projectOf } from './project.js';
import { type ProjectBasis, readProjectBasis } from './project-basis.queries.js';
import { readProjectRecords } from './project-records.queries.js';

/** All projects of the campaign and what they are measured by: two statements, however many there are. */
export async function readProjects(
  work: Work,
  today: CivilDate = work.today,
): Promise<{ readonly basis: ProjectBasis; readonly projects: readonly Project[] }> {
  const basis = await readProjectBasis(work);
  const records = await readProjectRecords(work);
  return { basis, projects: records.map((record) => projectOf(record, basis.chain.milestones, today)) };
}
