import type { LocalCalendar, WorkdayCalendar } from '#kernel';
import type { LocalDayRow } from './local-calendar.dto.js';

/** A set's days, each with the lower level that says otherwise, if one does. */
export function localDayRows(calendar: WorkdayCalendar, { level, days }: LocalCalendar): LocalDayRow[] {
  return days.map(({ date, kind, name, notice }) => {
    const deciding = calendar.localBasis(date)?.level ?? level;
    return { date, kind, name, notice, overriddenBy: deciding === level ? null : deciding };
  });
}
