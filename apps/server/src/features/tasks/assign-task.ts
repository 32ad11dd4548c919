import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { dueAtAssignment } from './due-rule.js';
import { changeState, type TransitionInput } from './change-state.js';
import { readClockLimits } from './side-clocks.js';
import { startSupportReceipts } from './support-receipts.js';

/** 交办: a draft becomes the lead unit's; from now its receipt clock runs, and that of each supporting unit. */
export async function assignTask(work: Work, input: TransitionInput): Promise<void> {
  const { receiptWorkingDays } = await readClockLimits(work);
  const receiptDueOn = work.calendar.addWorkingDays(work.today, receiptWorkingDays);
  await changeState(work, 'assign', input, (task) => {
    const due = dueAtAssignment(work, task);
    if (due.dueOn !== null && due.dueOn < work.today) {
      const message = '期限已过，请先改期限再交办';
      throw new DomainError('rule_refused', {
        detail: `${message}。`,
        errors: [{ pointer: '/dueOn', message }],
      });
    }
    return { patch: { assignedAt: work.now, originalDueOn: due.dueOn, receiptDueOn, ...due } };
  });
  await startSupportReceipts(work, input.taskId, receiptDueOn);
}
