import { calendarLevels, WorkdayCalendar, yearOf } from '#kernel';
import { readCalendarYears } from '../../database/calendar-years.js';
import { readLocalCalendars, type StoredLocalCalendar } from '../../database/local-calendars.js';
import type { Work } from '../../database/unit-of-work.js';
import { yearView } from './calendar-year.queries.js';
import type { CampaignCalendarView, LocalCalendarView } from './local-calendar.dto.js';
import { localDayRows } from './local-day-rows.js';
import { workingDaysOf } from './working-days-of.js';

/** A year as the campaign counts it, with the local sets that say something of it. */
export async function readCampaignCalendar(
  work: Work,
  asked: number | undefined,
): Promise<CampaignCalendarView> {
  const year = asked ?? yearOf(work.today);
  const years = await readCalendarYears(work.manager);
  const sets = await readLocalCalendars(work.manager, work.campaignId);
  const view = yearView(work.calendar, years, year, work.today);
  return {
    ...view,
    // A level may have set days of a year whose national notice is still to come.
    years: [...new Set([...view.years, ...sets.map((set) => set.year)])].sort((a, b) => a - b),
    nationalWorkingDays: workingDaysOf(new WorkdayCalendar(years), year),
    local: sets
      .toSorted((a, b) => calendarLevels.indexOf(a.level) - calendarLevels.indexOf(b.level))
      .filter((set) => set.year === year || set.days.some(({ date }) => yearOf(date) === year))
      .map((set) => localView(work.calendar, set)),
  };
}

function localView(calendar: WorkdayCalendar, set: StoredLocalCalendar): LocalCalendarView {
  return {
    year: set.year,
    level: set.level,
    notice: set.notice,
    url: set.url ?? null,
    publishedOn: set.publishedOn ?? null,
    enteredBy: set.enteredBy,
    enteredAt: set.enteredAt.toISOString(),
    days: localDayRows(calendar, set),
  };
}
