import { type CivilDate, civilDateAt, formatDate, type WorkdayCalendar } from '#kernel';
import type { CountedDays } from './due-rule.dto.js';

/** What began a clock beside the due date, in words that follow the day. */
export type SideStart = '交办' | '提交审核';

/**
 * How the last day of receipt or review came about: working days from the day it began, which does not count.
 * Days the task was suspended have put it off and are in the count.
 */
export function countSideClock(
  calendar: WorkdayCalendar,
  startedAt: Date | null,
  dueOn: CivilDate | null,
  start: SideStart,
): CountedDays | null {
  if (startedAt === null || dueOn === null) return null;
  const from = civilDateAt(startedAt.getTime());
  const counted = calendar.explainAdd(from, calendar.workingDaysBetween(from, dueOn));
  if (counted.end !== dueOn) return null;
  const { count, skipped, notices, provisional } = counted;
  return {
    text: `${formatDate(from)}${start}，当日不计，${count} 个工作日，节假日和周末不计，调休上班日计入，至${formatDate(dueOn)}。`,
    skipped: [...skipped],
    notices: [...notices],
    provisional,
  };
}
