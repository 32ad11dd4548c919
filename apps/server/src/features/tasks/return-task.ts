import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import { pausedDaysAt } from './due-clock.js';

/** 退回 with a reason: the unit works on, and the days the review took are added to its term. */
export async function returnTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'return', input, (task) => ({
    patch: {
      returned: true,
      reviewedBy: work.actor.accountId,
      pausedDays: pausedDaysAt(work.calendar, task, work.today),
      pausedOn: null,
      verificationDueOn: null,
    },
  }));
}
