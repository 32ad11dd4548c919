import type { CivilDate, TaskState, WorkdayCalendar } from '#kernel';
import { workingDaysLeft } from './due-clock.js';
import { receiptDueAfterPause } from './side-clocks.js';
import type { SupportState } from './task-state.js';

/** What the receipt clock of a supporting unit's part is read from. */
export interface SupportReceiptFacts {
  readonly state: SupportState;
  /** null: the part has no clock, because it is older than these clocks or its task is a draft. */
  readonly receiptDueOn: CivilDate | null;
  /** Frozen at signing: working days late; negative: early. null: not signed, or signed without a clock. */
  readonly receiptLatenessDays: number | null;
}

interface TaskOfPart {
  readonly state: TaskState;
  /** Set while the task's clock stands still. */
  readonly pausedOn: CivilDate | null;
}

export const supportReceipts = ['to_sign', 'late', 'in_time', 'signed_late', 'signed', 'never'] as const;
/** How a part's receipt stands; `signed`: nobody knows whether in time, `never`: the task ended without it. */
export type SupportReceipt = (typeof supportReceipts)[number];

export interface ReceiptView {
  readonly receipt: SupportReceipt;
  /** Working days left to sign; negative: late. Frozen at signing; null where there is nothing to count. */
  readonly receiptDaysLeft: number | null;
}

const over: readonly TaskState[] = ['closed', 'cancelled'];

/**
 * How a part's receipt stands. Frozen when the unit signed, and while the task is suspended or in review, since a
 * part cannot be signed then; it ends with the task.
 */
export function supportReceiptOf(
  calendar: WorkdayCalendar,
  task: TaskOfPart,
  part: SupportReceiptFacts,
  today: CivilDate,
): ReceiptView {
  const { receiptDueOn, receiptLatenessDays: lateness } = part;
  if (part.state !== 'assigned') {
    if (lateness === null) return { receipt: 'signed', receiptDaysLeft: null };
    return { receipt: lateness > 0 ? 'signed_late' : 'in_time', receiptDaysLeft: 0 - lateness };
  }
  if (over.includes(task.state)) return { receipt: 'never', receiptDaysLeft: null };
  if (receiptDueOn === null) return { receipt: 'to_sign', receiptDaysLeft: null };
  const asOf = task.pausedOn ?? today;
  return {
    receipt: asOf > receiptDueOn ? 'late' : 'to_sign',
    receiptDaysLeft: workingDaysLeft(calendar, receiptDueOn, asOf),
  };
}

/** Frozen when the unit signs: how many working days late it was; negative: early. */
export function receiptLatenessAt(
  calendar: WorkdayCalendar,
  receiptDueOn: CivilDate | null,
  today: CivilDate,
): number | null {
  return receiptDueOn && 0 - workingDaysLeft(calendar, receiptDueOn, today);
}

/** Parts not yet signed wait with their task, by the rule of the lead unit's receipt. @returns new days by unit */
export function receiptsAfterPause(
  calendar: WorkdayCalendar,
  parts: readonly (Pick<SupportReceiptFacts, 'state' | 'receiptDueOn'> & { readonly unitId: string })[],
  pausedOn: CivilDate,
  today: CivilDate,
): { readonly unitId: string; readonly dueOn: CivilDate }[] {
  return parts.flatMap(({ unitId, state, receiptDueOn }) => {
    if (state !== 'assigned' || receiptDueOn === null) return [];
    const dueOn = receiptDueAfterPause(calendar, { receiptDueOn, signedAt: null, pausedOn }, today);
    return dueOn === null || dueOn === receiptDueOn ? [] : [{ unitId, dueOn }];
  });
}
