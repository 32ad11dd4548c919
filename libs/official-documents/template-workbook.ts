import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeExcelFile, { type Feature, type Row } from 'write-excel-file/node';
import { border, spanning, titleStyle } from './printable-sheet.js';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

/** One column of a table to be filled in. */
export interface TemplateColumn {
  readonly header: string;
  readonly required: boolean;
  /** What may be entered, in a few words. */
  readonly content: string;
  readonly guide: string;
  /** Offered as a drop-down list; empty: anything. */
  readonly choices: readonly string[];
  /** Kept as text, so that a code loses no digit. */
  readonly isText: boolean;
}

export interface Template {
  /** Name of the first sheet, such as 学校基本情况表. */
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  /** General remarks above the list of columns. */
  readonly remarks: readonly string[];
}

const guideName = '填表说明';
const guideHeadings = ['列', '必填', '内容', '说明'];
const guideWidths = [24, 6, 30, 60];
// Rows that are prepared for typing; more can be added below.
const preparedRows = 500;

/**
 * An empty import template: the first sheet has the headers in its first row, drop-down lists, and codes as text; the
 * second, 填表说明, says what belongs into each column.
 * @returns the bytes of an .xlsx file
 * @example await templateWorkbook({ name: '班级情况表', columns, remarks: [] }) // <Buffer 50 4b …>
 */
export function templateWorkbook({ name, columns, remarks }: Template): Promise<Buffer> {
  const widths = columns.map(({ isText }) => (isText ? 16 : 12));
  return writeExcelFile(
    [
      {
        data: [headerRow(columns, widths), ...blankRows(columns)],
        sheet: name,
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      {
        data: guideRows(name, columns, remarks),
        sheet: guideName,
        columns: guideWidths.map((width) => ({ width })),
        orientation: 'landscape',
      },
    ],
    { fontFamily: '宋体', fontSize: 11, features: [choiceLists(columns)] },
  ).toBuffer();
}

function headerRow(columns: readonly TemplateColumn[], widths: readonly number[]): Row {
  const height = rowHeight(
    columns.map(({ header }) => header),
    widths,
  );
  return columns.map(({ header, required }) => ({
    ...textCell(header),
    ...border,
    align: 'center' as const,
    fontWeight: 'bold' as const,
    height,
    backgroundColor: required ? '#FCE4D6' : '#F2F2F2',
  }));
}

/** A cell that holds text from the start keeps 18 digits; one that is made text later has lost the last three. */
function blankRows(columns: readonly TemplateColumn[]): Row[] {
  const row = columns.map(({ isText }) => (isText ? { ...textCell(''), format: '@' } : null));
  return Array.from({ length: preparedRows }, () => row);
}

function guideRows(name: string, columns: readonly TemplateColumn[], remarks: readonly string[]): Row[] {
  return [
    spanning(guideHeadings.length, `${name}${guideName}`, titleStyle),
    ...remarks.map((remark, index) =>
      spanning(guideHeadings.length, `${index + 1}. ${remark}`, {
        wrap: true,
        height: rowHeight([remark], [guideWidths.reduce((sum, width) => sum + width, 0)]),
      }),
    ),
    guideHeadings.map((heading) => ({
      ...textCell(heading),
      ...border,
      align: 'center' as const,
      fontWeight: 'bold' as const,
      backgroundColor: '#F2F2F2',
    })),
    ...columns.map(guideRow),
  ];
}

function guideRow({ header, required, content, guide }: TemplateColumn): Row {
  const texts = [header, required ? '必填' : '', content, guide];
  return texts.map((text, index) => ({
    ...textCell(text),
    ...border,
    height: rowHeight(texts, guideWidths),
    ...(index === 1 ? { align: 'center' as const } : {}),
  }));
}

/** What the writer has no options for: drop-down lists, and the first sheet as wide as the paper. */
function choiceLists(columns: readonly TemplateColumn[]): Feature<Stream | Buffer | Blob> {
  const lists = columns.flatMap(({ choices }, column) =>
    choices.length > 0 ? [validation(choices, column)] : [],
  );
  const markup =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const fitted = xml.replace(
              /<worksheet[^>]*>/,
              '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            );
            return sheetIndex === 0 ? fitted.replace('</sheetData>', `</sheetData>${markup}`) : fitted;
          },
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  };
}

function validation(choices: readonly string[], column: number): string {
  const letters = columnLetters(column);
  const title = 'errorTitle="不在列表中" error="请从下拉列表中选择"';
  return (
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${title} ` +
    `sqref="${letters}2:${letters}${preparedRows + 1}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`
  );
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
