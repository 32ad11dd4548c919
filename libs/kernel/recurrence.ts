import { addDays, type CivilDate, civilDate, daysInMonth, formatDate, weekdayOf } from './civil-date.js';
import { DomainError } from './domain-error.js';
import { type Frequency, isPeriodKey, type Period, periodNamed, periodWith } from './recurrence-period.js';
import type { Roll, WorkdayCalendar } from './workday-calendar.js';

/** Which day of the month work is due. */
export type DayChoice =
  /** 31 means the last day of a shorter month. */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'last_working_day' }
  /** The first to fourth, or with −1 the last, Monday (1) … Sunday (7). */
  | { readonly kind: 'nth_weekday'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: number };

/** When recurring work is due. */
export interface Recurrence {
  readonly frequency: Frequency;
  /** Every k-th period, 1 for each. */
  readonly interval: number;
  /** Month the due day lies in, counted from the period's first one (0); 1 for 次月 of a monthly report. */
  readonly monthOffset: number;
  readonly on: DayChoice;
  readonly roll: Roll;
  readonly firstPeriod: string;
  /** null: no end. */
  readonly lastPeriod: string | null;
}

/** One period's due day. */
export interface Occurrence {
  readonly period: Period;
  /** Before it was shifted to a working day. */
  readonly namedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  readonly text: string;
}

// 50 years of months.
const mostPeriods = 600;
const largestInterval = 24;
const largestOffset = 24;

/**
 * Everything that keeps a recurrence from being used, by its field.
 * @returns empty when it can be used
 * @example faultsOfRecurrence({ …, interval: 0 }) // [{ field: 'interval', message: '间隔应为 1 到 24 的整数' }]
 */
export function faultsOfRecurrence(rule: Recurrence): { field: string; message: string }[] {
  const first = isPeriodKey(rule.frequency, rule.firstPeriod);
  const last = rule.lastPeriod === null || isPeriodKey(rule.frequency, rule.lastPeriod);
  return [
    ...(within(rule.interval, 1, largestInterval)
      ? []
      : [{ field: 'interval', message: `间隔应为 1 到 ${largestInterval} 的整数` }]),
    ...(within(rule.monthOffset, 0, largestOffset)
      ? []
      : [{ field: 'monthOffset', message: `月份应为 0 到 ${largestOffset} 的整数` }]),
    ...dayFaults(rule.on),
    ...(first ? [] : [{ field: 'firstPeriod', message: '起始期次无效' }]),
    ...(last ? [] : [{ field: 'lastPeriod', message: '截止期次无效' }]),
    ...(first && last && rule.lastPeriod !== null && rule.lastPeriod < rule.firstPeriod
      ? [{ field: 'lastPeriod', message: '截止期次早于起始期次' }]
      : []),
  ];
}

/**
 * The rule's periods whose due day is not after `until`, from the first on. Days are text all the way, so the
 * answer is the same in every time zone.
 * @param until last due day of interest
 * @throws DomainError `recurrence_invalid`; also when there are more than 600 periods
 * @example occurrencesUntil(calendar, { frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 31 },
 *   roll: 'none', firstPeriod: '2026-02', lastPeriod: null }, civilDate('2026-03-31')).map((one) => one.dueOn)
 *   // ['2026-02-28', '2026-03-31']
 */
export function occurrencesUntil(
  calendar: WorkdayCalendar,
  rule: Recurrence,
  until: CivilDate,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const period of periodsOf(rule)) {
    const occurrence = occurrenceIn(calendar, rule, period);
    // The named days grow from period to period, and a shift to a working day keeps their order.
    if (occurrence.namedOn > until && occurrence.dueOn > until) return found;
    if (occurrence.dueOn <= until) found.push(occurrence);
  }
  return found;
}

/**
 * The next due days of a rule on or after a day.
 * @param count how many at most
 * @throws DomainError `recurrence_invalid`
 * @example nextOccurrences(calendar, monthly, civilDate('2026-01-01'), 12).length // 12
 */
