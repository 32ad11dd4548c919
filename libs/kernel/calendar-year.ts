import { type CivilDate, dayNumberOf, weekdayOfDayNumber, yearOf } from './civil-date.js';
import { DomainError } from './domain-error.js';

/** One day on which the notice departs from Monday–Friday, or confirms a holiday on a weekend. */
export interface CalendarDay {
  readonly date: CivilDate;
  /** `off`: holiday or 调休 day off; `work`: a weekend day that is worked to make up for one. */
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** The State Council notice of one year, as data. */
export interface CalendarYear {
  readonly year: number;
  readonly notice: string;
  readonly url?: string;
  readonly publishedOn?: CivilDate;
  readonly days: readonly CalendarDay[];
}

/**
 * Refuses a year that cannot be counted with.
 *
 * A notice may also speak of the last December days before its year: that of 2019 made 2018-12-29 a workday.
 * @throws DomainError `calendar_year_empty`, `calendar_day_invalid`, `calendar_without_working_day`
 * @example assertUsableYear({ year: 2030, notice: '…', days: [] }) // throws calendar_year_empty
 */
export function assertUsableYear(year: CalendarYear): void {
  if (year.days.length === 0) {
    throw new DomainError('calendar_year_empty', {
      detail: `${year.year}年的放假通知里没有任何日期，不能当作已公布。`,
    });
  }
  const seen = new Set<CivilDate>();
  for (const day of year.days) {
    if (!belongsTo(year.year, day.date)) refuse(year, day, `不属于${year.year}年`);
    if (seen.has(day.date)) refuse(year, day, '重复出现');
    seen.add(day.date);
  }
  if (!hasWorkingDay(year)) {
    throw new DomainError('calendar_without_working_day', {
      detail: `${year.year}年没有一个工作日，不能保存。`,
    });
  }
}

function belongsTo(year: number, date: CivilDate): boolean {
  return yearOf(date) === year || date.startsWith(`${String(year - 1).padStart(4, '0')}-12-`);
}

function refuse(year: CalendarYear, day: CalendarDay, why: string): never {
  throw new DomainError('calendar_day_invalid', {
    detail: `${year.year}年放假安排中的 ${day.date} ${why}。`,
  });
}

function hasWorkingDay(year: CalendarYear): boolean {
  const listed = new Map(year.days.map((day) => [dayNumberOf(day.date), day.kind]));
  const text = String(year.year).padStart(4, '0');
  const [first, last] = [
    dayNumberOf(`${text}-01-01` as CivilDate),
    dayNumberOf(`${text}-12-31` as CivilDate),
  ];
  for (let day = first; day <= last; day += 1) {
    const kind = listed.get(day) ?? (weekdayOfDayNumber(day) <= 5 ? 'work' : 'off');
    if (kind === 'work') return true;
  }
  return false;
}
