import { DomainError } from './domain-error.js';

declare const civilDateBrand: unique symbol;

/** A calendar day as text `YYYY-MM-DD`. Two of them compare in time order as plain strings. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/**
 * Whether the value is the text of an existing day, written `YYYY-MM-DD`.
 * @example isCivilDate('2026-02-29') // false
 */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string') return false;
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Reads a calendar day.
 * @throws DomainError `bad_date` when the text is no existing day in the form `YYYY-MM-DD`
 * @example civilDate('2026-03-05') // '2026-03-05'
 */
export function civilDate(text: string): CivilDate {
  if (isCivilDate(text)) return text;
  throw new DomainError('bad_date', { detail: `“${text}”不是有效日期，应写成 2026-03-05 这样的形式。` });
}

/**
 * The day `count` calendar days later (earlier when negative).
 * @example addDays(civilDate('2024-02-28'), 2) // '2024-03-01'
 */
export function addDays(date: CivilDate, count: number): CivilDate {
  return dateOfDayNumber(dayNumberOf(date) + count);
}

/**
 * Calendar days from `a` to `b`; negative when `b` is earlier.
 * @example daysBetween(civilDate('2026-09-30'), civilDate('2026-10-01')) // 1
 */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumberOf(b) - dayNumberOf(a);
}

/**
 * 1 = Monday … 7 = Sunday, as in ISO 8601.
 * @example weekdayOf(civilDate('2026-03-05')) // 4
 */
export function weekdayOf(date: CivilDate): Weekday {
  return weekdayOfDayNumber(dayNumberOf(date));
}

/**
 * 周一 … 周日.
 * @example weekdayNameOf(civilDate('2026-03-05')) // '周四'
 */
export function weekdayNameOf(date: CivilDate): string {
  return weekdayNames[weekdayOf(date) - 1] ?? '';
}

/**
 * The calendar year of a day.
 * @example yearOf(civilDate('2026-03-05')) // 2026
 */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/**
 * As official papers write a day: without zero padding (GB/T 9704-2012).
 * @example formatDateShort(civilDate('2026-03-05')) // '2026年3月5日'
 */
export function formatDateShort(date: CivilDate): string {
  return `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/**
 * For pages and messages: the day with its weekday.
 * @example formatDate(civilDate('2026-03-05')) // '2026年3月5日（周四）'
 */
export function formatDate(date: CivilDate): string {
  return `${formatDateShort(date)}（${weekdayNameOf(date)}）`;
}

/** Days since 1970-01-01: the number on which all day arithmetic is done. */
export function dayNumberOf(date: CivilDate): number {
  const month = Number(date.slice(5, 7));
  // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last one.
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * Inverse of {@link dayNumberOf}.
 * @throws DomainError `bad_date` outside the years 0001–9999, which `YYYY-MM-DD` cannot write
 */
export function dateOfDayNumber(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return civilDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

export function weekdayOfDayNumber(dayNumber: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** @example daysInMonth(2024, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
