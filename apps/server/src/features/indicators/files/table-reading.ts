import type { Cell } from './cell.js';

/** Something wrong, or worth a question, in one cell of the file. */
export interface CellFault {
  readonly sheet: string;
  /** Counted from 1, as the spreadsheet program does. */
  readonly row: number;
  /** Header of the column. */
  readonly column: string;
  /** Such as H7; '' when the file has no such column. */
  readonly cell: string;
  /** As shown in the file. */
  readonly value: string;
  readonly reason: string;
}

export interface RejectedRow {
  readonly row: number;
  /** As in the file, in the order of its columns. */
  readonly cells: readonly Cell[];
  readonly faults: readonly CellFault[];
}

/** What became of a table: rows read = accepted + rejected. */
export interface TableReading<T> {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rowsRead: number;
  readonly accepted: readonly T[];
  readonly rejected: readonly RejectedRow[];
  /** The first thousand. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
  /** Accepted as they are, but a person should look at them. */
  readonly questions: readonly CellFault[];
  readonly unknownColumns: readonly string[];
  /** What was skipped or looked unusual, in Chinese. */
  readonly notes: readonly string[];
}

export const mostFaults = 1000;
