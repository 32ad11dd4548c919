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
  /** Whose clock the rung was reached on; null: by the due date. */
  readonly unitId: string | null;
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
    .map(({ fact }) => ({ task: fact, reason: { severity: 0, rung: null, unitId: null, text: null } }));
}

/** What the ladder wants to be said. */
export function noticeItems(notices: readonly UntoldNotice[]): DigestItem[] {
  return notices.map(({ rung, rungName, unitId, ground, reason, replyBy, ...task }) => {
    const sentences = [
      ground,
      ...(reason === null ? [] : [`理由：${reason}`]),
      ...(replyBy === null ? [] : [`请于${formatDate(replyBy)}前办理并回复`]),
    ];
    return { task, reason: { severity: rung, rung: rungName, unitId, text: sentences.join('；') } };
  });
}

/**
 * Of several reasons for one task and person the most severe of each unit, of equal ones the first; the others are not
 * said. Units that are late with the same task share its line: an office hears of all of them.
 */
export function keepMostSevere(items: readonly DigestItem[]): DigestItem[] {
  const lines = new Map<string, DigestItem[]>();
  for (const item of items) {
    const key = itemKey(item.task);
    lines.set(key, withMostSevere(lines.get(key) ?? [], item));
  }
  return [...lines.values()].flatMap(joined);
}

function withMostSevere(line: readonly DigestItem[], item: DigestItem): DigestItem[] {
  const same = ({ reason }: DigestItem): boolean => reason.unitId === item.reason.unitId;
  const before = line.find(same);
  if (!before) return [...line, item];
  return before.reason.severity < item.reason.severity
    ? line.map((one) => (same(one) ? item : one))
    : [...line];
}

/** One line of what the units of a task have reached, the most severe first; a date is said only where no rung is. */
function joined(line: readonly DigestItem[]): DigestItem[] {
  const [first, ...others] = line.toSorted((a, b) => b.reason.severity - a.reason.severity);
  if (!first) return [];
  const texts = [first, ...others].flatMap(({ reason }) => reason.text ?? []);
  return [{ ...first, reason: { ...first.reason, text: texts.length === 0 ? null : texts.join('。') } }];
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
