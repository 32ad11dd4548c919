import type { Verdict } from '#indicator-engine';
import type { Work } from '../../database/unit-of-work.js';
import { boardState } from './board-state.js';
import type { Evaluations } from './evaluations.js';

/** How an indicator stands for the county as a whole, as the board says it. */
export interface IndicatorVerdict {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly reason: string | null;
}

/** C1–C31 by the newest data and the standard in force today. */
export async function readIndicatorVerdicts(
  work: Work,
  evaluations: Evaluations,
): Promise<IndicatorVerdict[]> {
  const { standard, result } = await evaluations.evaluate(work, {});
  return standard.indicators
    .filter(({ group }) => group !== 'approval')
    .map(({ id, name }) => {
      const { verdict, text, reason } = boardState(id, result);
      return { id, name, verdict, text, reason };
    });
}
