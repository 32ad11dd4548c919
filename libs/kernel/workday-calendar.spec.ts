import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, type CalendarYear, civilDate, DomainError, weekdayOf } from './index.js';
import { WorkdayCalendar } from './workday-calendar.js';

const off = (date: string, name = '放假'): CalendarDay => ({ date: civilDate(date), kind: 'off', name });
const work = (date: string, name = '放假'): CalendarDay => ({ date: civilDate(date), kind: 'work', name });
const days = (from: string, count: number, name: string): CalendarDay[] =>
  Array.from({ length: count }, (_, index) => off(addDays(civilDate(from), index), name));

/** The autumn of 国办发明电〔2025〕7号: 国庆 1–7 October, made up on 20 September and 10 October. */
const autumn: CalendarYear = {
  year: 2026,
  notice: '国办发明电〔2025〕7号',
  days: [
    ...days('2026-09-25', 3, '中秋节'),
    ...days('2026-10-01', 7, '国庆节'),
    work('2026-09-20', '国庆节'),
    work('2026-10-10', '国庆节'),
  ],
};
const calendar = new WorkdayCalendar([autumn]);

describe('counting working days', () => {
  test.each([
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-01', 0, '2026-10-08'],
    ['2026-10-10', 0, '2026-10-10'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-13', -5, '2026-09-30'],
    ['2026-10-12', -1, '2026-10-10'],
    ['2026-09-21', -1, '2026-09-20'],
    ['2026-09-28', -1, '2026-09-24'],
  ])('R-35: %s and %d working days = %s', (start, count, end) => {
    expect(calendar.addWorkingDays(civilDate(start), count)).toBe(end);
  });

  test.each([
    ['2026-09-30', '2026-10-13', 5],
    ['2026-10-13', '2026-09-30', -5],
    ['2026-10-01', '2026-10-07', 0],
    ['2026-09-30', '2026-09-30', 0],
    ['2026-10-07', '2026-10-08', 1],
  ])('R-35: from %s to %s are %d working days', (from, to, count) => {
    expect(calendar.workingDaysBetween(civilDate(from), civilDate(to))).toBe(count);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 5001, -5001])(
    'R-34: %d working days are refused',
    (count) => {
      expect(() => calendar.addWorkingDays(civilDate('2026-09-30'), count)).toThrow(DomainError);
    },
  );
});

describe('explaining a due day (R-29)', () => {
  test('names every day passed over, the make-up days counted, and the notice', () => {
    const explained = calendar.explainAdd(civilDate('2026-09-30'), 3);
    expect(explained.end).toBe('2026-10-10');
    expect(explained.skipped.map((day) => day.reason)).toEqual(Array<string>(7).fill('国庆节放假'));
    expect(explained.madeUp).toEqual([{ date: '2026-10-10', reason: '国庆节调休上班（周六）' }]);
    expect(explained.notices).toEqual(['国办发明电〔2025〕7号']);
    expect(explained.provisional).toBe(false);
  });

  test('an ordinary weekend is named by its weekday', () => {
    const explained = calendar.explainAdd(civilDate('2026-11-06'), 1);
    expect(explained.skipped).toEqual([
      { date: '2026-11-07', reason: '周六' },
      { date: '2026-11-08', reason: '周日' },
    ]);
  });

  test('backwards and rolled starts are explained too', () => {
    expect(calendar.explainAdd(civilDate('2026-10-08'), -1).skipped).toHaveLength(7);
    const rolled = calendar.explainAdd(civilDate('2026-10-06'), 0);
    expect(rolled).toMatchObject({
      end: '2026-10-08',
      skipped: [{ date: '2026-10-06' }, { date: '2026-10-07' }],
    });
  });
});

describe('a year without a notice (R-94)', () => {
  test('is counted Monday to Friday and said to be provisional', () => {
    expect(calendar.isPublished(2027)).toBe(false);
    expect(calendar.isProvisional(civilDate('2027-01-01'))).toBe(true);
    expect(calendar.isProvisional(civilDate('2026-12-31'))).toBe(false);
    const explained = calendar.explainAdd(civilDate('2026-12-31'), 1);
    expect(explained).toMatchObject({ end: '2027-01-01', provisional: true });
  });

  test('a term that ends before it is not provisional', () => {
    expect(calendar.explainAdd(civilDate('2026-12-30'), 1).provisional).toBe(false);
  });

  test('the notice of a year may settle days of the December before', () => {
    const next: CalendarYear = {
      year: 2027,
      notice: '下一年的通知',
      days: [work('2026-12-26', '元旦'), off('2027-01-01', '元旦')],
    };
    const both = new WorkdayCalendar([next, autumn]);
    expect(both.isWorkingDay(civilDate('2026-12-26'))).toBe(true);
    expect(both.publishedYears()).toEqual([2026, 2027]);
  });
});

describe('a table that cannot be counted with is refused', () => {
  const year = (listed: readonly CalendarDay[]): CalendarYear => ({
    year: 2030,
    notice: '通知',
    days: listed,
  });

  test.each([
    ['an empty year', 'calendar_year_empty', [year([])]],
    ['a day of another year', 'calendar_day_invalid', [year([off('2031-05-01')])]],
    ['November of the year before', 'calendar_day_invalid', [year([off('2029-11-30')])]],
    ['a day given twice', 'calendar_day_invalid', [year([off('2030-05-01'), work('2030-05-01')])]],
    [
      'the same year twice',
      'calendar_year_duplicate',
      [year([off('2030-05-01')]), year([off('2030-05-02')])],
    ],
    [
      'a year without any working day',
      'calendar_without_working_day',
      [year(days('2030-01-01', 365, '全年'))],
    ],
  ])('R-34, R-94: %s', (_, code, years) => {
    expect(codeOf(() => new WorkdayCalendar(years))).toBe(code);
  });

  test('R-34: the count stops and says so when no working day comes', () => {
    // Two years with one working day at each far end: more than a year apart.
    const long = new WorkdayCalendar([
      { year: 2030, notice: '一', days: days('2030-01-02', 364, '停工') },
      { year: 2031, notice: '二', days: days('2031-01-01', 364, '停工') },
    ]);
    expect(codeOf(() => long.addWorkingDays(civilDate('2030-01-01'), 1))).toBe('calendar_exhausted');
  });
});

describe('properties over arbitrary calendars', () => {
  const dateOf2030 = fc.integer({ min: 0, max: 364 }).map((index) => addDays(civilDate('2030-01-01'), index));
  const kind = fc.constantFrom<CalendarDay['kind']>('off', 'work');
  const listed = fc.uniqueArray(fc.record({ date: dateOf2030, kind, name: fc.constant('假') }), {
    selector: (day) => day.date,
    minLength: 1,
    maxLength: 60,
  });
  const someCalendar = listed.map(
    (chosen) => new WorkdayCalendar([{ year: 2030, notice: '通知', days: chosen }]),
  );

  test('R-27: adding and counting undo each other in both directions, from any day', () => {
    const count = fc.integer({ min: -300, max: 300 }).filter((value) => value !== 0);
    fc.assert(
      fc.property(someCalendar, dateOf2030, count, (some, start, n) => {
        const end = some.addWorkingDays(start, n);
        expect(some.isWorkingDay(end)).toBe(true);
        expect(some.workingDaysBetween(start, end)).toBe(n);
        if (some.isWorkingDay(start)) expect(some.addWorkingDays(end, -n)).toBe(start);
      }),
    );
  });

  test('R-27: a day counts when it is listed as work, or is a weekday that is not listed as off', () => {
    fc.assert(
      fc.property(listed, dateOf2030, (chosen, date) => {
        const some = new WorkdayCalendar([{ year: 2030, notice: '通知', days: chosen }]);
        const found = chosen.find((day) => day.date === date);
        expect(some.isWorkingDay(date)).toBe(found ? found.kind === 'work' : weekdayOf(date) <= 5);
      }),
    );
  });

  test('R-27: moving a holiday changes the ranges over its old and its new day, and no other', () => {
    const moved = fc
      .tuple(dateOf2030, dateOf2030)
      .filter(([a, b]) => a !== b && weekdayOf(a) <= 5 && weekdayOf(b) <= 5);
    fc.assert(
      fc.property(moved, dateOf2030, ([from, to], day) => {
        const [before, after] = [from, to].map(
          (date) => new WorkdayCalendar([{ year: 2030, notice: '通知', days: [off(date)] }]),
        );
        const eve = addDays(day, -1);
        const change =
          (after?.workingDaysBetween(eve, day) ?? 0) - (before?.workingDaysBetween(eve, day) ?? 0);
        expect(change).toBe(day === from ? 1 : day === to ? -1 : 0);
      }),
    );
  });
});

/** The code of the refusal, if there is one. */
function codeOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
}
