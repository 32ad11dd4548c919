import type { ProjectLevel } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { MilestoneCourse } from './milestone-course.js';
import type { ProjectState } from './project-words.js';

/** How far a project has come, counted by what was reported and by nothing else. */
export interface ProjectStanding {
  readonly state: ProjectState;
  readonly started: boolean;
  readonly completed: boolean;
  readonly accepted: boolean;
  readonly opened: boolean;
  /** In use although nobody reported that it was accepted. */
  readonly openedUnaccepted: boolean;
  /** Accepted and in use: nothing is left to report. */
  readonly finished: boolean;
  /** Not finished, and no report this month. */
  readonly unreported: boolean;
}

/**
 * A school that is in use was built, whoever forgot to report it; but only a reported acceptance counts as accepted.
 * @param lastReportOn null: never
 */
export function standingOf(
  project: { readonly cancelled: boolean; readonly lastReportOn: CivilDate | null },
  courses: readonly MilestoneCourse[],
  today: CivilDate,
): ProjectStanding {
  const has = (level: ProjectLevel): boolean =>
    courses.some(({ milestone, actual }) => milestone.reaches === level && actual !== null);
  const [opened, accepted] = [has('opened'), has('accepted')];
  const completed = opened || accepted || has('completed');
  const started = completed || has('started');
  const finished = opened && accepted;
  const reached = opened
    ? 'opened'
    : accepted
      ? 'accepted'
      : completed
        ? 'completed'
        : started
          ? 'started'
          : 'planned';
  return {
    state: project.cancelled ? 'cancelled' : reached,
    started,
    completed,
    accepted,
    opened,
    openedUnaccepted: opened && !accepted,
    finished,
    unreported: !finished && !project.cancelled && project.lastReportOn?.slice(0, 7) !== today.slice(0, 7),
  };
}
