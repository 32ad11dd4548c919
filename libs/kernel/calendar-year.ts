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

/** One thing wrong with a year, and which day it is about. */
export interface CalendarFault {
  readonly code: 'calendar_year_empty' | 'calendar_day_invalid' | 'calendar_without_working_day';
  /** Index in `days`; null when it is about the year as a whole. */
  readonly day: number | null;
  readonly detail: string;
}

/**
 * Everything that keeps a year from being counted with, at once.
 *
 * A notice may also speak of the last December days before its year: that of 2019 made 2018-12-29 a workday.
 * @returns faults `calendar_year_empty`, `calendar_day_invalid`, `calendar_without_working_day`
 * @example faultsOfYear({ year: 2030, notice: '…', days: [] })[0]?.code // 'calendar_year_empty'
 */
export function faultsOfYear(year: CalendarYear): CalendarFault[] {
  if (year.days.length === 0) {
    const detail = `${year.year}年的放假通知里没有任何日期，不能当作已公布。`;
    return [{ code: 'calendar_year_empty', day: null, detail }];
  }
  const listed = new Map(year.days.map((day) => [dayNumberOf(day.date), day.kind]));
  const idle: CalendarFault[] = hasWorkingDay(year.year, listed)
    ? []
    : [{ code: 'calendar_without_working_day', day: null, detail: idleDetail(year.year) }];
  return [...faultsOfDays(year), ...idle];
}

/**
 * What is wrong with the days of a year's list, whoever set it: a day of another year, a day twice.
 * @returns faults `calendar_day_invalid`; none for an empty list
 * @example faultsOfDays({ year: 2030, days: [] }) // []
 */
export function faultsOfDays({ year, days }: Pick<CalendarYear, 'year' | 'days'>): CalendarFault[] {
  const seen = new Set<CivilDate>();
  return days.flatMap((day, index): CalendarFault[] => {
    const why = [
      ...(belongsTo(year, day.date) ? [] : [`不属于${year}年`]),
      ...(seen.has(day.date) ? ['重复出现'] : []),
    ];
    seen.add(day.date);
    return why.map((one) => ({
      code: 'calendar_day_invalid',
      day: index,
      detail: `${year}年放假安排中的 ${day.date} ${one}。`,
    }));
  });
}

/**
 * Refuses a year that cannot be counted with, for the first of its {@link faultsOfYear}.
 * @throws DomainError with the code of the fault
 * @example assertUsableYear({ year: 2030, notice: '…', days: [] }) // throws calendar_year_empty
 */
export function assertUsableYear(year: CalendarYear): void {
  refuseFirst(faultsOfYear(year));
}

/**
 * Refuses a list for the first of its {@link faultsOfDays}.
 * @throws DomainError `calendar_day_invalid`
 * @example assertDays({ year: 2030, days: [] }) // nothing
 */
export function assertDays(list: Pick<CalendarYear, 'year' | 'days'>): void {
  refuseFirst(faultsOfDays(list));
}

/**
 * Refuses a year in which, by all that is listed, nobody ever works.
 * @param listed by day number; days that are not listed go by their weekday
 * @throws DomainError `calendar_without_working_day`
 */
export function assertWorkingDay(year: number, listed: ReadonlyMap<number, CalendarDay['kind']>): void {
  if (!hasWorkingDay(year, listed)) {
    throw new DomainError('calendar_without_working_day', { detail: idleDetail(year) });
  }
}

function refuseFirst([fault]: readonly CalendarFault[]): void {
  if (fault) throw new DomainError(fault.code, { detail: fault.detail });
}

function idleDetail(year: number): string {
  return `${year}年没有一个工作日，不能保存。`;
}

function belongsTo(year: number, date: CivilDate): boolean {
  return yearOf(date) === year || date.startsWith(`${String(year - 1).padStart(4, '0')}-12-`);
}

function hasWorkingDay(year: number, listed: ReadonlyMap<number, CalendarDay['kind']>): boolean {
  const text = String(year).padStart(4, '0');
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
