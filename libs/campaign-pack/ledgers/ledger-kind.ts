/** What an entry is about; it decides who or what opens it and which data judge it. */
export const ledgerSubjects = ['class', 'school', 'school_indicator', 'problem', 'count'] as const;
export type LedgerSubject = (typeof ledgerSubjects)[number];

/** Who re-checks and who confirms: never the office of the unit that applies. */
export const ledgerOffices = ['supervision_office', 'government_office'] as const;
export type LedgerOffice = (typeof ledgerOffices)[number];

export const ledgerColumnTypes = ['text', 'integer', 'date', 'choice'] as const;
export type LedgerColumnType = (typeof ledgerColumnTypes)[number];

/** A column of its own; school, unit, measure, dates and state are every kind's. */
export interface LedgerColumn {
  readonly key: string;
  readonly name: string;
  readonly type: LedgerColumnType;
  readonly required: boolean;
  readonly choices: readonly string[];
}

/** When an entry of counts has nothing left to do: the one column has reached the other. */
export interface CountCondition {
  readonly reached: string;
  readonly of: string;
}

/** 台账种类 as data: what opens an entry, what closes it, and who. */
export interface LedgerKind {
  readonly id: string;
  readonly name: string;
  readonly subject: LedgerSubject;
  readonly basis: string;
  /** Which of its values no document gives (待核). */
  readonly toVerify: string | null;
  readonly checkedOn: string;
  /** In words, for the page. */
  readonly opens: string;
  readonly closes: string;
  /** The indicator whose dated line judges the entry; null: none, or the entry's own. */
  readonly indicator: string | null;
  readonly columns: readonly LedgerColumn[];
  readonly measures: readonly string[];
  /** For kinds that only hold counts. */
  readonly condition: CountCondition | null;
  /** Evidence without which a unit cannot apply. */
  readonly evidence: readonly string[];
  readonly recheckedBy: LedgerOffice;
  readonly confirmedBy: LedgerOffice;
  /** Working days a re-check may take. */
  readonly recheckWorkingDays: number;
  /** Working days from opening to the proposed due date; null: the office sets it. */
  readonly dueWorkingDays: number | null;
}
