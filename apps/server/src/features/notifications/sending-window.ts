import { civilDateAt, minutesOfDayAt, type WorkdayCalendar } from '#kernel';

const opensAt = 8 * 60 + 30;
const closesAt = 18 * 60;

/** Whether messages may leave now: 08:30–18:00 on working days, make-up days included. */
export function isSendingTime(calendar: WorkdayCalendar, nowMs: number): boolean {
  const minutes = minutesOfDayAt(nowMs);
  return minutes >= opensAt && minutes < closesAt && calendar.isWorkingDay(civilDateAt(nowMs));
}
