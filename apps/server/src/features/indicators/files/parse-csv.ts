/** What is wrong with a CSV file as a whole. */
export interface CsvFault {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

const separator = /[,\r\n]/g;

/**
 * Splits CSV text (RFC 4180; lines may end in LF, CRLF or CR) into rows of texts.
 * @returns the rows, or the first place where the quotes do not match
 * @example parseCsv('a,"b ""c"""\r\n1,') // [['a', 'b "c"'], ['1', '']]
 */
export function parseCsv(text: string): string[][] | CsvFault {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '"' ? closingQuote(text, at + 1) : nextSeparator(text, at);
    if (end === -1) return { line: rows.length + 1, reason: '引号没有成对' };
    const isQuoted = text[at] === '"';
    row.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = isQuoted ? end + 1 : end;
    const next = text[at];
    if (next === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (next !== undefined && next !== '\r' && next !== '\n') {
      return { line: rows.length + 1, reason: '引号后面还有文字' };
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function nextSeparator(text: string, from: number): number {
  separator.lastIndex = from;
  return separator.exec(text)?.index ?? text.length;
}
