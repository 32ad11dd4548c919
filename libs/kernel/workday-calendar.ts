import { assertUsableYear, assertWorkingDay, type CalendarDay, type CalendarYear } from './calendar-year.js';
import {
  type CivilDate,
  dateOfDayNumber,
  dayNumberOf,
  weekdayNameOf,
  weekdayOf,
  weekdayOfDayNumber,
  yearOf,
} from './civil-date.js';
import { DomainError } from './domain-error.js';
import { calendarLevelName, layersOf, type LocalBasis, type LocalCalendar } from './local-calendar.js';

export interface ExplainedDay {
  readonly date: CivilDate;
  readonly reason: string;
}

/** How a due day came about. */
export interface WorkdayExplanation {
  readonly start: CivilDate;
  readonly count: number;
  readonly end: CivilDate;
  readonly skipped: readonly ExplainedDay[];
  /** Weekend days that were counted because the notice makes them workdays. */
  readonly madeUp: readonly ExplainedDay[];
  readonly provisional: boolean;
  readonly notices: readonly string[];
}

/** What becomes of a day that is no working day: 顺延, 提前 or 不变. */
export type Roll = 'forward' | 'back' | 'none';

// The longest holiday on record is ten days; a year without a workday is a broken table, not a holiday.
const longestGapDays = 366;
// 20 years of workdays: any longer term is a typing error.
const largestCount = 5000;

/**
 * Working days of the People's Republic, counted in one place for the whole product.
 *
 * A term of N working days from day D ends on the N-th working day strictly after D (民法典 §201: the first day
 * does not count). Make-up days count, 调休 days off do not. A year without a notice is *unpublished*: it is counted
 * Monday–Friday, and every answer that touches it says so. Days a province, city or county has set for itself lie
 * on top of the national ones: the lowest level that says something of a day prevails, and a year stays
 * unpublished until its national notice comes.
 * @throws DomainError when a year or set is given twice, a national year is empty, or a year has no working day
 */
export class WorkdayCalendar {
  private readonly years = new Map<number, CalendarYear>();
  private readonly days = new Map<number, CalendarDay>();
  private readonly bases = new Map<number, LocalBasis>();

  constructor(years: readonly CalendarYear[], local: readonly LocalCalendar[] = []) {
    // In order of years, so that what a later notice says about the December before it prevails.
    for (const year of years.toSorted((a, b) => a.year - b.year)) {
      assertUsableYear(year);
      if (this.years.has(year.year)) {
        throw new DomainError('calendar_year_duplicate', { detail: `${year.year}年的放假安排给了两份。` });
      }
      this.years.set(year.year, year);
      for (const day of year.days) this.days.set(dayNumberOf(day.date), day);
    }
    for (const { level, days } of layersOf(local)) {
      for (const { notice, ...day } of days) {
        this.days.set(dayNumberOf(day.date), day);
        this.bases.set(dayNumberOf(day.date), { level, notice });
      }
    }
    if (this.bases.size > 0) this.assertWork(local);
  }

  /** @example isWorkingDay(civilDate('2026-02-14')) // true: a Saturday worked for 春节 */
  isWorkingDay(date: CivilDate): boolean {
    return this.isWorking(dayNumberOf(date));
  }

  /**
   * The `count`-th working day strictly after `date`, or before it when negative; with 0 the day itself
   * if it is worked, otherwise the next working day (民法典 §203).
   * @param count whole working days, −5000…5000
   * @throws DomainError `working_day_count_invalid`, `calendar_exhausted`
   * @example addWorkingDays(civilDate('2026-09-30'), 5) // '2026-10-13'
   */
  addWorkingDays(date: CivilDate, count: number): CivilDate {
    if (!Number.isInteger(count) || Math.abs(count) > largestCount) {
      throw new DomainError('working_day_count_invalid', {
        detail: `工作日数应为 −${largestCount} 到 ${largestCount} 之间的整数，收到 ${count}。`,
      });
    }
    const start = dayNumberOf(date);
    if (count === 0) return dateOfDayNumber(this.isWorking(start) ? start : this.nextWorking(start, 1));
    const step = count > 0 ? 1 : -1;
    let day = start;
    for (let left = Math.abs(count); left > 0; left -= 1) day = this.nextWorking(day, step);
    return dateOfDayNumber(day);
  }

  /**
   * Working days in (a, b]; when b is earlier, minus those in [b, a). So it undoes `addWorkingDays` in both
   * directions, from any day.
   * @example workingDaysBetween(civilDate('2026-09-30'), civilDate('2026-10-13')) // 5
   */
  workingDaysBetween(a: CivilDate, b: CivilDate): number {
    const [from, to] = [dayNumberOf(a), dayNumberOf(b)];
    const [first, last, sign] = from <= to ? [from + 1, to, 1] : [to, from - 1, -1];
    let count = 0;
    for (let day = first; day <= last; day += 1) if (this.isWorking(day)) count += 1;
    return count * sign + 0;
  }

