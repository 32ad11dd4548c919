import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';
import type { Project } from './project.js';
import { type ProjectCall, readProjectCalls } from './project-calls.queries.js';
import { readProjects } from './read-projects.js';

/** How long a unit has a project to report on. */
export interface ProjectTerm {
  readonly unit: UnitRef;
  readonly from: CivilDate;
  /** The day the school was accepted and in use; null: not yet. */
  readonly to: CivilDate | null;
}

/**
 * Which units have projects to report on, and when: those named as responsible, or, where a project names nobody, those
 * that were assigned its tasks. Projects that were given up are not in it. Three statements.
 */
export async function readProjectTerms(work: Work): Promise<ProjectTerm[]> {
  const { projects } = await readProjects(work);
  return termsOf(projects, await readProjectCalls(work));
}

export function termsOf(projects: readonly Project[], calls: readonly ProjectCall[]): ProjectTerm[] {
  return projects.flatMap((project) => {
    const { id, cancelled, units } = project.record;
    if (cancelled !== null) return [];
    const to = finishedOn(project);
    const named = new Set(units.map(({ unit }) => unit.id));
    return calls
      .filter(
        ({ projectId, unit, named: byName }) =>
          projectId === id && (named.size === 0 ? !byName : byName && named.has(unit.id)),
      )
      .map(({ unit, from }) => ({ unit, from, to }));
  });
}

function finishedOn({ standing, courses }: Project): CivilDate | null {
  if (!standing.finished) return null;
  const days = courses.flatMap(({ milestone, actual }) =>
    actual !== null && (milestone.reaches === 'opened' || milestone.reaches === 'accepted') ? [actual] : [],
  );
  return days.toSorted().at(-1) ?? null;
}
