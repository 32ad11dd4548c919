import {
  type CivilDate,
  computeDue,
  type DueRule,
  formatDate,
  occurrenceOf,
  type Recurrence,
  type WorkdayCalendar,
} from '#kernel';
import { type DueMove, effectiveDueOn, type SideMove } from '../tasks/tasks.module.js';

/** A last day beside the due date, counted in working days from the day its clock began. */
export interface SideFact {
  readonly kind: SideMove['kind'];
  readonly unitId: string | null;
  readonly startOn: CivilDate | null;
  readonly dueOn: CivilDate;
}

/** An open task as the working calendar sees it. */
export interface CalendarFact {
  readonly taskId: string;
  readonly state: DueMove['state'];
  readonly version: number;
  readonly dueVersion: number;
  readonly dueOn: CivilDate | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly pausedDays: number;
  readonly dueRule: DueRule | null;
  /** Of recurring work: the period whose due day it has. */
  readonly recurring: { readonly recurrence: Recurrence; readonly period: string } | null;
  readonly sides: readonly SideFact[];
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
  readonly restDays: readonly {
    readonly fact: Fact & { readonly dueOn: CivilDate };
    readonly reason: string;
  }[];
}

/**
 * Which due dates, effective due dates, receipts and reviews another calendar moves. A date that no longer is what
 * it was counted to was set by a person since, and stays.
 */
export function calendarImpact<Fact extends CalendarFact>(
  before: WorkdayCalendar,
  after: WorkdayCalendar,
  facts: readonly Fact[],
): Impact<Fact> {
  const moves = facts.flatMap((fact) => moveOf(before, after, fact) ?? []);
  const restDays = facts
    .filter((fact): fact is Fact & { readonly dueOn: CivilDate } => fact.dueOn !== null)
    // A draft counted from its assignment has no day yet.
    .filter((fact) => fact.dueRule?.startOn !== null && counted(before, fact)?.end !== fact.dueOn)
    .filter(({ dueOn }) => before.isWorkingDay(dueOn) && !after.isWorkingDay(dueOn))
    .map((fact) => ({ fact, reason: after.reasonFor(fact.dueOn) }));
  return { moves, restDays };
}

interface Counted {
  readonly end: CivilDate;
  readonly text: string;
}

/** What the task's due date is by its rule or the period it is for; undefined when a person named the day. */
function counted(calendar: WorkdayCalendar, { dueRule, recurring }: CalendarFact): Counted | undefined {
  if (dueRule !== null && dueRule.startOn !== null) return computeDue(calendar, dueRule);
  if (recurring === null) return undefined;
  const { dueOn, text } = occurrenceOf(calendar, recurring.recurrence, recurring.period);
  return { end: dueOn, text: `${text}。` };
}

function moveOf<Fact extends CalendarFact>(
  before: WorkdayCalendar,
  after: WorkdayCalendar,
  fact: Fact,
): Moved<Fact> | undefined {
  const { taskId, state, version, dueVersion, dueOn, effectiveDueOn: effective } = fact;
  const sides = fact.sides.flatMap((side) => sideMove(before, after, side) ?? []);
  const follows = dueOn !== null && counted(before, fact)?.end === dueOn;
  const computed = follows ? counted(after, fact) : undefined;
  const newDueOn = computed?.end ?? dueOn;
  // An effective date that another rule has set, not the pauses, is left alone as long as its due date is.
  const paused = effectiveDueOn(before, dueOn, fact.pausedDays) === effective;
  const recounted = effectiveDueOn(after, newDueOn, fact.pausedDays);
  const newEffectiveDueOn = newDueOn === dueOn && !paused ? effective : recounted;
  const moved = newDueOn !== dueOn || newEffectiveDueOn !== effective;
  if (!moved && sides.length === 0) return undefined;
  const move = {
    taskId,
    state,
    version,
    dueVersion,
    dueOn,
    effectiveDueOn: effective,
    newDueOn,
    newEffectiveDueOn,
    sides,
  };
  return { fact, move, explanation: explain(fact, move, computed?.text) };
}

function sideMove(before: WorkdayCalendar, after: WorkdayCalendar, side: SideFact): SideMove | undefined {
  const { kind, unitId, startOn, dueOn } = side;
  if (startOn === null) return undefined;
  const count = before.workingDaysBetween(startOn, dueOn);
  if (count <= 0 || before.addWorkingDays(startOn, count) !== dueOn) return undefined;
  const newDueOn = after.addWorkingDays(startOn, count);
  return newDueOn === dueOn ? undefined : { kind, unitId, dueOn, newDueOn };
}

const sideNames: Readonly<Record<SideMove['kind'], string>> = {
  receipt: '签收期限',
  support_receipt: '配合单位签收期限',
  verification: '审核期限',
};

function explain(fact: CalendarFact, move: DueMove, computed: string | undefined): string {
  const { dueOn, newDueOn, newEffectiveDueOn, effectiveDueOn: effective } = move;
  const due = newDueOn !== dueOn || newEffectiveDueOn !== effective;
  const pauses =
    due && fact.pausedDays > 0 && newEffectiveDueOn
      ? `审核或中止占用 ${fact.pausedDays} 个工作日，实际期限${formatDate(newEffectiveDueOn)}。`
      : '';
  const unchanged = dueOn === null ? '办理期限待定；' : `期限${formatDate(dueOn)}不变；`;
  const sides = new Set(
    move.sides.map(
      (side) => `${sideNames[side.kind]}由${formatDate(side.dueOn)}改为${formatDate(side.newDueOn)}。`,
    ),
  );
  return [due ? (computed ?? unchanged) : unchanged, pauses, ...sides].join('');
}
