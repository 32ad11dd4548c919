import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumberOf } from './civil-date.js';
import {
  addDays,
  civilDate,
  daysBetween,
  DomainError,
  formatDate,
  formatDateShort,
  isCivilDate,
  weekdayNameOf,
  weekdayOf,
  yearOf,
} from './index.js';

const dayMs = 86_400_000;
const dayNumber = fc.integer({
  min: dayNumberOf(civilDate('0001-01-01')),
  max: dayNumberOf(civilDate('9999-12-31')),
});
const anyDate = dayNumber.map(dateOfDayNumber);

describe('reading a date', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-03-05'])('%s is one', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-3-5',
    '20260305',
    '2026-03-05T00:00',
    ' 2026-03-05',
    '２０２６-03-05',
    '',
  ])('“%s” is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(DomainError);
  });

  test.each([undefined, null, 20260305, {}])('%p is none', (value) => {
    expect(isCivilDate(value)).toBe(false);
  });

  test('the refusal says in Chinese how to write it', () => {
    expect(() => civilDate('2026-02-29')).toThrow('“2026-02-29”不是有效日期，应写成 2026-03-05 这样的形式。');
  });
});

describe('arithmetic on dates', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-03-01', -366, '2023-03-01'],
    ['2026-03-05', 0, '2026-03-05'],
  ])('%s + %d days = %s', (from, count, to) => {
    expect(addDays(civilDate(from), count)).toBe(to);
  });

  test('R-31: agrees with UTC arithmetic for every day of four centuries’ span of samples', () => {
    fc.assert(
      fc.property(dayNumber, (number) => {
        const expected = new Date(number * dayMs);
        const date = dateOfDayNumber(number);
        expect(date).toBe(expected.toISOString().slice(0, 10));
        expect(weekdayOf(date)).toBe(expected.getUTCDay() || 7);
        expect(yearOf(date)).toBe(expected.getUTCFullYear());
      }),
      { numRuns: 2000 },
    );
  });

  test('day numbers and dates undo each other, and texts order as days do', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(dateOfDayNumber(dayNumberOf(a))).toBe(a);
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  test('a day that four digits cannot write is refused', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(DomainError);
    expect(() => addDays(civilDate('0001-01-01'), -1)).toThrow(DomainError);
  });
});

describe('writing a date', () => {
  test.each([
    ['2026-03-05', '2026年3月5日（周四）', '2026年3月5日', '周四'],
    ['2022-09-15', '2022年9月15日（周四）', '2022年9月15日', '周四'],
    ['2021-12-26', '2021年12月26日（周日）', '2021年12月26日', '周日'],
    ['2027-02-06', '2027年2月6日（周六）', '2027年2月6日', '周六'],
  ])('%s', (date, long, short, weekday) => {
    expect(formatDate(civilDate(date))).toBe(long);
    expect(formatDateShort(civilDate(date))).toBe(short);
    expect(weekdayNameOf(civilDate(date))).toBe(weekday);
  });
});
