import { DomainError } from '#kernel';
import { addressOf, type RawSheet, shownText } from '../../indicators/indicators.module.js';
import { isPersonalHeader, personalNumberIn } from '../entries/personal-data.js';

const headerRows = 5;
const mostNamed = 20;

/**
 * Refuses a file that holds what identifies a person, as a whole and before any of it is kept: columns made for it in the
 * first rows of a sheet, and identity or phone numbers anywhere, hidden sheets and unknown columns included.
 * @throws DomainError `import_refused` saying where
 */
export function refusePersonalSheets(fileName: string, sheets: readonly RawSheet[]): void {
  const places = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, index) =>
      row.flatMap((cell, column) => {
        const text = shownText(cell);
        const isHeader = index < headerRows && typeof cell === 'string' && isPersonalHeader(text);
        const found = isHeader ? `“${text.trim()}”列` : personalNumberIn(digitsOf(cell, text));
        return found ? [`工作表“${sheet.name}”${addressOf(index, column)} 有${found}`] : [];
      }),
    ),
  );
  const inName = personalNumberIn(fileName);
  if (inName) places.unshift(`文件名里有${inName}`);
  if (places.length === 0) return;
  const more = places.length > mostNamed ? `等 ${places.length} 处` : '';
  throw new DomainError('import_refused', {
    detail: `台账不登记个人信息，整个文件没有读入：${places.slice(0, mostNamed).join('；')}${more}。请删去后再导入。`,
  });
}

/** An identity number in a numeric cell has lost its last digits, which are shown as stars. */
function digitsOf(cell: unknown, text: string): string {
  return typeof cell === 'number' ? text.replaceAll('*', '0') : text;
}
