import { type CivilDate, computeDue, type DueRule, formatDate, type WorkdayCalendar } from '#kernel';
import { type DueMove, effectiveDueOn } from '../tasks/tasks.module.js';

/** An open task as the working calendar sees it. */
export interface CalendarFact {
  readonly taskId: string;
  readonly state: DueMove['state'];
  readonly version: number;
  readonly dueVersion: number;
  readonly dueOn: CivilDate;
  readonly effectiveDueOn: CivilDate;
  readonly pausedDays: number;
  readonly dueRule: DueRule | null;
}

export interface Moved<Fact> {
  readonly fact: Fact;
  readonly move: DueMove;
  readonly explanation: string;
}

/** What a change of the calendar does to open tasks. */
export interface Impact<Fact> {
  readonly moves: readonly Moved<Fact>[];
  /** Days named by a person that stop being workdays: they stay, and someone should look at them. */
  readonly restDays: readonly { readonly fact: Fact; readonly reason: string }[];
}

/**
 * Which due dates and effective due dates another calendar moves (R-24). A date that no longer is what its rule gave
 * was set by a person since, and stays.
 */
export function calendarImpact<Fact extends CalendarFact>(
  before: WorkdayCalendar,
  after: WorkdayCalendar,
  facts: readonly Fact[],
): Impact<Fact> {
  const moves = facts.flatMap((fact) => moveOf(before, after, fact) ?? []);
  const restDays = facts
    // A draft counted from its assignment has no day yet.
    .filter((fact) => fact.dueRule?.startOn !== null && !isCounted(before, fact))
    .filter(({ dueOn }) => before.isWorkingDay(dueOn) && !after.isWorkingDay(dueOn))
    .map((fact) => ({ fact, reason: after.reasonFor(fact.dueOn) }));
  return { moves, restDays };
}

function isCounted(calendar: WorkdayCalendar, { dueRule, dueOn }: CalendarFact): boolean {
  return dueRule !== null && dueRule.startOn !== null && computeDue(calendar, dueRule).end === dueOn;
}

function moveOf<Fact extends CalendarFact>(
  before: WorkdayCalendar,
  after: WorkdayCalendar,
  fact: Fact,
): Moved<Fact> | undefined {
  const computed = fact.dueRule && isCounted(before, fact) ? computeDue(after, fact.dueRule) : undefined;
  const newDueOn = computed?.end ?? fact.dueOn;
  const newEffectiveDueOn = effectiveDueOn(after, newDueOn, fact.pausedDays) ?? newDueOn;
  // An effective date that another rule has set, not the pauses, is left alone as long as its due date is.
  const paused = effectiveDueOn(before, fact.dueOn, fact.pausedDays) === fact.effectiveDueOn;
  if (newDueOn === fact.dueOn && (!paused || newEffectiveDueOn === fact.effectiveDueOn)) return undefined;
  const { taskId, state, version, dueVersion, dueOn, effectiveDueOn: effective } = fact;
  const pauses =
    fact.pausedDays > 0
      ? `审核或中止占用 ${fact.pausedDays} 个工作日，实际期限${formatDate(newEffectiveDueOn)}。`
      : '';
  return {
    fact,
    move: {
      taskId,
      state,
      version,
      dueVersion,
      dueOn,
      effectiveDueOn: effective,
      newDueOn,
      newEffectiveDueOn,
    },
    explanation: `${computed?.text ?? `期限${formatDate(dueOn)}不变；`}${pauses}`,
  };
}
