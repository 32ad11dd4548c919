import dayjs from 'dayjs';
import type { LocalCalendarView, LocalDayRow } from '../../api/calendar-types.js';
import { dayNumberOf } from '../../text/dates.js';
import type { NoticeFields } from './notice-form.js';

/** Days of a set in a row that say the same. */
export interface LocalStretch extends Omit<LocalDayRow, 'date'> {
  from: string;
  to: string;
}

/** `2026-04-20` and `2026-04-21`, off for the same reason on the same notice, are one stretch. */
export function stretchesOf(days: readonly LocalDayRow[]): LocalStretch[] {
  const stretches: LocalStretch[] = [];
  for (const { date, ...day } of days) {
    const last = stretches.at(-1);
    const goesOn =
      last !== undefined &&
      dayNumberOf(last.to) + 1 === dayNumberOf(date) &&
      last.kind === day.kind &&
      last.name === day.name &&
      last.notice === day.notice &&
      last.overriddenBy === day.overriddenBy;
    if (goesOn) last.to = date;
    else stretches.push({ ...day, from: date, to: date });
  }
  return stretches;
}

/** A set's days as the form has them, each with the notice it rests on, so that another notice can be added to them. */
export function fieldsOf({ days }: LocalCalendarView): Pick<NoticeFields, 'off' | 'work'> {
  return {
    off: stretchesOf(days.filter(({ kind }) => kind === 'off')).map(({ name, from, to, notice }) => ({
      ...{ name, notice },
      range: [dayjs(from), dayjs(to)],
    })),
    work: days
      .filter(({ kind }) => kind === 'work')
      .map(({ name, date, notice }) => ({ name, notice, date: dayjs(date) })),
  };
}
