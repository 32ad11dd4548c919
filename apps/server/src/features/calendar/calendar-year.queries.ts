import { type CalendarYear, type CivilDate, type WorkdayCalendar, yearOf } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { BusinessTime } from '../../database/business-time.js';
import { readCalendarYears } from '../../database/calendar-years.js';
import type { CalendarYearView } from './calendar.dto.js';
import { missingCalendarYears } from './missing-years.js';
import { workingDaysOf } from './working-days-of.js';

/** A year at a glance. One without a notice is shown as it is counted: Monday to Friday, provisional. */
export async function readCalendarYear(
  manager: EntityManager,
  time: BusinessTime,
  asked: number | undefined,
): Promise<CalendarYearView> {
  const { today, calendar } = await time.moment(manager);
  return yearView(calendar, await readCalendarYears(manager), asked ?? yearOf(today), today);
}

/** The national days of a year, and its working days by the given calendar. */
export function yearView(
  calendar: WorkdayCalendar,
  years: readonly CalendarYear[],
  year: number,
  today: CivilDate,
): CalendarYearView {
  const found = years.find((one) => one.year === year);
  return {
    year,
    notice: found?.notice ?? null,
    url: found?.url ?? null,
    publishedOn: found?.publishedOn ?? null,
    published: found !== undefined,
    workingDays: workingDaysOf(calendar, year),
    days: [...(found?.days ?? [])],
    years: [...calendar.publishedYears()],
    today,
    missing: missingCalendarYears(calendar, today),
  };
}
