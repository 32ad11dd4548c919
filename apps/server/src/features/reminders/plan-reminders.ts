import type { CivilDate, WorkdayCalendar } from '#kernel';
import type { Priority, SourceKind } from '../tasks/tasks.module.js';
import { offsetCode, type RecipientKind, type ReminderRule } from './reminder-rule.js';
import { firesOn } from './rule-days.js';

/** A running task with a due date, for one person who must know of it. */
export interface ReminderFact {
  readonly taskId: string;
  readonly accountId: string;
  readonly effectiveDueOn: CivilDate;
  readonly dueVersion: number;
  readonly sourceKind: SourceKind;
  readonly priority: Priority;
  /** All that makes the person concerned. */
  readonly capacities: readonly RecipientKind[];
  /** Codes of the offsets already recorded for this task, person and due date version. */
  readonly recorded: readonly string[];
}

export interface PlannedReminder<Fact extends ReminderFact = ReminderFact> {
  readonly fact: Fact;
  readonly rule: string;
  readonly ruleName: string;
  /** Only the most severe rule is sent; milder ones that were passed by are recorded as superseded. */
  readonly outcome: 'queued' | 'superseded';
}

export interface ForecastReminder<Fact extends ReminderFact = ReminderFact> extends PlannedReminder<Fact> {
  readonly on: CivilDate;
}

/** One rule for one due day. */
export interface LadderStep {
  readonly code: string;
  readonly name: string;
  readonly firesOn: CivilDate;
}

/**
 * Which reminders are to be recorded now. It goes by state, "reached and not yet recorded", and not by equality with
 * a day: after an outage every missed rule is handled once, and running it again on the result plans nothing.
 */
export function planReminders<Fact extends ReminderFact>(
  facts: readonly Fact[],
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
  today: CivilDate,
): PlannedReminder<Fact>[] {
  const ladderOf = ladders(rules, calendar);
  return facts.flatMap((fact) => {
    const reached = ladderOf(fact).filter((step) => step.firesOn <= today);
    const mostSevere = reached.at(-1);
    return reached
      .filter((step) => !fact.recorded.includes(step.code))
      .map((step) => ({
        fact,
        rule: step.code,
        ruleName: step.name,
        outcome: step === mostSevere ? ('queued' as const) : ('superseded' as const),
      }));
  });
}

/**
 * What the runs from `first` to `last` would record if nothing changed meanwhile: the same as planning day after day and
 * remembering what was recorded, found without walking the days.
 * @param first a working day
 */
export function forecastReminders<Fact extends ReminderFact>(
  facts: readonly Fact[],
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
  { first, last }: { readonly first: CivilDate; readonly last: CivilDate },
): ForecastReminder<Fact>[] {
  const ladderOf = ladders(rules, calendar);
  return facts.flatMap((fact) => {
    const ladder = ladderOf(fact).map((step) => ({
      ...step,
      on: step.firesOn < first ? first : step.firesOn,
    }));
    return ladder
      .filter((step) => step.on <= last && !fact.recorded.includes(step.code))
      .map((step) => ({
        fact,
        rule: step.code,
        ruleName: step.name,
        on: step.on,
        outcome: step === ladder.findLast((one) => one.on <= step.on) ? 'queued' : 'superseded',
      }));
  });
}

/**
 * The rules that speak of a fact, from mild to severe: whichever speaks later is the more severe one. Kept for each kind
 * of task and person and each due day, because many tasks share them and counting days is the planner's whole cost.
 */
export function ladders(
  rules: readonly ReminderRule[],
  calendar: WorkdayCalendar,
): (fact: ReminderFact) => readonly LadderStep[] {
  const known = new Map<string, readonly LadderStep[]>();
  return (fact) => {
    const key = [fact.effectiveDueOn, fact.sourceKind, fact.priority, ...fact.capacities].join(' ');
    const found = known.get(key) ?? ladder(fact, rules, calendar);
    known.set(key, found);
    return found;
  };
}

function ladder(fact: ReminderFact, rules: readonly ReminderRule[], calendar: WorkdayCalendar): LadderStep[] {
  const steps = new Map<string, LadderStep & { readonly offset: number }>();
  for (const rule of rules) {
    const code = offsetCode(rule);
    if (!rule.active || steps.has(code) || !concerns(rule, fact)) continue;
    const day = firesOn(calendar, rule, fact.effectiveDueOn);
    steps.set(code, { code, name: rule.name, firesOn: day, offset: rule.offsetDays });
  }
  return [...steps.values()].sort(
    (a, b) => compare(a.firesOn, b.firesOn) || compare(a.offset, b.offset) || compare(a.code, b.code),
  );
}

function concerns(rule: ReminderRule, fact: ReminderFact): boolean {
  return (
    (rule.sourceKinds.length === 0 || rule.sourceKinds.includes(fact.sourceKind)) &&
    (rule.priorities.length === 0 || rule.priorities.includes(fact.priority)) &&
    rule.recipients.some((kind) => fact.capacities.includes(kind))
  );
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
