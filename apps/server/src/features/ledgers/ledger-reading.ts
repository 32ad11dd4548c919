import type { Stage } from '#indicator-engine';
import type { CivilDate } from '#kernel';
import type { JudgedEntry } from './judge-by-data.js';
import type { DataOutcome } from './ledger-state.js';

/** What new data say of one subject. */
export interface LedgerReading {
  /** Tells the subject from all others of its kind, for as long as it exists. */
  readonly key: string;
  /** As people call it. */
  readonly subject: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly stage: Stage | null;
  readonly indicator: string | null;
  readonly outcome: Exclude<DataOutcome, 'gone'>;
  /** A decimal; null where the figure is no single number. */
  readonly value: string | null;
  readonly line: string | null;
  readonly category: ClassCategory | null;
  /** When the plan wants it reached; null: no date given. */
  readonly wantedOn: CivilDate | null;
}

/** Nested: what is oversize is large, and what is large is above the standard. */
export const classCategories = ['above_standard', 'large', 'oversize'] as const;
export type ClassCategory = (typeof classCategories)[number];

export const classCategoryNames: Readonly<Record<ClassCategory, string>> = {
  above_standard: '超标准班额',
  large: '大班额',
  oversize: '超大班额',
};

/** An entry as it stands before new data are applied. */
export interface KnownEntry extends JudgedEntry {
  readonly id: string;
  readonly seq: number;
  readonly key: string;
  readonly subject: string;
  readonly schoolCode: string | null;
  readonly unitId: string | null;
}

/** New data of one kind of ledger. */
export interface LedgerData {
  readonly kind: string;
  readonly asOf: CivilDate;
  /** What they come from, for the history. */
  readonly sourceId: string;
  /** All subjects above the line, and those that have an entry. */
  readonly readings: readonly LedgerReading[];
  /** Whether data that do not mention an entry say that it is no longer there. */
  readonly tellsGone: (entry: KnownEntry) => boolean;
}

/** The number people quote: TZ-0007. */
export function ledgerNumber(seq: number): string {
  return `TZ-${String(seq).padStart(4, '0')}`;
}
