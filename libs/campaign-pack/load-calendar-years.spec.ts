import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addDays, civilDate, daysBetween, WorkdayCalendar, yearOf } from '#kernel';
import { calendarDirectory, loadCalendarYears, PackError, type PackFault } from './index.js';

const years = loadCalendarYears(calendarDirectory());
const calendar = new WorkdayCalendar(years);

/** Working days of a year, counted day by day. */
function workingDaysOf(year: number): number {
  const first = civilDate(`${year}-01-01`);
  const length = daysBetween(first, civilDate(`${year + 1}-01-01`));
  return Array.from({ length }, (_, index) => addDays(first, index)).filter((day) =>
    calendar.isWorkingDay(day),
  ).length;
}

function faultsOf(files: Record<string, string>): readonly PackFault[] {
  const directory = mkdtempSync(join(tmpdir(), 'calendar-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  try {
    loadCalendarYears(directory);
  } catch (error) {
    if (error instanceof PackError) return error.faults;
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
  return [];
}

const head = 'year: 2030\nnotice: 国办发明电〔2029〕1号\npublishedOn: 2029-11-01\n';

describe('the working calendar that comes with the program', () => {
  test('R-28: holds the State Council notice of every year 2020–2026, and none for 2027 (R-94)', () => {
    expect(years.map((year) => [year.year, year.notice, year.publishedOn])).toEqual([
      [2020, '国办发明电〔2019〕16号、国办发明电〔2020〕1号', '2019-11-21'],
      [2021, '国办发明电〔2020〕27号', '2020-11-25'],
      [2022, '国办发明电〔2021〕11号', '2021-10-25'],
      [2023, '国办发明电〔2022〕16号', '2022-12-08'],
      [2024, '国办发明电〔2023〕7号', '2023-10-25'],
      [2025, '国办发明电〔2024〕12号', '2024-11-12'],
      [2026, '国办发明电〔2025〕7号', '2025-11-04'],
    ]);
    expect(calendar.isPublished(2027)).toBe(false);
  });

  test.each([
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('R-27: %d has %d working days', (year, count) => {
    expect(workingDaysOf(year)).toBe(count);
  });

  test('R-28: make-up days of 2026 are those of the notice', () => {
    const madeUp = years
      .at(-1)
      ?.days.filter((day) => day.kind === 'work')
      .map((day) => day.date);
    expect(madeUp).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('every make-up day falls on a weekend and belongs to a holiday of its year', () => {
    for (const year of years) {
      const names = new Set(year.days.filter((day) => day.kind === 'off').map((day) => day.name));
      for (const day of year.days.filter((listed) => listed.kind === 'work')) {
        expect(names).toContain(day.name);
        expect(new WorkdayCalendar([]).isWorkingDay(day.date)).toBe(false);
        expect(yearOf(day.date)).toBe(year.year);
      }
    }
  });

  test('the extension of 春节 2020 also takes back the make-up Saturday', () => {
    expect(calendar.isWorkingDay(civilDate('2020-01-31'))).toBe(false);
    expect(calendar.isWorkingDay(civilDate('2020-02-01'))).toBe(false);
    expect(calendar.isWorkingDay(civilDate('2020-02-03'))).toBe(true);
  });
});

describe('a file of the calendar', () => {
  test('is read with ranges written out day by day', () => {
    expect(
      faultsOf({ '2030.yaml': `${head}off: [{ name: 元旦, from: 2029-12-31, to: 2030-01-01 }]\n` }),
    ).toEqual([]);
  });

  test('R-94: without any day is refused', () => {
    expect(faultsOf({ '2030.yaml': head })).toEqual([
      { file: '2030.yaml', line: 1, message: '2030年的放假通知里没有任何日期，不能当作已公布。' },
    ]);
  });

  test.each([
    [
      'a day that does not exist',
      'off:\n  - { name: 元旦, from: 2030-02-30, to: 2030-03-01 }\n',
      5,
      /2030-02-30/,
    ],
    [
      'an end before the start',
      'off:\n  - { name: 元旦, from: 2030-01-03, to: 2030-01-01 }\n',
      5,
      /起止日期不对/,
    ],
    ['an unknown key', 'off:\n  - { name: 元旦, from: 2030-01-01, to: 2030-01-01, days: 1 }\n', 5, /“days”/],
    ['a key given twice', 'notice: \n', 4, /重复的名称/],
    [
      'a day of another year',
      'off:\n  - { name: 元旦, from: 2031-01-01, to: 2031-01-01 }\n',
      1,
      /不属于2030年/,
    ],
    [
      'the same day twice',
      'work:\n  - { name: 元旦, date: 2030-01-05 }\n  - { name: 元旦, date: 2030-01-05 }\n',
      1,
      /重复/,
    ],
  ])('with %s is refused with file and line', (_, rest, line, message) => {
    expect(faultsOf({ '2030.yaml': head + rest })).toContainEqual({
      file: '2030.yaml',
      line,
      message: expect.stringMatching(message),
    });
  });

  test('under another year’s name is refused', () => {
    const faults = faultsOf({
      '2031.yaml': `${head}off: [{ name: 元旦, from: 2030-01-01, to: 2030-01-01 }]\n`,
    });
    expect(faults).toEqual([{ file: '2031.yaml', line: 1, message: '文件名应是 2030.yaml' }]);
  });
});
