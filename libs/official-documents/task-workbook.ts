import { type CivilDate, formatDate, formatDateShort } from '#kernel';
import type { Row } from 'write-excel-file/node';
import { border, headingRow, printableSheet, spanning, titleStyle } from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

export interface TaskSheetRow {
  readonly number: string;
  readonly title: string;
  readonly leadUnit: string;
  readonly supportingUnits: readonly string[];
  /** The word people read, such as 逾期. */
  readonly standing: string;
  /** The day the unit is measured against; null: 待定. */
  readonly dueOn: CivilDate | null;
  /** Negative: late. */
  readonly workingDaysLeft: number | null;
  /** As it was assigned. */
  readonly originalDueOn: CivilDate | null;
  readonly extensionCount: number;
  readonly extendedDays: number;
  /** The rung with its colour in words, such as 督办（橙）; null: on none. */
  readonly rung: string | null;
  readonly rungSince: CivilDate | null;
  /** Whom the rung tells. */
  readonly rungAudience: readonly string[];
  readonly clause: string | null;
  readonly lastProgress: string | null;
}

export interface TaskSheet {
  readonly campaignName: string;
  readonly asOf: CivilDate;
  readonly rows: readonly TaskSheetRow[];
}

const headings = [
  '编号',
  '任务',
  '牵头单位',
  '配合单位',
  '状况',
  '期限',
  '剩余工作日',
  '原期限与延期',
  '督办级别',
  '升级日期',
  '督办对象',
  '依据条款',
  '最近进展',
];
const widths = [9, 20, 11, 12, 8, 13, 7, 13, 10, 13, 11, 11, 16];

/**
 * A task list as a workbook, with the number of its rows said in the head, for print on A4 crosswise.
 * @param sheet rows in the order of the page they were exported from
 * @returns the bytes of an .xlsx file
 */
export function taskWorkbook(sheet: TaskSheet): Promise<Buffer> {
  const head = `截至${formatDate(sheet.asOf)}，共 ${sheet.rows.length} 项；剩余工作日为负数的已逾期`;
  const rows = [
    spanning(headings.length, `${sheet.campaignName}任务表`, titleStyle),
    spanning(headings.length, head, { align: 'left' }),
    headingRow(headings, widths),
    ...sheet.rows.map(taskRow),
  ];
  return printableSheet({ name: '任务', rows, widths, headRows: 3 });
}

function taskRow(task: TaskSheetRow): Row {
  const texts = [
    task.number,
    task.title,
    task.leadUnit,
    task.supportingUnits.join('、'),
    task.standing,
    task.dueOn ? formatDateShort(task.dueOn) : '待定',
    String(task.workingDaysLeft ?? ''),
    extensionText(task),
    task.rung ?? '',
    task.rungSince ? formatDateShort(task.rungSince) : '',
    task.rungAudience.join('、'),
    task.clause ?? '',
    task.lastProgress ?? '',
  ];
  const cell = { ...border, height: rowHeight(texts, widths) };
  return texts.map((text, index) =>
    index === 6 && task.workingDaysLeft !== null
      ? { value: task.workingDaysLeft, type: Number, ...cell, align: 'center' as const }
      : { ...textCell(text), ...cell },
  );
}

/**
 * The original due date and how often and how far it was extended.
 * @example '2022-09-16，延期 2 次共 15 个工作日'
 */
export function extensionText(due: {
  readonly originalDueOn: CivilDate | null;
  readonly extensionCount: number;
  readonly extendedDays: number;
}): string {
  if (due.originalDueOn === null) return '';
  const original = formatDateShort(due.originalDueOn);
  return due.extensionCount === 0
    ? original
    : `${original}，延期 ${due.extensionCount} 次共 ${due.extendedDays} 个工作日`;
}
