import { type CellObject, read, SSF } from '@e965/xlsx';
import type { Cell, RawSheet } from './cell.js';
import type { SheetMarkup } from './sheet-markup.js';
import type { CleanWorkbook } from './unpack-workbook.js';

interface DenseSheet {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly '!merges'?: readonly {
    readonly s: { readonly r: number; readonly c: number };
    readonly e: { readonly r: number; readonly c: number };
  }[];
}

interface SheetEntry {
  readonly id?: string;
  readonly Hidden?: number;
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Parses a clean workbook; the only place that calls the spreadsheet library. */
export function extractSheets({ bytes, markup }: CleanWorkbook, mostRows: number): RawSheet[] {
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellFormula: true,
    cellText: false,
    cellHTML: false,
    bookVBA: false,
    sheetRows: mostRows,
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name] as DenseSheet | undefined;
    if (!sheet?.['!data']) return [];
    const { id = '', Hidden = 0 } = (book.Workbook?.Sheets?.[index] ?? {}) as SheetEntry;
    const found = markup.get(id) ?? { uncomputed: [], hiddenRows: [] };
    return [rawSheet(name, sheet, Hidden !== 0, found, date1904)];
  });
}

function rawSheet(
  name: string,
  sheet: DenseSheet,
  hidden: boolean,
  markup: SheetMarkup,
  date1904: boolean,
): RawSheet {
  const rows = Array.from(sheet['!data'] ?? [], (row) => cellsOf(row ?? [], date1904));
  for (const address of markup.uncomputed) markUncomputed(rows, address);
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: Math.min(e.r, rows.length - 1),
    right: e.c,
  }));
  return { name, hidden, rows, merges, hiddenRows: markup.hiddenRows };
}

function cellsOf(row: readonly (CellObject | undefined)[], date1904: boolean): Cell[] {
  const cells = Array.from(row, (cell) => (cell ? cellOf(cell, date1904) : null));
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

function cellOf(cell: CellObject, date1904: boolean): Cell {
  const { t: type, v: value, z: format } = cell;
  if (type === 'e') return { kind: 'error', text: errorTexts[Number(value)] ?? '#错误' };
  if (typeof value === 'number') return numberCell(value, String(format ?? 'General'), date1904);
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberCell(value: number, format: string, date1904: boolean): Cell {
  if (format === 'General' || format === '0' || format === '@') return value;
  if (SSF.is_date(format))
    return { kind: 'date', text: String(SSF.format('yyyy-mm-dd', value, { date1904 })) };
  if (format.includes('%')) return { kind: 'percent', text: String(SSF.format(format, value)) };
  return value;
}

function markUncomputed(rows: Cell[][], address: string): void {
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = rows[Number(number) - 1];
  if (!row || column < 0) return;
  while (row.length <= column) row.push(null);
  row[column] = { kind: 'uncomputed', text: '公式' };
}
