import { type CivilDate, formatDate } from '#kernel';
import type { Row } from 'write-excel-file/node';
import { border, headingRow, printableSheet, spanning, titleStyle } from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

export interface BoardSheetRow {
  /** C1 to C31; '' for 社会认可度. */
  readonly number: string;
  readonly name: string;
  /** Against the national line, in words. */
  readonly verdict: string;
  /** Against the local target, in words; null: there is none. */
  readonly localVerdict: string | null;
  readonly text: string;
  /** Schools or sections below the line, of how many; null: a figure of the county. */
  readonly unmet: { readonly count: number; readonly of: number } | null;
  readonly leadUnits: readonly string[];
  readonly supportUnits: readonly string[];
  /** Whether it became better, and the figures of earlier data, in words. */
  readonly trend: string;
  /** As of when, and how old. */
  readonly data: string;
  readonly openTasks: number;
}

export interface BoardSheet {
  readonly campaignName: string;
  readonly asOf: CivilDate;
  /** Which data, in words. */
  readonly source: string;
  /** The county's conclusion, in words. */
  readonly conclusion: string;
  readonly rows: readonly BoardSheetRow[];
}

const headings = [
  '编号',
  '指标',
  '国家标准',
  '本地目标',
  '现状',
  '未达标数',
  '牵头单位',
  '配合单位',
  '趋势',
  '数据日期',
  '未销号任务',
];
const widths = [7, 24, 9, 9, 32, 9, 13, 17, 24, 15, 8];

/**
 * The indicator board as a workbook, for print on A4 crosswise.
 * @param sheet rows in the order of the page
 * @returns the bytes of an .xlsx file
 * @example await boardWorkbook({ ...sheet, rows: [] }) // <Buffer 50 4b …>
 */
export function boardWorkbook(sheet: BoardSheet): Promise<Buffer> {
  const head = `评估日期${formatDate(sheet.asOf)}；${sheet.source}；全县：${sheet.conclusion}；共 ${sheet.rows.length} 项`;
  const rows = [
    spanning(headings.length, `${sheet.campaignName}指标达标表`, titleStyle),
    spanning(headings.length, head, { align: 'left' }),
    headingRow(headings, widths),
    ...sheet.rows.map(indicatorRow),
  ];
  return printableSheet({ name: '指标达标表', rows, widths, headRows: 3 });
}

function indicatorRow(row: BoardSheetRow): Row {
  const texts = [
    row.number,
    row.name,
    row.verdict,
    row.localVerdict ?? '',
    row.text,
    row.unmet ? `${row.unmet.count}/${row.unmet.of}` : '',
    row.leadUnits.join('、'),
    row.supportUnits.join('、'),
    row.trend,
    row.data,
  ];
  const style = { ...border, height: rowHeight(texts, widths) };
  return [
    ...texts.map((text) => ({ ...textCell(text), ...style })),
    { value: row.openTasks, type: Number, ...style },
  ];
}
