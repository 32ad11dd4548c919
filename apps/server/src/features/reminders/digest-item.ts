import type { PlannedReminder } from './plan-reminders.js';
import type { TaskForPerson } from './reminder-facts.queries.js';

/** Why a task stands in a person's digest. */
export interface DigestReason {
  /** 0 for a date that came; what is decided about a late task is more severe. */
  readonly severity: number;
  /** Said below the task; null where the due date says it all. */
  readonly text: string | null;
}

export interface DigestItem {
  readonly task: TaskForPerson;
  readonly reason: DigestReason;
}

/** What the planner wants to be sent. */
export function reminderItems(planned: readonly PlannedReminder<TaskForPerson>[]): DigestItem[] {
  return planned
    .filter((one) => one.outcome === 'queued')
    .map(({ fact }) => ({ task: fact, reason: { severity: 0, text: null } }));
}

/** Of several reasons for one task and person the most severe; the others are not said. */
export function keepMostSevere(items: readonly DigestItem[]): DigestItem[] {
  const kept = new Map<string, DigestItem>();
  for (const item of items) {
    const key = `${item.task.accountId} ${item.task.taskId}`;
    const before = kept.get(key);
    if (!before || before.reason.severity < item.reason.severity) kept.set(key, item);
  }
  return [...kept.values()];
}

export type Digest = readonly [DigestItem, ...DigestItem[]];

/** One digest a person, in the order of the items. */
export function groupByPerson(items: readonly DigestItem[]): Digest[] {
  const digests = new Map<string, [DigestItem, ...DigestItem[]]>();
  for (const item of items) {
    const digest = digests.get(item.task.accountId);
    if (digest) digest.push(item);
    else digests.set(item.task.accountId, [item]);
  }
  return [...digests.values()];
}
