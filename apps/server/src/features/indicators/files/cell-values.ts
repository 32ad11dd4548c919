import { addDays, type CivilDate, civilDate, isCivilDate } from '#kernel';
import {
  type Cell,
  exactDigits,
  isBlank,
  mostFractionDigits,
  plainDigits,
  plainText,
  shownText,
} from './cell.js';

/** What a cell means, or why it means nothing that can be taken. */
export type Reading<T> = { readonly value: T } | { readonly reason: string };

const thousands = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const decimal = /^-?\d+(\.\d+)?$/;
const scientific = /^-?\d+(\.\d+)?e[+-]?\d+$/i;
const standsForNothing = /^(无|无数据|不详|缺|空|-+|—+|\/|n\/?a)$/i;
const mostWholeDigits = 9;
const longestText = 200;
const written = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;
// Spreadsheet programs count days so that 1 is 1900-01-01, with a 29 February that never was; here from 2000 to 2099.
const serialEpoch = civilDate('1899-12-30');
const [firstSerial, lastSerial] = [36_526, 73_050];

/** Text of any kind; a number is taken as its digits. */
export function readText(cell: Cell): Reading<string> {
  if (typeof cell === 'number') return lostDigits(cell) ?? { value: plainDigits(cell) };
  if (typeof cell === 'boolean') return { value: shownText(cell) };
  if (typeof cell !== 'string') return refused(cell);
  const text = plainText(cell).replace(/^'/, '');
  if (text.length > longestText) return { reason: `文字超过 ${longestText} 字` };
  return text.startsWith('=') ? { reason: '是公式的文字，请填写公式的结果' } : { value: text };
}

/** A code of so many digits; it may stand in a numeric cell as long as no digit is lost there. */
export function readCode(cell: Cell, digits: number): Reading<string> {
  const read = readText(cell);
  if ('reason' in read) return read;
  if (scientific.test(read.value))
    return { reason: '号码变成了科学计数法，末几位已失真，请按原件重填为文本' };
  if (!/^\d+$/.test(read.value)) return { reason: `应是 ${digits} 位数字` };
  if (read.value.length === digits) return read;
  const lost = typeof cell === 'number' && read.value.length < digits;
  const hint = lost ? '；存成数字会丢掉开头的 0，请把单元格设为文本后重填' : '';
  return { reason: `应是 ${digits} 位数字，这里是 ${read.value.length} 位${hint}` };
}

/** A number ≥ 0 as exact decimal text without needless zeros. */
export function readDecimal(cell: Cell): Reading<string> {
  if (typeof cell === 'boolean') return { reason: '应是数字' };
  if (typeof cell === 'number') return lostDigits(cell) ?? checked(plainDigits(cell));
  if (typeof cell !== 'string') return refused(cell);
  const text = plainText(cell).replace(/^'/, '').replace(/^[−–]/, '-');
  if (text.startsWith('=')) return { reason: '是公式的文字，请填写公式的结果' };
  if (standsForNothing.test(text)) return { reason: '没有数据请留空，不要填文字或符号' };
  if (text.endsWith('%')) return { reason: '不能填百分数，请填写实际数量' };
  if (scientific.test(text)) return { reason: '不能用科学计数法，请填写完整的数' };
  const digits = thousands.test(text) ? text.replaceAll(',', '') : text;
  if (decimal.test(digits)) return checked(digits);
  return { reason: /^-?[\d,.]+\p{Script=Han}+$/u.test(text) ? '只填数字，不要带单位' : '应是数字' };
}

/** A whole number ≥ 0. */
export function readInteger(cell: Cell, largest = 10 ** mostWholeDigits - 1): Reading<number> {
  const read = readDecimal(cell);
  if ('reason' in read) return read;
  if (read.value.includes('.')) return { reason: '应是整数' };
  const value = Number(read.value);
  return value > largest ? { reason: `不能大于 ${largest}` } : { value };
}

/** A day: a date cell, the serial number of one, or written as 2026年3月5日, 2026.3.5, 2026/3/5 or 2026-03-05. */
export function readDate(cell: Cell): Reading<CivilDate> {
  const serial = typeof cell === 'number' && cell >= firstSerial && cell <= lastSerial;
  if (serial && Number.isInteger(cell)) return { value: addDays(serialEpoch, cell) };
  if (cell !== null && typeof cell === 'object' && cell.kind === 'date') return dayOf(cell.text);
  const read = readText(cell);
  return 'reason' in read ? read : dayOf(read.value);
}

function dayOf(text: string): Reading<CivilDate> {
  const [, year = '', month = '', day = ''] = written.exec(text.replace(/\s/g, '')) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? { value: date } : { reason: '应是真实日期，写到日，形如 2026-03-05' };
}

export function readChoice<T>(cell: Cell, choices: ReadonlyMap<string, T>): Reading<T> {
  const read = readText(cell);
  if ('reason' in read) return read;
  const value = choices.get(read.value.replace(/\s/g, ''));
  if (value !== undefined) return { value };
  return { reason: `只能填：${[...choices.keys()].join('、')}` };
}

function checked(digits: string): Reading<string> {
  if (/^-.*[1-9]/.test(digits)) return { reason: '不能为负数' };
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const significant = whole.replace(/^0+(?=\d)/, '');
  if (significant.length > exactDigits) return { reason: '像是号码，不是数量' };
  if (significant.length > mostWholeDigits) return { reason: '数值过大' };
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > mostFractionDigits) return { reason: '小数位数过多' };
  return { value: kept === '' ? significant : `${significant}.${kept}` };
}

function lostDigits(value: number): { readonly reason: string } | undefined {
  const length = plainDigits(Math.trunc(Math.abs(value))).length;
  if (length <= exactDigits) return undefined;
  const what = length === 18 ? '身份证号' : `${length} 位号码`;
  return { reason: `${what}被存成数字，末 ${length - exactDigits} 位已失真，请把单元格设为文本后按原件重填` };
}

function refused(cell: Cell): { readonly reason: string } {
  if (isBlank(cell) || cell === null || typeof cell !== 'object') return { reason: '是空的' };
  if (cell.kind === 'error') return { reason: `公式出错（${cell.text}）` };
  if (cell.kind === 'date') return { reason: '单元格被存成了日期，请改为常规或文本格式后重填' };
  if (cell.kind === 'percent') return { reason: '不能填百分数，请填写实际数量' };
  return { reason: '公式没有保存计算结果，请用表格软件打开、保存后再试' };
}
