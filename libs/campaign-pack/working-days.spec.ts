import { describe, expect, test } from '@jest/globals';
import { addDays, civilDate, type CivilDate, WorkdayCalendar, weekdayOf } from '#kernel';
import { calendarDirectory, loadCalendarYears } from './index.js';

const years = loadCalendarYears(calendarDirectory());
const calendar = new WorkdayCalendar(years);
const range = datesOf('2024-01-01', '2027-12-31');

describe('every date of 2024–2027', () => {
  const listed = new Map(years.flatMap((year) => year.days.map((day) => [day.date, day.kind])));

  test('R-27: is a working day when it is made up, or a weekday and no holiday', () => {
    expect(range).toHaveLength(1461);
    for (const date of range) {
      const expected = listed.get(date) === 'work' || (weekdayOf(date) <= 5 && listed.get(date) !== 'off');
      expect([date, calendar.isWorkingDay(date)]).toEqual([date, expected]);
    }
  });

  test('R-27: adding and counting working days are inverse, forwards and backwards up to 30', () => {
    for (const date of range) {
      for (let count = 1; count <= 30; count += 1) {
        const [later, earlier] = [
          calendar.addWorkingDays(date, count),
          calendar.addWorkingDays(date, -count),
        ];
        if (calendar.workingDaysBetween(date, later) !== count)
          throw new Error(`${date} +${count} = ${later}`);
        if (calendar.workingDaysBetween(date, earlier) !== -count)
          throw new Error(`${date} -${count} = ${earlier}`);
      }
    }
  });

  test('R-35: the n-th working day is the n-th entry of the list of working days', () => {
    const working = range.filter((date) => calendar.isWorkingDay(date));
    for (const [index, date] of working.entries()) {
      for (const step of [-20, -1, 1, 5, 20]) {
        const expected = working[index + step];
        if (expected && calendar.addWorkingDays(date, step) !== expected) throw new Error(`${date} ${step}`);
      }
    }
  });

  test('R-94: is provisional exactly in 2027', () => {
    const provisional = range.filter((date) => calendar.isProvisional(date));
    expect([provisional.length, provisional[0], provisional.at(-1)]).toEqual([
      365,
      '2027-01-01',
      '2027-12-31',
    ]);
  });
});

describe('terms across the long holidays', () => {
  test.each([
    ['国庆 2020 with 中秋', '2020-09-30', 1, '2020-10-09'],
    ['国庆 2021, made up on Saturday 9 October', '2021-09-30', 2, '2021-10-09'],
    ['国庆 2022, made up on 8 and 9 October', '2022-09-30', 3, '2022-10-10'],
    ['中秋 and 国庆 2023', '2023-09-28', 1, '2023-10-07'],
    ['国庆 2024, made up on the Sunday before', '2024-09-27', 1, '2024-09-29'],
    ['国庆 2025', '2025-09-30', 2, '2025-10-10'],
    ['国庆 2026', '2026-09-30', 5, '2026-10-13'],
    ['春节 2020, extended', '2020-01-23', 1, '2020-02-03'],
    ['春节 2022, made up on the weekend before', '2022-01-28', 3, '2022-02-07'],
    ['春节 2023', '2023-01-20', 3, '2023-01-30'],
    ['春节 2024: 除夕 is worked', '2024-02-08', 2, '2024-02-18'],
    ['春节 2025', '2025-01-27', 4, '2025-02-08'],
    ['春节 2026, nine days', '2026-02-14', 1, '2026-02-24'],
    ['元旦 2023, which begins in 2022', '2022-12-30', 1, '2023-01-03'],
    ['劳动节 2025', '2025-04-30', 1, '2025-05-06'],
    ['清明 2024, made up on the Sunday after', '2024-04-03', 1, '2024-04-07'],
  ])('R-35: %s: %s and %d working days = %s, and back', (_, start, count, end) => {
    expect(calendar.addWorkingDays(civilDate(start), count)).toBe(end);
    expect(calendar.addWorkingDays(civilDate(end), -count)).toBe(start);
    expect(calendar.workingDaysBetween(civilDate(start), civilDate(end))).toBe(count);
  });
});

function datesOf(first: string, last: string): CivilDate[] {
  const dates = [civilDate(first)];
  for (let date = addDays(civilDate(first), 1); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
