import { type CivilDate, civilDateAt, type TaskState, type WorkdayCalendar } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { workingDaysLeft } from './due-clock.js';

/** How many working days the campaign gives for receipt and for review. */
export interface ClockLimits {
  readonly receiptWorkingDays: number;
  readonly verificationWorkingDays: number;
}

export async function readClockLimits(work: Work): Promise<ClockLimits> {
  const [row] = await work.manager.query<ClockLimits[]>(
    `SELECT receipt_working_days AS "receiptWorkingDays", verification_working_days AS "verificationWorkingDays"
     FROM campaign WHERE id = $1`,
    [work.campaignId],
  );
  if (!row) throw new Error('a campaign without a row');
  return row;
}

export interface SideClockFacts {
  readonly state: TaskState;
  readonly receiptDueOn: CivilDate | null;
  readonly verificationDueOn: CivilDate | null;
  readonly pausedOn: CivilDate | null;
  readonly signedAt: Date | null;
  readonly closedAt: Date | null;
}

export interface SideClocks {
  /** Negative: working days late. Frozen when the unit signed, and while the task is suspended. */
  readonly receiptDaysLeft: number | null;
  /** The reviewer's own; negative: working days late. Frozen when the review ended. */
  readonly verificationDaysLeft: number | null;
}

/** What is left of the receipt and verification clocks of a task, in working days. */
export function sideClocks(calendar: WorkdayCalendar, task: SideClockFacts, today: CivilDate): SideClocks {
  const { receiptDueOn, verificationDueOn, signedAt, closedAt } = task;
  const waits = task.state === 'suspended' ? (task.pausedOn ?? today) : today;
  const signedOn = signedAt ? civilDateAt(signedAt.getTime()) : waits;
  const reviewedOn = closedAt ? civilDateAt(closedAt.getTime()) : today;
  return {
    receiptDaysLeft: receiptDueOn && workingDaysLeft(calendar, receiptDueOn, signedOn),
    verificationDaysLeft: verificationDueOn && workingDaysLeft(calendar, verificationDueOn, reviewedOn),
  };
}

/** A receipt not yet given waits with the task: its last day moves by the working days of the suspension. */
export function receiptDueAfterPause(
  calendar: WorkdayCalendar,
  task: Pick<SideClockFacts, 'receiptDueOn' | 'signedAt' | 'pausedOn'>,
  today: CivilDate,
): CivilDate | null {
  const { receiptDueOn, signedAt, pausedOn } = task;
  if (receiptDueOn === null || signedAt !== null || pausedOn === null) return receiptDueOn;
  const waited = Math.max(0, calendar.workingDaysBetween(pausedOn, today));
  return waited === 0 ? receiptDueOn : calendar.addWorkingDays(receiptDueOn, waited);
}
