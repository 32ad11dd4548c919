import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import { pausedDaysAt } from './due-clock.js';
import { receiptDueAfterPause } from './side-clocks.js';

/** 恢复办理: back to where it was suspended, with the days in between added to the term. */
export async function resumeTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'resume', input, (task) => ({
    patch: {
      suspendedFrom: null,
      pausedDays: pausedDaysAt(work.calendar, task, work.today),
      pausedOn: null,
      receiptDueOn: receiptDueAfterPause(work.calendar, task, work.today),
    },
  }));
}