export function nextOccurrences(
  calendar: WorkdayCalendar,
  rule: Recurrence,
  from: CivilDate,
  count: number,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const period of periodsOf(rule)) {
    if (found.length >= count) return found;
    const occurrence = occurrenceIn(calendar, rule, period);
    if (occurrence.dueOn >= from) found.push(occurrence);
  }
  return found;
}

/**
 * The due day of one period of a rule.
 * @param key the period's, such as `2022-09` or `2022-Q3`
 * @throws DomainError when the key is none of the rule's frequency
 * @example occurrenceOf(calendar, monthly, '2026-02').dueOn // '2026-02-28'
 */
export function occurrenceOf(calendar: WorkdayCalendar, rule: Recurrence, key: string): Occurrence {
  return occurrenceIn(calendar, rule, periodNamed(rule.frequency, key));
}

function* periodsOf(rule: Recurrence): Generator<Period> {
  const [fault] = faultsOfRecurrence(rule);
  if (fault) throw new DomainError('recurrence_invalid', { detail: `${fault.message}。` });
  const first = periodNamed(rule.frequency, rule.firstPeriod).index;
  const last = rule.lastPeriod === null ? undefined : periodNamed(rule.frequency, rule.lastPeriod).index;
  for (let step = 0; step < mostPeriods; step += 1) {
    const index = first + step * rule.interval;
    if (last !== undefined && index > last) return;
    yield periodWith(rule.frequency, index);
  }
  if (last === undefined || first + mostPeriods * rule.interval <= last) {
    throw new DomainError('recurrence_invalid', {
      detail: `循环规则超过 ${mostPeriods} 期，请缩短起止期次。`,
    });
  }
}

function occurrenceIn(calendar: WorkdayCalendar, rule: Recurrence, period: Period): Occurrence {
  const months = period.firstMonth.year * 12 + period.firstMonth.month - 1 + rule.monthOffset;
  const namedOn = namedDay(calendar, rule.on, Math.floor(months / 12), (months % 12) + 1);
  const dueOn = calendar.rolled(namedOn, rule.roll);
  const shift = rule.roll === 'forward' ? '顺延' : '提前';
  const text =
    dueOn === namedOn
      ? `${period.name}：${formatDate(dueOn)}`
      : `${period.name}：${formatDate(namedOn)}（${calendar.reasonFor(namedOn)}）${shift}到${formatDate(dueOn)}`;
  const reckoned = rule.roll !== 'none' || rule.on.kind === 'last_working_day';
  return {
    period,
    namedOn,
    dueOn,
    provisional: reckoned && (calendar.isProvisional(namedOn) || calendar.isProvisional(dueOn)),
    text,
  };
}

function namedDay(calendar: WorkdayCalendar, on: DayChoice, year: number, month: number): CivilDate {
  const length = daysInMonth(year, month);
  const day = (nth: number): CivilDate =>
    civilDate(
      `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(nth).padStart(2, '0')}`,
    );
  if (on.kind === 'day') return day(Math.min(on.day, length));
  if (on.kind === 'last_working_day') return calendar.rolled(day(length), 'back');
  if (on.nth === -1) return addDays(day(length), -((weekdayOf(day(length)) - on.weekday + 7) % 7));
  return addDays(day(1), ((on.weekday - weekdayOf(day(1)) + 7) % 7) + 7 * (on.nth - 1));
}

function dayFaults(on: DayChoice): { field: string; message: string }[] {
  if (on.kind === 'day' && !within(on.day, 1, 31))
    return [{ field: 'on/day', message: '日应为 1 到 31 的整数' }];
  if (on.kind !== 'nth_weekday') return [];
  return [
    ...([1, 2, 3, 4, -1].includes(on.nth)
      ? []
      : [{ field: 'on/nth', message: '应为第一至第四个或最后一个' }]),
    ...(within(on.weekday, 1, 7) ? [] : [{ field: 'on/weekday', message: '应为周一至周日' }]),
  ];
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
