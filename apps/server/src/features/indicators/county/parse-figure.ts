import { parseDecimal } from '#indicator-engine';

/**
 * A figure as people type or paste it: full-width digits, blanks at the ends and thousands separators are put right.
 * @returns the exact decimal as text, or null when it is no number of 0 or more
 * @example parseFigure(' １，２３４．５０ ') // '1234.50'
 */
export function parseFigure(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const trimmed = plain.replace(/^0+(?=\d)/, '');
  const decimal = /^\d+(\.\d+)?$/.test(trimmed) ? parseDecimal(trimmed) : null;
  return decimal === null ? null : trimmed;
}
