import { type CivilDate, civilDateAt, minutesOfDayAt, type WorkdayCalendar } from '#kernel';
import { isSendingTime } from '../features/notifications/notifications.module.js';

const slotMinutes = 5;

/**
 * The turn of the reminders an instant falls into: five minutes each, inside the sending window only.
 * @returns `YYYY-MM-DDTHH:MM` in Beijing time, or undefined outside the window
 * @example planningSlotAt(calendar, Date.parse('2022-09-15T01:03:20Z')) // '2022-09-15T09:00'
 */
export function planningSlotAt(calendar: WorkdayCalendar, nowMs: number): string | undefined {
  if (!isSendingTime(calendar, nowMs)) return undefined;
  const minutes = Math.floor(minutesOfDayAt(nowMs) / slotMinutes) * slotMinutes;
  const time = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${civilDateAt(nowMs)}T${time}`;
}

/** The day whose report an instant falls into: a working day, from the opening of the sending window to its end. */
export function reportSlotAt(calendar: WorkdayCalendar, nowMs: number): CivilDate | undefined {
  return isSendingTime(calendar, nowMs) ? civilDateAt(nowMs) : undefined;
}

/**
 * The day of the next turn of the reminders: today while the window is still to open or open, otherwise the next day it opens.
 * @example nextPlanningDay(calendar, Date.parse('2022-09-30T18:00:00+08:00')) // '2022-10-08'
 */
export function nextPlanningDay(calendar: WorkdayCalendar, nowMs: number): CivilDate {
  let at = nowMs;
  while (planningSlotAt(calendar, at) === undefined) at += slotMinutes * 60_000;
  return civilDateAt(at);
}
