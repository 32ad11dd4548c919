import { type CivilDate, formatDate } from '#kernel';
import type { UntoldNotice } from '../escalation/escalation.module.js';
import type { PlannedReminder } from './plan-reminders.js';
import type { TaskForPerson } from './reminder-facts.queries.js';

/** What the digest says of a task and a person. */
export interface DigestTask extends Pick<
  TaskForPerson,
  | 'taskId'
  | 'seq'
  | 'title'
  | 'clauseNumber'
  | 'accountId'
  | 'personName'
  | 'personRole'
  | 'address'
  | 'unitName'
  | 'parts'
> {
  readonly effectiveDueOn: CivilDate | null;
}

/** Why a task stands in a person's digest. */
export interface DigestReason {
  /** 0 for a date that came; otherwise the rung: what is decided about a late task is more severe. */
  readonly severity: number;
  /** What its group is called; null: by the due date. */
  readonly rung: string | null;
  /** Said below the task; null where the due date says it all. */
  readonly text: string | null;
}

export interface DigestItem {
  readonly task: DigestTask;
  readonly reason: DigestReason;
}

/** What the planner wants to be sent. */
export function reminderItems(planned: readonly PlannedReminder<TaskForPerson>[]): DigestItem[] {
  return planned
    .filter((one) => one.outcome === 'queued')
    .map(({ fact }) => ({ task: fact, reason: { severity: 0, rung: null, text: null } }));
}

/** What the ladder wants to be said. */
export function noticeItems(notices: readonly UntoldNotice[]): DigestItem[] {
  return notices.map(({ rung, rungName, ground, reason, replyBy, ...task }) => {
    const sentences = [
      ground,
      ...(reason === null ? [] : [`理由：${reason}`]),
      ...(replyBy === null ? [] : [`请于${formatDate(replyBy)}前办理并回复`]),
    ];
    return { task, reason: { severity: rung, rung: rungName, text: sentences.join('；') } };
  });
}

/** Of several reasons for one task and person the most severe, of equal ones the first; the others are not said. */
export function keepMostSevere(items: readonly DigestItem[]): DigestItem[] {
  const kept = new Map<string, DigestItem>();
  for (const item of items) {
    const key = itemKey(item.task);
    const before = kept.get(key);
    if (!before || before.reason.severity < item.reason.severity) kept.set(key, item);
  }
  return [...kept.values()];
}

/** One line of a digest is about one person and one task. */
export function itemKey({ accountId, taskId }: Pick<DigestTask, 'accountId' | 'taskId'>): string {
  return `${accountId} ${taskId}`;
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
