import { type CivilDate, formatDate } from '#kernel';
import type { Row } from 'write-excel-file/node';
import { rowHeight } from './row-height.js';
import { border, headingRow, printableSheet, spanning, titleStyle } from './printable-sheet.js';
import { textCell } from './text-cell.js';

/** As it was counted; a denominator of 0 means there is nothing to rate. */
export interface CountedRatio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface UnitsSheetRow {
  readonly name: string;
  readonly total: number;
  readonly closed: number;
  readonly overdue: number;
  readonly maxDaysLate: number;
  readonly onTimeRate: CountedRatio;
  readonly onTimeRateOriginal: CountedRatio;
}

export interface UnitsSheet {
  readonly campaignName: string;
  readonly asOf: CivilDate;
  readonly rows: readonly UnitsSheetRow[];
}

const headings = [
  '单位',
  '任务合计',
  '已销号',
  '逾期',
  '最长逾期工作日',
  '按期率（现期限）',
  '按期率（原期限）',
];
const widths = [24, 10, 10, 10, 16, 26, 26];
const fewTasks = 5;

/** How the rates are counted; printed on the table, and said on the page. */
export const onTimeMethod =
  '按期率 = 在期限当日或之前提交并审核通过的任务 ÷ 已销号且有期限的任务；审核和经批准中止的时间不计入。现期限含已批准的延期，原期限为交办时的期限；不足 5 项的注明“样本少”。';

/**
 * The units with their on-time rates against the due date in force and the original one, for print on A4 crosswise.
 * It counts nothing: the figures are those of the page.
 * @param sheet units in the order to print
 * @returns the bytes of an .xlsx file
 */
export function unitsWorkbook(sheet: UnitsSheet): Promise<Buffer> {
  const head = `截至${formatDate(sheet.asOf)}，共 ${sheet.rows.length} 个单位`;
  const rows = [
    spanning(headings.length, `${sheet.campaignName}成员单位办理情况`, titleStyle),
    spanning(headings.length, head, { align: 'left' }),
    headingRow(headings, widths),
    ...sheet.rows.map(unitRow),
    spanning(headings.length, onTimeMethod, { align: 'left', wrap: true, height: 34 }),
  ];
  return printableSheet({ name: '成员单位', rows, widths, headRows: 3 });
}

/**
 * A rate never stands without its count, and never hides that it rests on few tasks.
 * @example rateText({ numerator: 2, denominator: 3 }) // '67%（2/3，样本少）'
 */
export function rateText({ numerator, denominator }: CountedRatio): string {
  if (denominator === 0) return '—';
  const few = denominator < fewTasks ? '，样本少' : '';
  return `${((numerator / denominator) * 100).toFixed(0)}%（${numerator}/${denominator}${few}）`;
}

function unitRow(unit: UnitsSheetRow): Row {
  const rates = [rateText(unit.onTimeRate), rateText(unit.onTimeRateOriginal)];
  const cell = { ...border, height: rowHeight([unit.name, '', '', '', '', ...rates], widths) };
  const numbers = [unit.total, unit.closed, unit.overdue, unit.maxDaysLate];
  return [
    { ...textCell(unit.name), ...cell },
    ...numbers.map((value) => ({ value, type: Number, ...cell, align: 'center' as const })),
    ...rates.map((text) => ({ ...textCell(text), ...cell, align: 'center' as const })),
  ];
}
