import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';

/** 销号: accepted. The clock stays where it stopped at submission, so lateness is frozen. */
export async function closeTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'close', input, () => ({
    patch: { reviewedBy: work.actor.accountId, closedAt: work.now },
  }));
}
