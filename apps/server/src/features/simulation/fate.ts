import type { UnitBehaviour } from '#campaign-pack';
import type { CivilDate, WorkdayCalendar } from '#kernel';
import { chance, daysWithin } from './chance.js';

export type Conduct = 'on_time' | 'late' | 'silent' | 'asks_extension';

/** What a unit will do with one task, decided when it gets it. */
export interface Fate {
  readonly conduct: Conduct;
  /** Null: only once the ladder has risen high enough. */
  readonly signsOn: CivilDate | null;
  /** Working days from the due date to submission: negative is before it. */
  readonly submitsAfterDue: number;
  /** Working days of delay it asks for. */
  readonly asksFor: number;
}

const askedBeforeDue = 2;

/**
 * @param task the task's number: with the seed it decides everything
 * @param assignedOn the day the task was assigned
 */
export function fateOf(
  { shares, signing, early, lateness, extension }: UnitBehaviour,
  calendar: WorkdayCalendar,
  seed: number,
  task: number,
  assignedOn: CivilDate,
): Fate {
  const luck = (about: string): number => chance(seed, task, about);
  const conduct = conductOf(shares, luck('conduct'));
  const signsAfter = daysWithin(signing, luck('signing'));
  return {
    conduct,
    signsOn: conduct === 'silent' ? null : calendar.addWorkingDays(assignedOn, signsAfter),
    submitsAfterDue:
      conduct === 'late' || conduct === 'silent'
        ? daysWithin(lateness, luck('lateness'))
        : -daysWithin(early, luck('early')),
    asksFor: daysWithin(extension, luck('extension')),
  };
}

function conductOf(shares: UnitBehaviour['shares'], luck: number): Conduct {
  if (luck < shares.silent) return 'silent';
  if (luck < shares.silent + shares.asksExtension) return 'asks_extension';
  return luck < shares.silent + shares.asksExtension + shares.late ? 'late' : 'on_time';
}

/** The day the unit submits when nothing else holds it up. */
export function submissionDay(
  { submitsAfterDue }: Fate,
  calendar: WorkdayCalendar,
  due: CivilDate,
): CivilDate {
  return calendar.addWorkingDays(due, submitsAfterDue);
}

/** The day from which a unit that wants more time asks for it. */
export function requestDay(calendar: WorkdayCalendar, due: CivilDate): CivilDate {
  return calendar.addWorkingDays(due, -askedBeforeDue);
}
