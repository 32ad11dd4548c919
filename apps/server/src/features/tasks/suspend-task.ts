import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';

/** 中止 with a reason: the clock stands still until the task is resumed. */
export async function suspendTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'suspend', input, (task) => ({
    patch: { suspendedFrom: task.state, pausedOn: work.today },
  }));
}
