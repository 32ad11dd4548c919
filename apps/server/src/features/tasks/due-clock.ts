import { type CivilDate, formatDate, type WorkdayCalendar } from '#kernel';

/** The parts of a task its clock is read from. */
export interface DueFacts {
  readonly dueOn: CivilDate | null;
  /** Working days spent in review or suspension so far: they are not counted against the unit. */
  readonly pausedDays: number;
  /** Set while the clock stands still: since submission or suspension. */
  readonly pausedOn: CivilDate | null;
}

/**
 * The day the unit is measured against: the due date, put off by the working days it had to wait for others.
 * @example due 2022-09-08, 3 working days in review → 2022-09-14 (09-10…09-12 were 中秋节)
 */
export function effectiveDueOn(
  calendar: WorkdayCalendar,
  dueOn: CivilDate | null,
  pausedDays: number,
): CivilDate | null {
  return dueOn === null || pausedDays === 0 ? dueOn : calendar.addWorkingDays(dueOn, pausedDays);
}

/** Working days the clock has stood still in all when it starts again today. */
export function pausedDaysAt(calendar: WorkdayCalendar, task: DueFacts, today: CivilDate): number {
  const current = task.pausedOn === null ? 0 : Math.max(0, calendar.workingDaysBetween(task.pausedOn, today));
  return task.pausedDays + current;
}

/**
 * Working days left on `asOf` (negative: working days late), the due day itself counting as the last one.
 * A task due on a Friday is overdue on Saturday with 0 working days late, and 1 on Monday.
 */
export function workingDaysLeft(calendar: WorkdayCalendar, effectiveDue: CivilDate, asOf: CivilDate): number {
  return asOf <= effectiveDue
    ? calendar.workingDaysBetween(asOf, effectiveDue)
    : 0 - calendar.workingDaysBetween(effectiveDue, asOf);
}

export interface DueExplanation {
  readonly start: CivilDate;
  readonly dueOn: CivilDate;
  readonly effectiveDueOn: CivilDate;
  readonly pausedDays: number;
  readonly workingDaysLeft: number;
  readonly skipped: readonly { readonly date: CivilDate; readonly reason: string }[];
  readonly notices: readonly string[];
  readonly provisional: boolean;
  readonly text: string;
}

/** How the figure beside the due date comes about, counted from `asOf`. */
export function explainDue(
  calendar: WorkdayCalendar,
  task: DueFacts,
  asOf: CivilDate,
): DueExplanation | null {
  const due = effectiveDueOn(calendar, task.dueOn, task.pausedDays);
  if (task.dueOn === null || due === null) return null;
  const left = workingDaysLeft(calendar, due, asOf);
  const from = asOf <= due ? asOf : due;
  const counted = left === 0 ? undefined : calendar.explainAdd(from, Math.abs(left));
  const put =
    task.pausedDays > 0 ? `审核或中止占用 ${task.pausedDays} 个工作日，顺延至${formatDate(due)}；` : '';
  const figure =
    asOf > due
      ? `自期限次日至${formatDate(asOf)}已过 ${-left} 个工作日`
      : `自${formatDate(asOf)}的次日至期限日还有 ${left} 个工作日`;
  return {
    start: asOf,
    dueOn: task.dueOn,
    effectiveDueOn: due,
    pausedDays: task.pausedDays,
    workingDaysLeft: left,
    skipped: counted?.skipped ?? [],
    notices: counted?.notices ?? [],
    provisional: calendar.isProvisional(due),
    text: `期限${formatDate(task.dueOn)}；${put}${figure}，当日不计，节假日和周末不计，调休上班日计入。`,
  };
}