  /**
   * The working day a calendar day is shifted to: onto the next one (民法典 §203), onto the one before, or not at all
   * (R-30, R-52).
   * @example rolled(civilDate('2026-10-03'), 'back') // '2026-09-30'
   */
  rolled(date: CivilDate, roll: Roll): CivilDate {
    if (roll === 'none' || this.isWorkingDay(date)) return date;
    return this.addWorkingDays(date, roll === 'forward' ? 0 : -1);
  }

  /** Why a day is no working day, or that it is one: `国庆节放假`, `周六`, `三月三放假，按省级通知…`. */
  reasonFor(date: CivilDate): string {
    const day = this.listed(date);
    if (!day) return weekdayNameOf(date);
    const basis = this.localBasis(date);
    const by = basis === null ? '' : `，按${calendarLevelName(basis.level)}通知${basis.notice}`;
    if (day.kind === 'off') return `${day.name}放假${by}`;
    // Where a lower level takes a free day back, nobody makes up for anything.
    const words = basis !== null && weekdayOf(date) <= 5 ? '照常上班' : '调休上班';
    return `${day.name}${words}（${weekdayNameOf(date)}）${by}`;
  }

  /** The local notice that decides a day, if one does. */
  localBasis(date: CivilDate): LocalBasis | null {
    return this.bases.get(dayNumberOf(date)) ?? null;
  }

  /** Notices of the years from one day to the other, and the local ones of days between; an unpublished year has none. */
  noticesBetween(a: CivilDate, b: CivilDate): string[] {
    const [first, last] = a <= b ? [a, b] : [b, a];
    const national = [...this.years.values()]
      .filter(({ year }) => year >= yearOf(first) && year <= yearOf(last))
      .map(({ notice }) => notice);
    return [...national, ...this.localNotices(daysPassed(first, last, 0))];
  }

  /** `addWorkingDays` with its reasons: which days were passed over, which weekends were counted, on what notice. */
  explainAdd(date: CivilDate, count: number): WorkdayExplanation {
    const end = this.addWorkingDays(date, count);
    const passed = daysPassed(date, end, count);
    const skipped = passed.filter((day) => !this.isWorkingDay(day));
    const madeUp = passed.filter((day) => this.listed(day)?.kind === 'work');
    const years = [...new Set([date, end, ...passed].map(yearOf))].sort();
    return {
      start: date,
      count,
      end,
      skipped: skipped.map((day) => ({ date: day, reason: this.reasonFor(day) })),
      madeUp: madeUp.map((day) => ({ date: day, reason: this.reasonFor(day) })),
      provisional: [end, ...passed].some((day) => this.isProvisional(day)),
      notices: [...years.flatMap((year) => this.years.get(year)?.notice ?? []), ...this.localNotices(passed)],
    };
  }

  isPublished(year: number): boolean {
    return this.years.has(year);
  }

  /** Whether the day's year has no notice, so that anything counted into it may still move. */
  isProvisional(date: CivilDate): boolean {
    return !this.isPublished(yearOf(date));
  }

  /** Years with a notice, in order. */
  publishedYears(): readonly number[] {
    return [...this.years.keys()];
  }

  private localNotices(days: readonly CivilDate[]): string[] {
    return [...new Set(days.flatMap((day) => this.localBasis(day)?.notice ?? []))];
  }

  private assertWork(local: readonly LocalCalendar[]): void {
    const kinds = new Map([...this.days].map(([number, { kind }]) => [number, kind]));
    for (const year of new Set(local.map((set) => set.year))) assertWorkingDay(year, kinds);
  }

  private listed(date: CivilDate): CalendarDay | undefined {
    return this.days.get(dayNumberOf(date));
  }

  private isWorking(dayNumber: number): boolean {
    const listed = this.days.get(dayNumber);
    return listed ? listed.kind === 'work' : weekdayOfDayNumber(dayNumber) <= 5;
  }

  private nextWorking(dayNumber: number, step: 1 | -1): number {
    for (let gap = 1; gap <= longestGapDays; gap += 1) {
      if (this.isWorking(dayNumber + gap * step)) return dayNumber + gap * step;
    }
    throw new DomainError('calendar_exhausted', {
      detail: `从 ${dateOfDayNumber(dayNumber)} 起连续 ${longestGapDays} 天没有工作日，请检查放假安排。`,
    });
  }
}

/** Every day after `start` on the way to `end`, both directions, in time order; `start` itself when it was rolled. */
function daysPassed(start: CivilDate, end: CivilDate, count: number): CivilDate[] {
  const [from, to] = [dayNumberOf(start), dayNumberOf(end)];
  const first = count < 0 ? to : count === 0 ? from : from + 1;
  const last = count < 0 ? from - 1 : to;
  return Array.from({ length: last - first + 1 }, (_, index) => dateOfDayNumber(first + index));
}
