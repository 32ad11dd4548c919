import type { CivilDate } from '#kernel';
import type { DataOutcome, LedgerState } from './ledger-state.js';

/** What new data did to an entry. */
export type DataEvent =
  'confirmed' | 'relapsed' | 'contradicted' | 'sent_back' | 'measured' | 'vanished' | 'reappeared';

export interface JudgedEntry {
  readonly state: LedgerState;
  /** The day on which the unit says it was solved; null before it applied. */
  readonly achievedOn: CivilDate | null;
  /** Day of the data it was judged by last; null before. */
  readonly dataAsOf: CivilDate | null;
  readonly outcome: DataOutcome | null;
}

export interface Judgement {
  readonly state: LedgerState;
  readonly event: DataEvent;
}

/**
 * What the newest data make of an entry.
 *
 * - Within the line: what a leader confirmed counts as solved from now on; anything else stays, as closing is earned.
 * - Over the line: data of a later day than the one it was solved on → 反弹, open again; of the same day → 数据不符; of an
 *   earlier day they say nothing about what was done since. An application under way goes back to the unit.
 * - No longer there: nothing is solved by that; a person closes it with a reason.
 * @param asOf day of the data, not earlier than any data the entry was judged by
 * @example judgeByData({ state: 'unit_closed', achievedOn: '2026-09-10', dataAsOf: '2026-09-01', outcome: 'over' }, 'over',
 *   '2027-09-01') // { state: 'open', event: 'relapsed' }
 */
export function judgeByData(entry: JudgedEntry, outcome: DataOutcome, asOf: CivilDate): Judgement {
  const { state } = entry;
  if (outcome === 'gone') return { state, event: entry.outcome === 'gone' ? 'measured' : 'vanished' };
  if (outcome === 'within' && (state === 'unit_closed' || state === 'contradicted')) {
    return { state: 'closed', event: 'confirmed' };
  }
  const contradiction = outcome === 'over' ? contradictionOf(entry, asOf) : null;
  return contradiction ?? { state, event: entry.outcome === 'gone' ? 'reappeared' : 'measured' };
}

/** null: the data do not contradict what was said of the entry. */
function contradictionOf({ state, achievedOn, dataAsOf }: JudgedEntry, asOf: CivilDate): Judgement | null {
  const solvedOn = achievedOn ?? asOf;
  switch (state) {
    case 'open':
    case 'contradicted':
      return null;
    case 'applied':
    case 'rechecked':
      return asOf < solvedOn ? null : { state: 'open', event: 'sent_back' };
    case 'unit_closed':
      if (asOf < solvedOn) return null;
      break;
    case 'closed':
  }
  const relapse = asOf > solvedOn && (state === 'unit_closed' || asOf > (dataAsOf ?? ''));
  return relapse ? { state: 'open', event: 'relapsed' } : { state: 'contradicted', event: 'contradicted' };
}
