import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import { lateness } from './lateness.js';
import { change } from './task-changes.js';
import { allPausedDays } from './task-pauses.js';

/** 销号: accepted. The clock stays where it stopped at submission, and the lateness is frozen with it. */
export async function closeTask(work: Work, input: TransitionInput): Promise<void> {
  // The review that ends now began after the submission: it is no part of the time before it.
  const paused = await allPausedDays(work, input.taskId);
  await changeState(work, 'close', input, (task) => {
    const frozen = lateness(work.calendar, {
      submittedOn: task.pausedOn ?? work.today,
      effectiveDueOn: task.effectiveDueOn,
      originalDueOn: task.originalDueOn,
      allPausedDays: paused,
    });
    const { latenessDays: days } = frozen;
    return {
      patch: { reviewedBy: work.actor.accountId, closedAt: work.now, ...frozen },
      changes: days === null ? [] : [change('lateness', null, latenessText(days))],
    };
  });
}

function latenessText(days: number): string {
  return days > 0 ? `逾期 ${days} 个工作日` : `提前 ${-days} 个工作日`;
}
