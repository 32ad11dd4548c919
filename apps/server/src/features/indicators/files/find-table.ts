import { addressOf, type Cell, isBlank, type Merge, plainText, type RawSheet, shownText } from './cell.js';
import { type Column, errorColumns } from './column.js';
import { refusal } from './file-refusal.js';

/** Where the table stands in its sheet. */
export interface FoundTable {
  readonly sheet: RawSheet;
  /** First row of data, counted from 0. */
  readonly firstRow: number;
  /** Column header → position, counted from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Every header as written in the file; '' for a column without. */
  readonly headers: readonly string[];
  readonly unknown: readonly string[];
}

const headerRows = 5;

interface Candidate extends FoundTable {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}

/**
 * Finds the first visible sheet that has the required headers in one of its first five rows.
 * @param wanted the sheet the user picked, hidden or not
 * @throws DomainError `import_refused` that names the missing columns
 */
export function findTable(
  sheets: readonly RawSheet[],
  columns: readonly Column[],
  wanted?: string,
): FoundTable {
  const eligible = sheets.filter((sheet) => (wanted === undefined ? !sheet.hidden : sheet.name === wanted));
  if (wanted !== undefined && eligible.length === 0) {
    throw refusal(`没有名为“${wanted}”的工作表，现有：${sheets.map((sheet) => sheet.name).join('、')}`);
  }
  const candidates = eligible.flatMap((sheet) => candidatesIn(sheet, columns));
  const best =
    candidates.find((candidate) => candidate.missing.length === 0) ??
    candidates.toSorted((a, b) => b.positions.size - a.positions.size)[0];
  if (!best || best.positions.size === 0) throw refusal(nothingFound(eligible.length === 0));
  const at = best.sheet.name === 'CSV' ? '' : `工作表“${best.sheet.name}”`;
  if (best.missing.length > 0) throw refusal(`${at}缺少必需的列：${best.missing.join('、')}`);
  if (best.twice.length > 0) throw refusal(`${at}有重复的列：${best.twice.join('、')}`);
  return best;
}

function nothingFound(onlyHidden: boolean): string {
  return onlyHidden ? '工作簿里没有可见的工作表' : `前 ${headerRows} 行里找不到表头，表头应与模板相同`;
}

function candidatesIn(sheet: RawSheet, columns: readonly Column[]): Candidate[] {
  const found = Array.from({ length: Math.min(headerRows, sheet.rows.length) }, (_, row) =>
    candidateAt(sheet, row, columns),
  );
  return found.toSorted((a, b) => b.positions.size - a.positions.size).slice(0, 1);
}

function candidateAt(sheet: RawSheet, row: number, columns: readonly Column[]): Candidate {
  const byName = new Map(columns.flatMap((column) => namesOf(column).map((name) => [name, column.header])));
  const positions = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  const headers = headersOf(sheet, row).map((alternatives, position) => {
    const header = alternatives.map((name) => byName.get(key(name))).find((name) => name !== undefined);
    const written = plainText(alternatives[0] ?? '');
    if (header === undefined) {
      const known = errorColumns.some((name) => name === key(written));
      if (written !== '' && !known) unknown.push(`${written}（${addressOf(row, position)}）`);
      return written;
    }
    if (positions.has(header)) twice.push(header);
    else positions.set(header, position);
    return header;
  });
  const missing = columns.filter(({ header, required }) => required && !positions.has(header));
  const firstRow = 1 + Math.max(row, ...mergesFrom(sheet, row).map(({ bottom }) => bottom));
  return {
    sheet,
    firstRow,
    positions,
    headers,
    unknown,
    twice,
    missing: missing.map(({ header }) => header),
  };
}

/** A header may carry its own unit, in brackets; another unit makes it another column. */
function namesOf({ header, unit, aliases = [] }: Column): string[] {
  return [header, ...aliases].flatMap((name) =>
    unit === null ? [key(name)] : [key(name), key(`${name}(${unit})`)],
  );
}

function key(text: string): string {
  return plainText(text).replace(/[\s*]/g, '').replaceAll('[', '(').replaceAll(']', ')');
}

/** For each column what its header may be: the text itself, or joined with a title that spans several columns. */
function headersOf(sheet: RawSheet, row: number): string[][] {
  const cells = sheet.rows[row] ?? [];
  const width = Math.max(cells.length, ...mergesFrom(sheet, row - 1).map(({ right }) => right + 1));
  return Array.from({ length: width }, (_, column) => {
    const own = shownText(headerCell(sheet, row, column));
    const above = row > 0 ? spanningText(sheet, row - 1, column) : '';
    return above === '' || own === '' ? [own] : [own, own + above, above + own];
  });
}

function headerCell(sheet: RawSheet, row: number, column: number): Cell {
  const cell = sheet.rows[row]?.[column] ?? null;
  if (!isBlank(cell)) return cell;
  const merge = mergeAt(sheet, row, column);
  return merge?.left === column ? (sheet.rows[merge.top]?.[column] ?? null) : null;
}

function spanningText(sheet: RawSheet, row: number, column: number): string {
  const merge = mergeAt(sheet, row, column);
  if (!merge || merge.right === merge.left) return '';
  return shownText(sheet.rows[merge.top]?.[merge.left]);
}

function mergeAt({ merges }: RawSheet, row: number, column: number): Merge | undefined {
  return merges.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
}

function mergesFrom({ merges }: RawSheet, row: number): Merge[] {
  return merges.filter(({ top, bottom }) => top <= row && row <= bottom);
}
