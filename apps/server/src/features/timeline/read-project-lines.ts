import type { Work } from '../../database/unit-of-work.js';
import { projectStateNames, readProjectTimelines } from '../projects/projects.module.js';
import type { TimelineLine } from './timeline-sources.js';

/** Construction projects as lines: from the first day known of a milestone to the forecast opening. */
export async function readProjectLines(work: Work): Promise<TimelineLine[]> {
  const projects = await readProjectTimelines(work);
  return projects.map(({ id, school, state, opensOn, milestones, unitName }) => {
    const days = milestones.flatMap(
      ({ actual, planned, firstPlanned }) => actual ?? planned ?? firstPlanned ?? [],
    );
    return {
      id,
      title: school,
      unitName,
      stateName: projectStateNames[state],
      startsOn: days.toSorted()[0] ?? null,
      endsOn: opensOn,
      link: `/projects/${id}`,
      milestones: milestones.map((one) => ({
        key: one.id,
        name: one.name,
        dueOn: one.planned ?? one.forecast,
        doneOn: one.actual,
      })),
    };
  });
}
