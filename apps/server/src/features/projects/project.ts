import type { Milestone } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import { courseOf, type MilestoneCourse, openingOf } from './milestone-course.js';
import type { ProjectRecord } from './project-record.js';
import { type ProjectStanding, standingOf } from './project-standing.js';
import type { CountedProject } from './roll-up.js';

/** A project with all that follows from what was entered. */
export interface Project {
  readonly record: ProjectRecord;
  readonly courses: readonly MilestoneCourse[];
  readonly standing: ProjectStanding;
  /** When the school is to be in use, as things stand, or since when it is. */
  readonly opensOn: CivilDate | null;
  readonly counted: CountedProject;
}

export function projectOf(record: ProjectRecord, chain: readonly Milestone[], today: CivilDate): Project {
  const courses = courseOf(chain, record.dates, today);
  const cancelled = record.cancelled !== null;
  const standing = standingOf({ cancelled, lastReportOn: record.lastReport?.on ?? null }, courses, today);
  const { started, completed, accepted, unreported } = standing;
  const { placesPrimary: primary, placesJunior: junior } = record.facts;
  return {
    record,
    courses,
    standing,
    opensOn: openingOf(courses),
    counted: {
      ...{ stages: record.stages, cancelled, unreported, started, completed, accepted },
      places: { primary, junior },
      money: record.money,
    },
  };
}

/** The milestones that are late now, the longest waiting first; a project that was given up has none. */
export function lateMilestones({ record, courses }: Project): MilestoneCourse[] {
  if (record.cancelled !== null) return [];
  return courses.filter(({ late }) => late);
}

/** The step the project has not taken yet. */
export function nextMilestone({ record, courses }: Project): MilestoneCourse | null {
  if (record.cancelled !== null) return null;
  const last = courses.findLastIndex(({ actual }) => actual !== null);
  return courses.slice(last + 1).at(0) ?? courses.find(({ actual }) => actual === null) ?? null;
}
