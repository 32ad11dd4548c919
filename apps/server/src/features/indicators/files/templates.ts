import { errorWorkbook, templateWorkbook, type TemplateColumn } from '#official-documents';
import { type Cell, shownText } from './cell.js';
import { classColumns } from './class-columns.js';
import type { Column } from './column.js';
import { schoolColumns } from './school-columns.js';
import type { TableReading } from './table-reading.js';

const common = [
  '表头在第一行，列的先后可以调整；不认识的列会列出并跳过。橙色表头的列必填。',
  '没有数据请留空，不要填 0、“无”或“/”：空白表示无数据，0 表示确实没有。',
  '只填数字，不带单位和百分号；号码按文本填写，以免丢失末几位。',
];

/** 学校基本情况表, empty, with 填表说明. */
export function schoolTemplate(): Promise<Buffer> {
  return templateWorkbook({
    name: '学校基本情况表',
    columns: schoolColumns.map(templateColumn),
    remarks: [
      ...common,
      '每校一行。教学仪器设备值的单位是万元。',
      '教师按学段分别填写；用房、场馆、设备和网络多媒体教室填全校合计数。',
    ],
  });
}

/** 班级情况表, empty, with 填表说明. */
export function classTemplate(): Promise<Buffer> {
  return templateWorkbook({
    name: '班级情况表',
    columns: classColumns.map(templateColumn),
    remarks: [...common, '每班一行。'],
  });
}

/** The rejected rows of a reading, to be corrected in place and imported again. */
export function rejectedWorkbook(
  reading: Pick<TableReading<unknown>, 'sheet' | 'headers' | 'rejected'>,
): Promise<Buffer> {
  return errorWorkbook({
    name: reading.sheet,
    headers: reading.headers,
    rows: reading.rejected.map(({ row, cells, faults }) => ({ row, cells: cells.map(original), faults })),
  });
}

function original(cell: Cell): string | number | null {
  if (cell === null) return null;
  // More digits than a number keeps are written as text, so that nobody takes the invented ones for real.
  const text = shownText(cell);
  return typeof cell === 'number' && !text.includes('*') ? cell : text;
}

export function templateColumn({ header, required, kind, unit, guide }: Column): TemplateColumn {
  const choices = kind.type === 'choice' ? [...kind.choices.keys()] : [];
  const isText = kind.type === 'code' || kind.type === 'text';
  return { header, required, guide, choices, isText, content: contentOf(kind, unit) };
}

function contentOf(kind: Column['kind'], unit: string | null): string {
  const inUnit = unit === null ? '' : `，单位：${unit}`;
  switch (kind.type) {
    case 'code':
      return `${kind.digits} 位数字，文本`;
    case 'text':
      return '文字';
    case 'integer':
      return `整数，不小于 0${inUnit}`;
    case 'decimal':
      return `数，不小于 0，可有小数${inUnit}`;
    case 'choice':
      return [...kind.choices.keys()].join('、');
    case 'date':
      return '日期，形如 2026-03-05';
    case 'skipped':
      return '由系统生成，不导入';
  }
}
