import type { RawSheet } from './cell.js';
import type { FoundTable } from './find-table.js';
import { type CellFault, mostFaults, type TableReading } from './table-reading.js';
import type { TableRow } from './table-row.js';

/** Rows that share a key are all refused: nobody but the county knows which of them is right. */
export function refuseDuplicates(
  rows: readonly TableRow[],
  header: string,
  keyOf: (row: TableRow) => string | null,
): void {
  const byKey = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  for (const same of byKey.values()) {
    if (same.length < 2) continue;
    const numbers = same.map(({ index }) => index + 1);
    for (const row of same) {
      const others = numbers.filter((number) => number !== row.index + 1);
      const more = others.length > 5 ? `等 ${others.length} 行` : ' 行';
      row.fault(header, `与第 ${others.slice(0, 5).join('、')}${more}重复`);
    }
  }
}

/** Parts the rows into accepted and rejected and counts them. */
export function finishReading<T>(
  table: FoundTable,
  sheets: readonly RawSheet[],
  rows: readonly TableRow[],
  build: (row: TableRow) => T,
  questionsOf: (accepted: readonly { readonly record: T; readonly row: TableRow }[]) => CellFault[],
): TableReading<T> {
  const accepted = rows
    .filter(({ faults }) => faults.length === 0)
    .map((row) => ({ record: build(row), row }));
  const rejected = rows.filter(({ faults }) => faults.length > 0);
  const faults = rejected.flatMap((row) => row.faults);
  return {
    sheet: table.sheet.name,
    headers: table.headers,
    rowsRead: rows.length,
    accepted: accepted.map(({ record }) => record),
    rejected: rejected.map(({ index, cells, faults: own }) => ({ row: index + 1, cells, faults: own })),
    faults: faults.slice(0, mostFaults),
    faultCount: faults.length,
    questions: questionsOf(accepted).slice(0, mostFaults),
    unknownColumns: table.unknown,
    notes: notesOn(table, sheets, rows),
  };
}

function notesOn(
  { sheet: { name, hiddenRows } }: FoundTable,
  sheets: readonly RawSheet[],
  rows: readonly TableRow[],
): string[] {
  const others = sheets.filter((sheet) => sheet.name !== name && sheet.rows.length > 0);
  const skipped = (hidden: boolean): string =>
    others
      .filter((sheet) => sheet.hidden === hidden)
      .map((sheet) => sheet.name)
      .join('、');
  const hidden = new Set(hiddenRows);
  const read = rows.filter(({ index }) => hidden.has(index)).map(({ index }) => index + 1);
  return [
    ...(skipped(false) ? [`只读了工作表“${name}”，未读：${skipped(false)}`] : []),
    ...(skipped(true) ? [`隐藏的工作表未读：${skipped(true)}`] : []),
    ...(read.length > 0
      ? [`隐藏的行也已读入：第 ${read.slice(0, 20).join('、')} 行，共 ${read.length} 行`]
      : []),
  ];
}
