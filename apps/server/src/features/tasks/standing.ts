import { addDays, type CivilDate, type WorkdayCalendar } from '#kernel';
import type { Parameters } from '../../database/parameters.js';

export const standings = [
  'draft',
  'awaiting_receipt',
  'on_track',
  'due_soon',
  'overdue',
  'in_review',
  'undetermined',
  'suspended',
  'closed',
  'cancelled',
] as const;

/** How a task stands today: the word and colour people see. */
export type Standing = (typeof standings)[number];

export const standingNames: Readonly<Record<Standing, string>> = {
  draft: '草稿',
  awaiting_receipt: '待签收',
  on_track: '按期',
  due_soon: '临期',
  overdue: '逾期',
  in_review: '待审核',
  undetermined: '待定',
  suspended: '已中止',
  closed: '已销号',
  cancelled: '已撤销',
};

const dueSoonWorkingDays = 7;

/**
 * The one definition of a task's standing, as SQL over the columns of `t`, so that tile, list and export agree.
 * Overdue wins over everything a running task can be (R-31: from the day after the due date); due soon means at most
 * seven working days left, which is before the eighth working day from today.
 */
export function standingSql(parameters: Parameters, calendar: WorkdayCalendar, today: CivilDate): string {
  const now = `${parameters.add(today)}::date`;
  const afterSoon = `${parameters.add(calendar.addWorkingDays(today, dueSoonWorkingDays + 1))}::date`;
  return `CASE
    WHEN t.state IN ('draft', 'in_review', 'suspended', 'closed', 'cancelled') THEN t.state
    WHEN t.effective_due_on < ${now} THEN 'overdue'
    WHEN t.state = 'assigned' THEN 'awaiting_receipt'
    WHEN t.effective_due_on IS NULL THEN 'undetermined'
    WHEN t.effective_due_on < ${afterSoon} THEN 'due_soon'
    ELSE 'on_track' END`;
}

export const latenesses = ['slight', 'serious', 'grave'] as const;
/** How late an overdue task is: under 3 working days, 3 to 6, or 7 and more. */
export type Lateness = (typeof latenesses)[number];

const seriousFromDays = 3;
const graveFromDays = 7;

/** The level of an overdue task as SQL over `t`, null for all others; the same for count and list. */
export function latenessSql(parameters: Parameters, calendar: WorkdayCalendar, today: CivilDate): string {
  const lateSince = (days: number): string =>
    `${parameters.add(addDays(calendar.addWorkingDays(addDays(today, 1), -days), -1))}::date`;
  return `CASE
    WHEN t.state NOT IN ('assigned', 'signed', 'in_progress')
      OR t.effective_due_on >= ${parameters.add(today)}::date OR t.effective_due_on IS NULL THEN NULL
    WHEN t.effective_due_on <= ${lateSince(graveFromDays)} THEN 'grave'
    WHEN t.effective_due_on <= ${lateSince(seriousFromDays)} THEN 'serious'
    ELSE 'slight' END`;
}

export const closings = ['on_time', 'late'] as const;
/** Whether a closed task with a due date was handed in by it. */
export type Closing = (typeof closings)[number];

/** As SQL over `t`: the clock of a closed task stands where it was handed in. */
export const closingSql = `CASE
  WHEN t.state <> 'closed' OR t.effective_due_on IS NULL THEN NULL
  WHEN t.paused_on <= t.effective_due_on THEN 'on_time' ELSE 'late' END`;
