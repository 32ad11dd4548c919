import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import { border, headingRow } from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

export interface RejectedSheetRow {
  /** Of the imported file, counted from 1. */
  readonly row: number;
  /** In the order of the headers; text stays text and numbers stay numbers. */
  readonly cells: readonly (string | number | null)[];
  readonly faults: readonly { readonly column: string; readonly value: string; readonly reason: string }[];
}

export interface RejectedSheet {
  readonly name: string;
  /** Of the imported file, those that are not in the template included. */
  readonly headers: readonly string[];
  readonly rows: readonly RejectedSheetRow[];
}

const faultHeadings = ['行号', '列', '值', '原因'];
const faultWidths = [6, 22, 18, 44];

/**
 * The rows of a file that were refused, exactly those and with their original cells, each with what is wrong with
 * it in four columns behind. Corrected in place, the workbook can be imported as it is.
 * @returns the bytes of an .xlsx file
 * @example await errorWorkbook({ name: '学校基本情况表', headers: ['学校标识码'], rows: [] }) // <Buffer 50 4b …>
 */
export function errorWorkbook({ name, headers, rows }: RejectedSheet): Promise<Buffer> {
  const headings = [...headers, ...faultHeadings];
  const widths = [
    ...headers.map((header) => Math.max(9, Math.min(20, header.length * 2 + 2))),
    ...faultWidths,
  ];
  const data = [headingRow(headings, widths), ...rows.map((row) => rejectedRow(row, headers.length, widths))];
  return writeExcelFile(
    data,
    {
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { fontFamily: '宋体', fontSize: 10 },
  ).toBuffer();
}

function rejectedRow(
  { row, cells, faults }: RejectedSheetRow,
  columns: number,
  widths: readonly number[],
): Row {
  const lines = (of: (fault: RejectedSheetRow['faults'][number]) => string): string =>
    faults.map(of).join('\n');
  const remarks = [lines(({ column }) => column), lines(({ value }) => value), lines(({ reason }) => reason)];
  const originals = Array.from({ length: columns }, (_, column) => cells[column] ?? null);
  const shown = [...originals.map((value) => String(value ?? '')), String(row), ...remarks];
  const style = { ...border, height: rowHeight(shown, widths) };
  const original = (value: string | number | null): Cell => {
    return typeof value === 'number'
      ? { value, type: Number, ...style }
      : { ...textCell(value ?? ''), ...style };
  };
  const remark = { ...style, backgroundColor: '#FFF2CC' };
  return [
    ...originals.map(original),
    { value: row, type: Number, ...remark },
    ...remarks.map((text) => ({ ...textCell(text), ...remark })),
  ];
}
