import type { Work } from '../../database/unit-of-work.js';
import { countRemaining } from '../ledgers/ledgers.module.js';
import type { GateAnswer, GateQuestion } from './gate-conditions.js';

/** Entries of a ledger that are not closed, against the most that may be left; one statement. */
export async function judgeLedgerConditions(
  work: Work,
  questions: readonly GateQuestion[],
): Promise<GateAnswer[]> {
  const counts = await countRemaining(work);
  return questions.map(({ condition }): GateAnswer => {
    const ledger = condition.ref ?? '';
    const counted = counts.get(ledger);
    const link = `/ledgers/${ledger}`;
    if (!counted) return { outcome: 'no_data', text: '台账里还没有条目', link };
    return {
      outcome: counted.remaining <= (condition.limit ?? 0) ? 'met' : 'unmet',
      text: `累计 ${counted.opened} 条，未销号 ${counted.remaining} 条`,
      link: `${link}?standing=remaining`,
    };
  });
}
