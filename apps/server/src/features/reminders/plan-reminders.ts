import type { CivilDate, WorkdayCalendar } from '#kernel';
import { workingDaysLeft } from '../tasks/tasks.module.js';

/** Speaks up when at most `atDaysLeft` working days are left; negative: that many working days late. */
export interface ReminderRule {
  readonly code: string;
  readonly atDaysLeft: number;
}

/**
 * What is sent when nothing else is configured, from mild to severe.
 *
 * The escalation ladder continues this list: `overdue-3`, `overdue-7` and so on, each with recipients of its own
 * (head of the unit, office, leading group). A rule then also says whom it goes to; the planner stays what it is.
 */
export const defaultReminderRules: readonly ReminderRule[] = [
  { code: 'before-7', atDaysLeft: 7 },
  { code: 'before-3', atDaysLeft: 3 },
  { code: 'before-1', atDaysLeft: 1 },
  { code: 'before-0', atDaysLeft: 0 },
  { code: 'overdue-1', atDaysLeft: -1 },
];

/** A running task with a due date, for one person who must know of it. */
export interface ReminderFact {
  readonly taskId: string;
  readonly accountId: string;
  readonly effectiveDueOn: CivilDate;
  readonly dueVersion: number;
  /** Codes of the rules already recorded for this task, person and due date version. */
  readonly recorded: readonly string[];
}

export interface PlannedReminder<Fact extends ReminderFact = ReminderFact> {
  readonly fact: Fact;
  readonly rule: string;
  /** Only the most severe rule is sent; milder ones that were passed by are recorded as superseded. */
  readonly outcome: 'queued' | 'superseded';
}

/**
 * Which reminders are to be recorded now. It goes by state, "reached and not yet recorded", and not by equality with
 * a day: after an outage every missed rule is handled once, and running it again on the result plans nothing.
 * A due day that is not worked counts as reached with the last working day before it.
 * @param rules from mild to severe
 */
export function planReminders<Fact extends ReminderFact>(
  facts: readonly Fact[],
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
  today: CivilDate,
): PlannedReminder<Fact>[] {
  const daysLeft = memoised((due: CivilDate) => workingDaysLeft(calendar, due, today));
  return facts.flatMap((fact) => {
    const reached = rules.filter((rule) => daysLeft(fact.effectiveDueOn) <= rule.atDaysLeft);
    const mostSevere = reached.at(-1);
    return reached
      .filter((rule) => !fact.recorded.includes(rule.code))
      .map((rule) => ({ fact, rule: rule.code, outcome: rule === mostSevere ? 'queued' : 'superseded' }));
  });
}

/** The first due day no rule reaches yet: tasks due from then on need not be looked at. */
export function reminderHorizon(
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
  today: CivilDate,
): CivilDate {
  const furthest = Math.max(0, ...rules.map((rule) => rule.atDaysLeft));
  return calendar.addWorkingDays(today, furthest + 1);
}

/** Many tasks share a due day, and counting days is the planner's whole cost. */
function memoised<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}
