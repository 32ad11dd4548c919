import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';

/** 签收: the lead unit takes the task on. */
export async function signTask(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'sign', input, () => ({ patch: { signedAt: work.now } }));
}
