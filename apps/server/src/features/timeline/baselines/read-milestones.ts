import type { Work } from '../../../database/unit-of-work.js';
import type { TimelineSources } from '../timeline-sources.js';
import type { MilestoneRow } from './snapshot.queries.js';

/** Milestones of all projects, each under a key of its own. */
export async function readMilestones(work: Work, sources: TimelineSources): Promise<MilestoneRow[]> {
  const lines = await sources.read(work, 'project');
  return lines.flatMap((line) =>
    line.milestones.map((milestone) => ({
      key: `${line.id}/${milestone.key}`,
      title: `${line.title}：${milestone.name}`,
      unit: line.unitName,
      due_on: milestone.dueOn,
      done_on: milestone.doneOn,
    })),
  );
}
