import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  civilDate,
  faultsOfRecurrence,
  nextOccurrences,
  occurrencesUntil,
  periodNamed,
  periodOn,
  type Recurrence,
  WorkdayCalendar,
} from '#kernel';
import { calendarDirectory, loadCalendarYears } from './index.js';

const calendar = new WorkdayCalendar(loadCalendarYears(calendarDirectory()));
const monthly: Recurrence = {
  ...{ frequency: 'month', interval: 1, monthOffset: 0, on: { kind: 'day', day: 31 }, roll: 'none' },
  ...{ firstPeriod: '2026-01', lastPeriod: '2026-12' },
};
const days = (rule: Partial<Recurrence>): string[] =>
  nextOccurrences(calendar, { ...monthly, ...rule }, civilDate('2020-01-01'), 12).map((one) => one.dueOn);
const md = (text: string): string[] => text.split(' ').map((day) => `2026-${day}`);

describe('R-32 R-52 fixed tables of 2026', () => {
  test.each<[string, Partial<Recurrence>, string]>([
    ['每月31日', {}, '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'],
    [
      '每月31日，提前',
      { roll: 'back' },
      '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
    ],
    [
      '每月5日，顺延',
      { on: { kind: 'day', day: 5 }, roll: 'forward' },
      '01-05 02-05 03-05 04-07 05-06 06-05 07-06 08-05 09-07 10-08 11-05 12-07',
    ],
    [
      '每月最后一个工作日',
      { on: { kind: 'last_working_day' } },
      '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
    ],
    [
      '每月第二个周三',
      { on: { kind: 'nth_weekday', nth: 2, weekday: 3 } },
      '01-14 02-11 03-11 04-08 05-13 06-10 07-08 08-12 09-09 10-14 11-11 12-09',
    ],
    [
      '每月最后一个周日',
      { on: { kind: 'nth_weekday', nth: -1, weekday: 7 } },
      '01-25 02-22 03-29 04-26 05-31 06-28 07-26 08-30 09-27 10-25 11-29 12-27',
    ],
    ['每两月30日', { interval: 2, on: { kind: 'day', day: 30 } }, '01-30 03-30 05-30 07-30 09-30 11-30'],
  ])('%s', (_, rule, expected) => {
    expect(days(rule)).toEqual(md(expected));
  });

  test('the 29th–31st of February in leap years and others', () => {
    const february = { frequency: 'year', monthOffset: 1, firstPeriod: '2024', lastPeriod: '2028' } as const;
    const expected = ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'];
    expect(days({ ...february, on: { kind: 'day', day: 31 } })).toEqual(expected);
    expect(days({ ...february, on: { kind: 'day', day: 29 } })).toEqual(expected);
  });

  test('quarter, half-year, year and term, also due in the month after', () => {
    const on = { kind: 'day', day: 10 } as const;
    const quarter = { frequency: 'quarter', firstPeriod: '2026-Q1', lastPeriod: '2026-Q4', on } as const;
    expect(days({ ...quarter, monthOffset: 3 })).toEqual([
      '2026-04-10',
      '2026-07-10',
      '2026-10-10',
      '2027-01-10',
    ]);
    const half = { frequency: 'half_year', firstPeriod: '2026-H1', lastPeriod: '2026-H2', on } as const;
    expect(days({ ...half, monthOffset: 5 })).toEqual(['2026-06-10', '2026-12-10']);
    const census = { frequency: 'year', firstPeriod: '2026', lastPeriod: '2027', monthOffset: 8 } as const;
    expect(days({ ...census, on: { kind: 'day', day: 20 } })).toEqual(['2026-09-20', '2027-09-20']);
    const term = { frequency: 'term', firstPeriod: '2025-T2', lastPeriod: '2026-T2', on } as const;
    expect(days(term)).toEqual(['2025-09-10', '2026-02-10', '2026-09-10']);
  });
});

test('R-32 three years of eleven rules, byte for byte the same under every TZ', () => {
  const rules = (['month', 'quarter', 'half_year', 'year', 'term'] as const).flatMap((frequency) => {
    const firstPeriod = periodOn(frequency, civilDate('2024-01-01')).key;
    return (['forward', 'back'] as const).map((roll) => ({
      ...monthly,
      frequency,
      roll,
      firstPeriod,
      lastPeriod: null,
    }));
  });
  const lines = [...rules, monthly].flatMap((rule) =>
    occurrencesUntil(calendar, rule, civilDate('2026-12-31')).map((one) => `${one.period.key} ${one.text}`),
  );
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
  expect([lines.length, digest]).toEqual([
    140,
    'e5070223943e7f301eb8915e00758c41c6988535524b5d23ff6db2da41569c1e',
  ]);
});

test('R-94 an unpublished year makes a shifted day provisional, a fixed one not', () => {
  const rule = { ...monthly, firstPeriod: '2027-01', lastPeriod: '2027-01' };
  expect(nextOccurrences(calendar, rule, civilDate('2027-01-01'), 1)[0]?.provisional).toBe(false);
  const shifted = { ...rule, roll: 'back' as const };
  expect(nextOccurrences(calendar, shifted, civilDate('2027-01-01'), 1)[0]?.provisional).toBe(true);
});

test('school terms run from 1 September to 31 January and from 1 February to 31 August', () => {
  const dates = ['2026-01-31', '2026-02-01', '2026-08-31', '2026-09-01', '2027-01-31'];
  expect(dates.map((date) => periodOn('term', civilDate(date)).name)).toEqual([
    '2025年秋季学期',
    '2026年春季学期',
    '2026年春季学期',
    '2026年秋季学期',
    '2026年秋季学期',
  ]);
});

test.each(['month', 'quarter', 'half_year', 'year', 'term'] as const)('a %s has its own key', (frequency) => {
  for (const day of ['2024-02-29', '2026-01-01', '2026-12-31']) {
    const period = periodOn(frequency, civilDate(day));
    expect(periodNamed(frequency, period.key)).toEqual(period);
  }
});

test('all faults of a rule are told at once, by field', () => {
  const rule: Recurrence = {
    ...{ frequency: 'quarter', interval: 0, monthOffset: -1, on: { kind: 'day', day: 32 }, roll: 'none' },
    ...{ firstPeriod: '2026-05', lastPeriod: 'x' },
  };
  expect(faultsOfRecurrence(rule).map((fault) => fault.field)).toEqual([
    ...['interval', 'monthOffset', 'on/day', 'firstPeriod', 'lastPeriod'],
  ]);
  expect(() => nextOccurrences(calendar, rule, civilDate('2026-01-01'), 1)).toThrow('间隔应为');
});
