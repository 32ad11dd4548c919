import { addDays, type CivilDate, type WorkdayCalendar } from '#kernel';
import type { ReminderRule } from './reminder-rule.js';

type Offset = Pick<ReminderRule, 'offsetDays' | 'dayKind'>;

/**
 * The working day on which a rule speaks of a task due on `due`. Before a due day that is not worked the days are counted
 * back from the last working day before it, so that nobody hears of it too late; calendar days that end on a day off are
 * held to the next working day.
 * @example firesOn(calendar, { offsetDays: -1, dayKind: 'working' }, civilDate('2022-09-25')) // '2022-09-22': due on a Sunday
 */
export function firesOn(
  calendar: WorkdayCalendar,
  { offsetDays, dayKind }: Offset,
  due: CivilDate,
): CivilDate {
  if (dayKind === 'calendar') return calendar.addWorkingDays(addDays(due, offsetDays), 0);
  return offsetDays > 0
    ? calendar.addWorkingDays(due, offsetDays)
    : calendar.addWorkingDays(addDays(due, 1), offsetDays - 1);
}

/**
 * The last due day of which a rule has spoken by the end of `today`: the same question asked the other way round, so
 * that the database can be asked for the tasks with one date a rule, however many there are.
 */
export function lastDueReached(
  calendar: WorkdayCalendar,
  { offsetDays, dayKind }: Offset,
  today: CivilDate,
): CivilDate {
  const workedBefore = (count: number) => calendar.addWorkingDays(addDays(today, 1), -count);
  if (dayKind === 'calendar') return addDays(workedBefore(1), -offsetDays);
  return offsetDays > 0
    ? addDays(workedBefore(offsetDays), -1)
    : addDays(calendar.addWorkingDays(today, 1 - offsetDays), -1);
}
