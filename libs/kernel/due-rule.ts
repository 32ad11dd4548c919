import { addDays, type CivilDate } from './civil-date.js';
import type { WorkdayCalendar } from './workday-calendar.js';

/**
 * How a term is written: 工作日, or 日/天 with what happens when the last day is not worked.
 * 民法典 §203 rolls forward; `back` serves “月底前”, which may not pass the month.
 */
export type DueRule =
  | { readonly kind: 'working_days'; readonly count: number }
  | { readonly kind: 'calendar_days'; readonly count: number; readonly roll: 'forward' | 'back' | 'none' };

/**
 * The last day of a term that starts on `start`; the task is overdue from the day after it.
 * @example dueDate(calendar, civilDate('2026-09-25'), { kind: 'calendar_days', count: 7, roll: 'forward' })
 * // '2026-10-08': 2026-10-02 falls into 国庆节
 */
export function dueDate(calendar: WorkdayCalendar, start: CivilDate, rule: DueRule): CivilDate {
  if (rule.kind === 'working_days') return calendar.addWorkingDays(start, rule.count);
  const end = addDays(start, rule.count);
  if (rule.roll === 'none' || calendar.isWorkingDay(end)) return end;
  return calendar.addWorkingDays(end, rule.roll === 'forward' ? 1 : -1);
}

/** Whether a task due on `due` is overdue on `today`, both days in Asia/Shanghai. */
export function isOverdue(due: CivilDate, today: CivilDate): boolean {
  return today > due;
}
