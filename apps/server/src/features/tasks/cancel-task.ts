import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';

/** 撤销 with a reason: the task ends without being done; its history stays. */
export async function cancelTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'cancel', input);
}
