import { type CivilDate, formatDate, formatDateShort } from '#kernel';
import type { Cell, Row } from 'write-excel-file/node';
import { rowHeight } from './row-height.js';
import { border, headingRow, printableSheet, spanning, titleStyle } from './printable-sheet.js';
import { extensionText } from './task-workbook.js';
import { textCell } from './text-cell.js';

export interface OverdueSheetTask {
  readonly number: string;
  readonly title: string;
  readonly clause: string | null;
  /** The day the unit is measured against. */
  readonly effectiveDueOn: CivilDate;
  readonly originalDueOn: CivilDate | null;
  readonly extensionCount: number;
  readonly extendedDays: number;
  readonly workingDaysLate: number;
  readonly lastProgress: string | null;
  readonly lastProgressOn: CivilDate | null;
}

export interface OverdueSheetUnit {
  readonly name: string;
  readonly maxDaysLate: number;
  readonly tasks: readonly OverdueSheetTask[];
}

/** Everything the overdue report says, already counted. */
export interface OverdueSheet {
  readonly campaignName: string;
  readonly asOf: CivilDate;
  readonly totals: { readonly tasks: number; readonly units: number; readonly maxDaysLate: number };
  /** Some days were counted in a year whose calendar is not published. */
  readonly provisional: boolean;
  readonly units: readonly OverdueSheetUnit[];
}

const headings = [
  '序号',
  '牵头单位',
  '编号',
  '任务',
  '依据条款',
  '期限',
  '逾期工作日',
  '原期限与延期',
  '最近进展',
  '进展日期',
];
// In half-width characters; the page is scaled to their sum, which leaves the print at nine tenths of its size.
const widths = [5, 13, 9, 21, 12, 13, 6, 15, 18, 13];

/**
 * The daily overdue report (逾期任务督办表) as a workbook of one sheet, for print on A4 crosswise.
 *
 * It counts nothing: the figures are those of the page and of the mail. Whatever was typed by a person is
 * written as text, so a title that begins with `=` stays a title (T38).
 * @param sheet working days late in whole days; units and tasks in the order to print
 * @returns the bytes of an .xlsx file
 * @example await overdueWorkbook({ campaignName: '新密市创建工作', asOf: civilDate('2022-09-15'), … }) // <Buffer 50 4b …>
 */
export function overdueWorkbook(sheet: OverdueSheet): Promise<Buffer> {
  const numbered = sheet.units.flatMap((unit) => unit.tasks.map((task) => ({ unit, task })));
  const rows = [
    spanning(headings.length, `${sheet.campaignName}逾期任务督办表`, titleStyle),
    spanning(headings.length, asOfLine(sheet), { align: 'left', height: 20 }),
    headingRow(headings, widths),
    ...numbered.map(({ unit, task }, index) => taskRow(index + 1, unit.name, task)),
    totalRow(sheet),
    ...(sheet.provisional
      ? [spanning(headings.length, '注：统计跨入尚未公布放假安排的年份，工作日数为暂定。', {})]
      : []),
  ];
  return printableSheet({ name: '逾期任务', rows, widths, headRows: 3 });
}

/** The one sentence with the totals; the mail opens with the same one. */
export function overdueTotalsText(totals: OverdueSheet['totals']): string {
  if (totals.tasks === 0) return '没有逾期任务';
  return `${totals.units} 个单位，${totals.tasks} 项任务，最长逾期 ${totals.maxDaysLate} 个工作日`;
}

function asOfLine(sheet: OverdueSheet): string {
  return `统计截至：${formatDate(sheet.asOf)}    ${overdueTotalsText(sheet.totals)}`;
}

function taskRow(position: number, unitName: string, task: OverdueSheetTask): Row {
  const texts = [
    unitName,
    task.number,
    task.title,
    task.clause ?? '',
    formatDateShort(task.effectiveDueOn),
    String(task.workingDaysLate),
    extensionText(task),
    task.lastProgress ?? '无',
    task.lastProgressOn ? formatDateShort(task.lastProgressOn) : '',
  ];
  const height = rowHeight([String(position), ...texts], widths);
  const cell = { ...border, height };
  const centred = { ...cell, align: 'center' as const };
  const [unit, number, title, clause, due, , extensions, progress, progressOn] = texts.map(textCell);
  return [
    { value: position, type: Number, ...centred },
    { ...unit, ...cell },
    { ...number, ...centred },
    { ...title, ...cell },
    { ...clause, ...cell },
    { ...due, ...centred },
    { value: task.workingDaysLate, type: Number, ...centred },
    { ...extensions, ...cell },
    { ...progress, ...cell },
    { ...progressOn, ...centred },
  ];
}

function totalRow({ totals }: OverdueSheet): Row {
  const label: Cell = { ...textCell('合计'), ...border, align: 'center', fontWeight: 'bold' };
  const sentence = { ...textCell(overdueTotalsText(totals)), ...border, fontWeight: 'bold' as const };
  return [label, { ...sentence, columnSpan: headings.length - 1 }];
}
