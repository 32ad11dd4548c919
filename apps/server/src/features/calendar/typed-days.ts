import { addDays, type CalendarDay, daysBetween, type FieldFault } from '#kernel';
import type { HolidayRange, MakeUpDay } from './calendar.dto.js';

// The longest holiday so far has ten days; a longer range is a typing error.
const longestHolidayDays = 31;

/** What was read, and what is wrong with it. */
export interface Reading<T> {
  readonly read: T;
  readonly faults: readonly FieldFault[];
}

interface TypedLists<Off, Made> {
  readonly off?: readonly Off[];
  readonly work?: readonly Made[];
}

/**
 * The two typed lists of a notice as single days, in order.
 * @param more what a kind of calendar adds to each
 */
export function typedDays<Off extends HolidayRange, Made extends MakeUpDay, More extends object>(
  { off = [], work = [] }: TypedLists<Off, Made>,
  more: (entry: Off | Made) => More,
): Reading<(CalendarDay & More)[]> {
  const faults: FieldFault[] = [];
  const free = off.flatMap((range, index): (CalendarDay & More)[] => {
    const { name, from, to } = range;
    const length = daysBetween(from, to) + 1;
    if (length >= 1 && length <= longestHolidayDays)
      return Array.from({ length }, (_, day) => ({
        date: addDays(from, day),
        kind: 'off',
        name,
        ...more(range),
      }));
    faults.push({ pointer: `/off/${index}/to`, message: `${name}的起止日期不对：${from} 至 ${to}` });
    return [];
  });
  const made = work.map((day): CalendarDay & More => ({
    date: day.date,
    kind: 'work',
    name: day.name,
    ...more(day),
  }));
  return { read: [...free, ...made].sort((a, b) => (a.date < b.date ? -1 : 1)), faults };
}
