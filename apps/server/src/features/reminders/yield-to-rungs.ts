import { type DigestTask, itemKey } from './digest-item.js';
import type { PlannedReminder, ReminderFact } from './plan-reminders.js';

/** A reminder as it is recorded. */
export interface DecidedReminder<Fact extends ReminderFact = ReminderFact> extends PlannedReminder<Fact> {
  /** Whether the person's message speaks of its task: by itself, or by the rung it yields to. */
  readonly carried: boolean;
}

/** Where the same digest tells a person of a rung of the task, the reminder is not said as well. */
export function yieldToRungs<Fact extends ReminderFact>(
  planned: readonly PlannedReminder<Fact>[],
  rungs: readonly Pick<DigestTask, 'accountId' | 'taskId'>[],
): DecidedReminder<Fact>[] {
  const told = new Set(rungs.map(itemKey));
  return planned.map((one) => {
    const carried = one.outcome === 'queued';
    return carried && told.has(itemKey(one.fact))
      ? { ...one, carried, outcome: 'superseded' }
      : { ...one, carried };
  });
}
