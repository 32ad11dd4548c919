/** Rows that are read of a sheet unless the table may be longer. */
export const usualRows = 20_000;
export const mostColumns = 200;

export function tooFar(mostRows: number): string {
  return `表格超出 ${Math.floor(mostRows / 10_000)} 万行或 ${mostColumns} 列，请删去多余的行和列（包括只设了格式的）后再试`;
}

/** What the parsing library does not tell about a sheet. */
export interface SheetMarkup {
  /** Addresses of formulas whose result the file does not hold. */
  readonly uncomputed: readonly string[];
  /** Counted from 0. */
  readonly hiddenRows: readonly number[];
}

const mostMerges = 10_000;
const merges = /<(?:\w+:)?mergeCell\b/g;
const document = /<!(?:DOCTYPE|ENTITY)/i;
const dimension = /<(?:\w+:)?dimension\b[^<>]*?\bref\s*=\s*["']([^"']*)["']/;
// `<` ends a tag that was never closed: without it a run of open tags would be searched again from each of them.
const rowsAndCells = /<(?:\w+:)?(row|c)\b([^<>]*)>/g;
const place = /\br\s*=\s*["']\$?([A-Z]*)\$?(\d+)["']/;
const hidden = /\bhidden\s*=\s*["'](?:1|true)["']/;
const withoutResult =
  /<(?:\w+:)?c\b((?![^<>]*\bt\s*=)[^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;

/** @returns whether the part defines entities, which no spreadsheet program writes */
export function definesEntities(xml: string): boolean {
  return document.test(xml);
}

/**
 * Looks through a sheet's XML before the parsing library sees it: a cell at XFD1048576 makes such libraries reserve
 * memory for everything before it.
 * @returns undefined when the sheet reaches beyond what is read
 */
export function examineSheet(xml: string, mostRows = usualRows): SheetMarkup | undefined {
  const [, reference = ''] = dimension.exec(xml.slice(0, 4096)) ?? [];
  if (!reference.split(':').every((cell) => isWithin(cell, mostRows))) return undefined;
  if ([...xml.matchAll(merges)].length > mostMerges) return undefined;
  const hiddenRows: number[] = [];
  let row = 0;
  let column = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(rowsAndCells)) {
    const [, letters = '', number] = place.exec(attributes) ?? [];
    if (tag === 'row') {
      row = number ? Number(number) : row + 1;
      column = 0;
      if (hidden.test(attributes)) hiddenRows.push(row - 1);
    } else column = letters ? columnNumber(letters) : column + 1;
    const cellRow = tag === 'c' && number ? Number(number) : row;
    if (cellRow > mostRows || column > mostColumns) return undefined;
  }
  const uncomputed = [...xml.matchAll(withoutResult)].map(([, attributes = '']) => {
    const [, letters = '', number = ''] = place.exec(attributes) ?? [];
    return `${letters}${number}`;
  });
  return { uncomputed, hiddenRows };
}

function isWithin(cell: string, mostRows: number): boolean {
  const [, letters = '', number = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(cell) ?? [];
  return Number(number) <= mostRows && columnNumber(letters) <= mostColumns;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
