import type { RawSheet } from './cell.js';
import { refusal } from './file-refusal.js';
import { parseCsv } from './parse-csv.js';
import { mostColumns, tooFar, usualRows } from './sheet-markup.js';

const mostBytes = 20 * 1024 * 1024;

/**
 * Reads a CSV: UTF-8 with or without BOM, else GB18030, which is what Chinese spreadsheet programs write.
 * @throws DomainError `import_refused`
 */
export function readCsv(bytes: Buffer, mostRows = usualRows): RawSheet {
  if (bytes.length > mostBytes) throw refusal(`CSV 文件超过 ${mostBytes / 1024 / 1024} MB，请拆分后再试`);
  const rows = parseCsv(decode(bytes));
  if (!Array.isArray(rows)) throw refusal(`CSV 第 ${rows.line} 行的${rows.reason}`);
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns)) throw refusal(tooFar(mostRows));
  const cells = rows.map((row) => row.map((text) => (text === '' ? null : text)));
  return { name: 'CSV', hidden: false, rows: cells, merges: [], hiddenRows: [] };
}

function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('latin1');
  if (start === '\xff\xfe' || start === '\xfe\xff') {
    throw refusal('文件是 UTF-16 编码，请另存为“CSV UTF-8”或 .xlsx 后再试');
  }
  if (bytes.includes(0)) throw refusal('文件不是文字，不能当作 CSV 读取');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw refusal('文件的文字编码不认识，请另存为“CSV UTF-8”或 .xlsx 后再试');
}
