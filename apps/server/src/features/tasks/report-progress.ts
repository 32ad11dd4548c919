import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';

/** 报告进展: what the unit has done so far; the first report starts the work. */
export async function reportProgress(work: Work, input: TransitionInput): Promise<void> {
  await changeState(work, 'report', input, () => ({
    patch: { lastProgress: input.note?.trim() ?? null, lastProgressAt: work.now },
  }));
}
