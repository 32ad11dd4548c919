import { type CellObject, utils, write } from '@e965/xlsx';
import {
  type ReadingLimits,
  readingLimits,
} from '../../apps/server/src/features/indicators/files/read-workbook.js';
import { schoolColumns } from '../../apps/server/src/features/indicators/files/school-columns.js';
import { type ZipPart, zipOf } from './zip.js';

export type FixtureCell = CellObject | string | number | boolean | null;

export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  /** Such as A1:C1. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** From source a worker needs its compiler with it. */
export const limits: ReadingLimits = {
  ...readingLimits,
  program: new URL('./workbook-worker.mjs', import.meta.url),
};

export const schoolHeaders = schoolColumns.map(({ header }) => header);

/** A workbook as a spreadsheet program would save it. */
export function workbookOf(...sheets: readonly FixtureSheet[]): Buffer {
  const book = utils.book_new();
  for (const { name, rows, merges } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = (merges ?? []).map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** The values of a plausible primary school, some of them replaced, in the order of the template. */
export function schoolRow(values: Readonly<Record<string, FixtureCell>>): FixtureCell[] {
  const plain: Readonly<Record<string, FixtureCell>> = {
    学校标识码: '2141000001',
    学校名称: '示例第一小学',
    办学类型: '小学',
    小学在校生: 450,
    小学班数: 10,
    ...values,
  };
  return schoolHeaders.map((header) => plain[header] ?? null);
}

/** A package with this sheet markup and nothing that is not needed. */
export function packageOf(sheetXml: string, ...more: readonly ZipPart[]): Buffer {
  const types =
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/></Relationships>`;
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
    },
    { name: '_rels/.rels', content: relation('rId1', 'officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', content: relation('rId7', 'worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets><sheet name="表" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
    ...more,
  ]);
}

export function sheetXml(rows: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

/** A row of inline texts. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, column) => {
    const address = utils.encode_cell({ r: row - 1, c: column });
    return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
