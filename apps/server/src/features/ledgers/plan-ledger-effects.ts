import { type DataEvent, judgeByData, type Judgement } from './judge-by-data.js';
import type { KnownEntry, LedgerData, LedgerReading } from './ledger-reading.js';
import type { DataOutcome } from './ledger-state.js';

/** A known entry and what the data make of it. */
export interface JudgedReading {
  readonly entry: KnownEntry;
  /** null: it is no longer in the data. */
  readonly reading: LedgerReading | null;
  readonly outcome: DataOutcome;
  readonly judgement: Judgement;
}

export interface LedgerEffects {
  readonly opened: readonly LedgerReading[];
  readonly judged: readonly JudgedReading[];
}

/**
 * What new data do to a ledger: subjects above the line that nobody knew are opened, all that are known are judged. A
 * subject that is not in the data is gone only where the data can tell.
 */
export function planLedgerEffects(data: LedgerData, entries: readonly KnownEntry[]): LedgerEffects {
  const known = new Set(entries.map(({ key }) => key));
  const readings = new Map(data.readings.map((reading) => [reading.key, reading]));
  return {
    opened: data.readings.filter(({ key, outcome }) => outcome === 'over' && !known.has(key)),
    judged: entries.flatMap((entry) => {
      const reading = readings.get(entry.key) ?? null;
      const outcome = reading?.outcome ?? (data.tellsGone(entry) ? 'gone' : null);
      return outcome === null
        ? []
        : [{ entry, reading, outcome, judgement: judgeByData(entry, outcome, data.asOf) }];
    }),
  };
}

/** After these somebody has to be told: what was said to be done is not. */
export const badNews: ReadonlySet<DataEvent> = new Set(['relapsed', 'contradicted', 'sent_back']);
