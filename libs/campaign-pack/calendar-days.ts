import { addDays, type CalendarDay, daysBetween } from '#kernel';
import type { EntryReader } from './entry-reader.js';

// The longest holiday of the State Council's notices so far has ten days; a longer one is a typing error.
const longestHolidayDays = 31;

/**
 * The two lists of a notice: stretches that are off, and days that are worked.
 * @param more reads what a kind of calendar adds to each entry
 */
export function readCalendarDays<More extends object>(
  notice: EntryReader,
  more: (entry: EntryReader) => More,
): (CalendarDay & More)[] {
  return [
    ...notice.entries('off', '放假').flatMap((entry) => readHoliday(entry, more(entry))),
    ...notice.entries('work', '调休上班').map((entry) => readWork(entry, more(entry))),
  ];
}

function readHoliday<More extends object>(entry: EntryReader, more: More): (CalendarDay & More)[] {
  const [name, from, to] = [entry.text('name'), entry.date('from'), entry.date('to')];
  entry.finish();
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestHolidayDays) {
    entry.fault('to', `${name}的起止日期不对：${from} 至 ${to}`);
    return [];
  }
  return Array.from({ length }, (_, index) => ({
    date: addDays(from, index),
    kind: 'off' as const,
    name,
    ...more,
  }));
}

function readWork<More extends object>(entry: EntryReader, more: More): CalendarDay & More {
  const day = { date: entry.date('date'), kind: 'work' as const, name: entry.text('name'), ...more };
  entry.finish();
  return day;
}
