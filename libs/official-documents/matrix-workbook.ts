import { type CivilDate, formatDate } from '#kernel';
import type { Row } from 'write-excel-file/node';
import { border, headingRow, printableSheet, spanning, titleStyle } from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

export interface MatrixFigure {
  /** As on the page: three decimals, or 无数据. */
  readonly text: string;
  readonly unmet: boolean;
}

export interface MatrixSheetRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** null: 无数据. */
  readonly students: number | null;
  /** In the order of the sheet's indicators. */
  readonly figures: readonly MatrixFigure[];
  readonly conclusion: string;
  /** Against the local targets; null: there are none. */
  readonly localConclusion: string | null;
  readonly missed: readonly string[];
}

export interface MatrixSheet {
  readonly campaignName: string;
  readonly asOf: CivilDate;
  /** 小学 or 初中. */
  readonly stageName: string;
  /** Which data, in words. */
  readonly source: string;
  readonly indicators: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly MatrixSheetRow[];
  /** Coefficients of variation and their limits, in the order of the indicators. */
  readonly coefficients: readonly MatrixFigure[];
  readonly limits: readonly string[];
}

const leading = ['学校标识码', '学校名称', '办学类型', '在校生'];
const leadingWidths = [12, 22, 12, 8];
const trailing = ['结论', '按本地目标', '未达标指标'];
const trailingWidths = [9, 11, 16];
const figureWidth = 10;

/**
 * Schools × resource indicators of one stage, with the coefficients of variation below, for print on A4 crosswise.
 * @param sheet rows in the order of the page they were exported from
 * @returns the bytes of an .xlsx file
 * @example await matrixWorkbook({ ...sheet, rows: [] }) // <Buffer 50 4b …>
 */
export function matrixWorkbook(sheet: MatrixSheet): Promise<Buffer> {
  const widths = [...leadingWidths, ...sheet.indicators.map(() => figureWidth), ...trailingWidths];
  const headings = [...leading, ...sheet.indicators.map(({ id, name }) => `${id} ${name}`), ...trailing];
  const head = `评估日期${formatDate(sheet.asOf)}；${sheet.source}；共 ${sheet.rows.length} 所；底色标出的未达标`;
  const rows = [
    spanning(headings.length, `${sheet.campaignName}${sheet.stageName}资源配置达标表`, titleStyle),
    spanning(headings.length, head, { align: 'left' }),
    headingRow(headings, widths),
    ...sheet.rows.map((row) => schoolRow(row, widths)),
    closingRow('差异系数', sheet.coefficients),
    closingRow(
      '差异系数上限',
      sheet.limits.map((text) => ({ text, unmet: false })),
    ),
  ];
  return printableSheet({ name: '达标表', rows, widths, headRows: 3 });
}

function schoolRow(row: MatrixSheetRow, widths: readonly number[]): Row {
  const before = [row.code, row.name, row.kind];
  const after = [row.conclusion, row.localConclusion ?? '', row.missed.join('、')];
  const texts = [...before, '', ...row.figures.map(({ text }) => text), ...after];
  const style = { ...border, height: rowHeight(texts, widths) };
  return [
    ...before.map((text) => ({ ...textCell(text), ...style })),
    row.students === null
      ? { ...textCell('无数据'), ...style }
      : { value: row.students, type: Number, ...style },
    ...row.figures.map((figure) => figureCell(figure, style)),
    ...after.map((text) => ({ ...textCell(text), ...style })),
  ];
}

function closingRow(title: string, figures: readonly MatrixFigure[]): Row {
  const blank = { ...textCell(''), ...border };
  return [
    ...leading.map((_, index) => (index === 1 ? { ...textCell(title), ...border } : blank)),
    ...figures.map((figure) => figureCell(figure, border)),
    ...trailing.map(() => blank),
  ];
}

function figureCell<S extends object>({ text, unmet }: MatrixFigure, style: S) {
  const colour = unmet ? { backgroundColor: '#FCE4D6' } : {};
  return { ...textCell(text), ...style, ...colour, align: 'right' as const };
}
