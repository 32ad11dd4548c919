import type { Work } from '../../database/unit-of-work.js';
import { readPhases } from './phases.js';
import type { TimelineSources } from './timeline-sources.js';
import { readNextDeadlines, readTimelineTasks } from './timeline-tasks.queries.js';
import type { TimelineView } from './timeline.dto.js';

const deadlinesShown = 5;

/** Phases, tasks and projects on one axis; the number of statements does not depend on how many there are. */
export async function readTimeline(work: Work, sources: TimelineSources): Promise<TimelineView> {
  const projects = await sources.read(work, 'project');
  return {
    today: work.today,
    phases: await readPhases(work),
    tasks: await readTimelineTasks(work),
    projects: projects.map((line) => ({ ...line, milestones: [...line.milestones] })),
    nextDeadlines: await readNextDeadlines(work, deadlinesShown),
  };
}
