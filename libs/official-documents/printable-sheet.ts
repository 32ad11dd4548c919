import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeExcelFile, { type Feature, type Row } from 'write-excel-file/node';
import { rowHeight } from './row-height.js';
import { textCell } from './text-cell.js';

export const border = {
  borderStyle: 'thin',
  borderColor: '#808080',
  alignVertical: 'center',
  wrap: true,
} as const;
export const titleStyle = { align: 'center', fontSize: 16, fontWeight: 'bold', height: 30 } as const;

export interface PrintableSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Of the columns, in half-width characters. */
  readonly widths: readonly number[];
  /** Rows above the data; they stay on the screen, and the last of them is repeated on every printed page. */
  readonly headRows: number;
}

/**
 * A workbook of one sheet that prints on A4 crosswise: as wide as the paper, headings repeated, pages numbered.
 * @returns the bytes of an .xlsx file
 */
export function printableSheet(sheet: PrintableSheet): Promise<Buffer> {
  return printableSheets([sheet]);
}

/** The same of several sheets, each paged for itself. @returns the bytes of an .xlsx file */
export function printableSheets(sheets: readonly PrintableSheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, rows, widths, headRows }) => ({
      data: [...rows],
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headRows,
      orientation: 'landscape' as const,
    })),
    { fontFamily: '宋体', fontSize: 10, features: [pageLayout(sheets)] },
  ).toBuffer();
}

/** One cell over so many columns. */
export function spanning(columns: number, text: string, style: object): Row {
  return [{ ...textCell(text), columnSpan: columns, alignVertical: 'center', ...style }];
}

export function headingRow(headings: readonly string[], widths: readonly number[]): Row {
  return headings.map((heading) => ({
    ...textCell(heading),
    height: rowHeight(headings, widths),
    ...border,
    align: 'center' as const,
    fontWeight: 'bold' as const,
    backgroundColor: '#F2F2F2',
  }));
}

/** What the writer has no options for: fit the width, repeat the heading on every printed page, number the pages. */
function pageLayout(sheets: readonly PrintableSheet[]): Feature<Stream | Buffer | Blob> {
  const printTitles = sheets
    .map(
      ({ name, headRows }, index) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$${headRows}:$${headRows}</definedName>`,
    )
    .join('');
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${printTitles}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          insert: () =>
            '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
        },
      },
    },
  };
}
