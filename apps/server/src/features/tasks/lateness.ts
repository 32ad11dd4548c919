import type { CivilDate, WorkdayCalendar } from '#kernel';
import { effectiveDueOn, workingDaysLeft } from './due-clock.js';

export interface LatenessFacts {
  /** The day of the submission that is now accepted. */
  readonly submittedOn: CivilDate;
  /** The due date in force, put off by its pauses. */
  readonly effectiveDueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
  /** Working days of all reviews and suspensions since the task was assigned. */
  readonly allPausedDays: number;
}

export interface Lateness {
  readonly latenessDays: number | null;
  readonly latenessOriginalDays: number | null;
  readonly originalEffectiveDueOn: CivilDate | null;
}

/**
 * How late a closed task was, in working days, against its due date and against the one it was assigned with.
 * Review and approved pauses are not the unit's time. Negative: days in hand. A submission on a day off after the due
 * day is late by 0 working days, and yet not on time.
 */
export function lateness(calendar: WorkdayCalendar, facts: LatenessFacts): Lateness {
  const { submittedOn } = facts;
  const original = effectiveDueOn(calendar, facts.originalDueOn, facts.allPausedDays);
  const late = (due: CivilDate | null): number | null =>
    due === null ? null : 0 - workingDaysLeft(calendar, due, submittedOn);
  return {
    latenessDays: late(facts.effectiveDueOn),
    latenessOriginalDays: late(original),
    originalEffectiveDueOn: original,
  };
}
