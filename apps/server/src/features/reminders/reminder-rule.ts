import type { Priority, SourceKind } from '../tasks/tasks.module.js';

export const recipientKinds = ['handler', 'lead_head', 'supporting', 'government_office'] as const;
/** What makes a person concerned by a task; a person can be several of them at once. */
export type RecipientKind = (typeof recipientKinds)[number];

export const dayKinds = ['working', 'calendar'] as const;
export type DayKind = (typeof dayKinds)[number];

/** When, of which tasks and to whom a reminder goes out. */
export interface ReminderRule {
  readonly name: string;
  /** Days from the due day: negative before it, 0 on it, positive after it. */
  readonly offsetDays: number;
  readonly dayKind: DayKind;
  readonly recipients: readonly RecipientKind[];
  /** Of tasks made from these; empty: all. */
  readonly sourceKinds: readonly SourceKind[];
  /** Of tasks this urgent; empty: all. */
  readonly priorities: readonly Priority[];
  readonly active: boolean;
}

/**
 * What a reminder is remembered by: its offset, and not the rule, so that renaming or rebuilding the rules sends nothing
 * twice, and a person whom two rules reach at the same offset hears of it once.
 * @example offsetCode({ offsetDays: -7, dayKind: 'working' }) // 'before-7'
 */
export function offsetCode({ offsetDays, dayKind }: Pick<ReminderRule, 'offsetDays' | 'dayKind'>): string {
  const side = offsetDays > 0 ? 'overdue' : 'before';
  return `${dayKind === 'calendar' ? 'calendar-' : ''}${side}-${Math.abs(offsetDays)}`;
}

/** @example offsetText({ offsetDays: -7, dayKind: 'working' }) // '期限前 7 个工作日' */
export function offsetText({ offsetDays, dayKind }: Pick<ReminderRule, 'offsetDays' | 'dayKind'>): string {
  if (offsetDays === 0) return '期限当天';
  const days = `${Math.abs(offsetDays)} ${dayKind === 'working' ? '个工作日' : '天'}`;
  return offsetDays < 0 ? `期限前 ${days}` : `逾期 ${days}`;
}

/** What holds when a campaign has no rules of its own: everyone of the units that have a part in the task. */
export const defaultReminderRules: readonly ReminderRule[] = [-7, -3, -1, 0, 1].map((offsetDays) => ({
  name: offsetText({ offsetDays, dayKind: 'working' }),
  offsetDays,
  dayKind: 'working',
  recipients: ['handler', 'lead_head', 'supporting'],
  sourceKinds: [],
  priorities: [],
  active: true,
}));
