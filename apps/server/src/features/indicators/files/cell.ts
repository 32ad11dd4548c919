/** What stands in a cell when it is neither text nor a plain number. */
export interface SpecialCell {
  /** An error such as #REF!, a date, a percentage, or a formula whose result the file does not hold. */
  readonly kind: 'error' | 'date' | 'percent' | 'uncomputed';
  /** As the spreadsheet program shows it. */
  readonly text: string;
}

/** The meaning of one cell; a formula is its cached result, never its text. */
export type Cell = null | string | number | boolean | SpecialCell;

/** Counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** From the sheet's first row on; a row ends with its last filled cell. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Counted from 0. */
  readonly hiddenRows: readonly number[];
}

/** @example addressOf(6, 7) // 'H7': row and column counted from 0 */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

const alreadyPlain = /^[\x21-\x7e\u4e00-\u9fff]*$/;
const visible = /[^\s\u200b\ufeff]/;
const spacesAround = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;

/** Text with full-width forms made half-width and the spaces around it gone, NBSP and the full-width space too. */
export function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return text.normalize('NFKC').replace(spacesAround, '');
}

/** @returns whether a person looking at the cell sees nothing */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && !visible.test(cell));
}

// A double holds 15 decimal digits for certain; what follows was invented when the file was saved.
export const exactDigits = 15;
export const mostFractionDigits = 12;

/** The cell as a person would read it; digits that are already lost are not shown as if they were known. */
export function shownText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'number') return cell.text;
  const digits = plainDigits(cell);
  const whole = digits.replace(/^-/, '').split('.')[0] ?? '';
  return whole.length > exactDigits
    ? `${whole.slice(0, exactDigits)}${'*'.repeat(whole.length - exactDigits)}`
    : digits;
}

/**
 * A number as decimal text without an exponent, to the 15 digits that spreadsheet programs show and 12 decimals.
 * @example plainDigits(0.1 + 0.2) // '0.3'
 */
export function plainDigits(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(exactDigits));
  if (Math.abs(rounded) >= 1e15) return BigInt(rounded).toString();
  const text = String(rounded);
  const isShort = !text.includes('e') && (text.split('.')[1]?.length ?? 0) <= mostFractionDigits;
  return isShort ? text : rounded.toFixed(mostFractionDigits).replace(/\.?0+$/, '');
}
