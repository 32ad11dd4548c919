import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, type CivilDate, WorkdayCalendar } from '#kernel';
import type { Standing } from '../../apps/server/src/features/tasks/standing.js';
import type { KnownTask } from './random-tasks.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const running = ['assigned', 'signed', 'in_progress'];

export const isRunning = (task: KnownTask): boolean => running.includes(task.state);

/** Counted day by day, with nothing of the program but whether a day is worked. */
export function daysLeft(due: CivilDate, from: CivilDate): number {
  let left = 0;
  for (let day = from; day < due; day = addDays(day, 1))
    if (calendar.isWorkingDay(addDays(day, 1))) left += 1;
  for (let day = due; day < from; day = addDays(day, 1))
    if (calendar.isWorkingDay(addDays(day, 1))) left -= 1;
  return left;
}

/** What 状况 means, said a second time in plain words. */
export function standingOf(task: KnownTask, today: CivilDate): Standing {
  if (!isRunning(task)) return task.state as Standing;
  if (task.due !== null && task.due < today) return 'overdue';
  if (task.state === 'assigned') return 'awaiting_receipt';
  if (task.due === null) return 'undetermined';
  return daysLeft(task.due, today) <= 7 ? 'due_soon' : 'on_track';
}
