import { addDays, civilDate, type WorkdayCalendar } from '#kernel';

/** Working days of a whole year: 248 in 2026. */
export function workingDaysOf(calendar: WorkdayCalendar, year: number): number {
  const eve = addDays(civilDate(`${String(year).padStart(4, '0')}-01-01`), -1);
  return calendar.workingDaysBetween(eve, civilDate(`${String(year).padStart(4, '0')}-12-31`));
}
