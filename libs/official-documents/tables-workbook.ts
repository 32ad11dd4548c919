import type { Row } from 'write-excel-file/node';
import {
  border,
  headingRow,
  type PrintableSheet,
  printableSheets,
  spanning,
  titleStyle,
} from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

/** Text stays text; a number can be summed; what is marked is coloured as below its line. */
export type TableCell =
  string | number | { readonly text: string; readonly marked: boolean; readonly align?: 'right' };

/** A table of an official page, in the words and the order of the page. */
export interface TableSheet {
  /** Of the sheet, such as 逐校补差. */
  readonly name: string;
  readonly title: string;
  /** Date, data and the number of rows, in one sentence. */
  readonly head: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Lines below the table. */
  readonly notes: readonly string[];
}

/**
 * Tables as a workbook of one sheet each, for print on A4 crosswise. Nothing is counted here: what the page says is what the
 * workbook says, and text that begins with `=` stays text (T38).
 * @param sheets at least one; names of at most 31 characters without blanks, as the spreadsheet programs demand
 * @returns the bytes of an .xlsx file
 * @example await tablesWorkbook([{ name: '变化', title: '变化清单', head: '共 0 项', columns, rows: [], notes: [] }]) // <Buffer 50 4b …>
 */
export function tablesWorkbook(sheets: readonly TableSheet[]): Promise<Buffer> {
  return printableSheets(sheets.map(tableSheet));
}

function tableSheet({ name, title, head, columns, rows, notes }: TableSheet): PrintableSheet {
  const widths = columns.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const line = (text: string): Row =>
    spanning(columns.length, text, { align: 'left', wrap: true, height: rowHeight([text], [total]) });
  return {
    name,
    widths,
    headRows: 3,
    rows: [
      spanning(columns.length, title, titleStyle),
      line(head),
      headingRow(
        columns.map(({ heading }) => heading),
        widths,
      ),
      ...rows.map((row) => tableRow(row, widths)),
      ...notes.map(line),
    ],
  };
}

function tableRow(row: readonly TableCell[], widths: readonly number[]): Row {
  const texts = row.map((cell) => (typeof cell === 'object' ? cell.text : String(cell)));
  const style = { ...border, height: rowHeight(texts, widths) };
  return row.map((cell) => {
    if (typeof cell === 'number') return { value: cell, type: Number, ...style };
    if (typeof cell === 'string') return { ...textCell(cell), ...style };
    const colour = cell.marked ? { backgroundColor: '#FCE4D6' } : {};
    return { ...textCell(cell.text), ...style, ...colour, ...(cell.align ? { align: cell.align } : {}) };
  });
}
