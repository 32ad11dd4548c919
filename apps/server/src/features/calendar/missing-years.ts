import { type CivilDate, type WorkdayCalendar, yearOf } from '#kernel';

/**
 * Years whose notice should be there and is not: this one, and from 1 November the next.
 * @example missingCalendarYears(calendar, civilDate('2026-11-01')) // [2027]
 */
export function missingCalendarYears(calendar: WorkdayCalendar, today: CivilDate): number[] {
  const thisYear = yearOf(today);
  const needed = today.slice(5) >= '11-01' ? [thisYear, thisYear + 1] : [thisYear];
  return needed.filter((year) => !calendar.isPublished(year));
}
