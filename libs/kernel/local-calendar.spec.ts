import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  type CalendarDay,
  type CalendarLevel,
  calendarLevels,
  type CalendarYear,
  civilDate,
  computeDue,
  type DomainError,
  type LocalCalendar,
  type ProblemCode,
  weekdayOf,
  WorkdayCalendar,
} from './index.js';

const national: CalendarYear = {
  year: 2030,
  notice: '国家通知',
  days: [{ date: civilDate('2030-05-01'), kind: 'off', name: '劳动节' }],
};

type Listed = readonly [date: string, kind: CalendarDay['kind'], notice?: string];

/** Test data: no such notice is known. */
function setOf(level: CalendarLevel, listed: readonly Listed[], year = 2030): LocalCalendar {
  const notice = `${level}通知`;
  const days = listed.map(([date, kind, own = notice]) => ({
    ...{ date: civilDate(date), kind, name: '三月三' },
    notice: own,
  }));
  return { year, level, notice, days };
}

// 2030-04-04 is a Thursday.
const province = setOf('province', [
  ['2030-04-04', 'off'],
  ['2030-04-05', 'off'],
  ['2030-04-13', 'work', '省补充通知'],
]);
const calendar = new WorkdayCalendar([national], [province]);

describe('local days on top of the national calendar', () => {
  test('R-30 R-29: are skipped and counted, and the explanation names each notice', () => {
    const explained = calendar.explainAdd(civilDate('2030-04-03'), 6);
    expect(explained.end).toBe('2030-04-13');
    expect(explained.skipped.slice(0, 3)).toEqual([
      { date: '2030-04-04', reason: '三月三放假，按省级通知province通知' },
      { date: '2030-04-05', reason: '三月三放假，按省级通知province通知' },
      { date: '2030-04-06', reason: '周六' },
    ]);
    expect(explained.madeUp).toEqual([
      { date: '2030-04-13', reason: '三月三调休上班（周六），按省级通知省补充通知' },
    ]);
    expect(explained.notices).toEqual(['国家通知', 'province通知', '省补充通知']);
  });

  test('R-30: a date they do not touch cites the national notice alone', () => {
    expect(calendar.explainAdd(civilDate('2030-04-15'), 3).notices).toEqual(['国家通知']);
    expect(calendar.localBasis(civilDate('2030-05-01'))).toBeNull();
  });

  test('R-30 R-29: calendar days shifted over them cite them too', () => {
    const due = computeDue(calendar, {
      ...{ kind: 'calendar_days', count: 3, roll: 'forward', from: 'date' },
      startOn: civilDate('2030-04-01'),
    });
    expect([due.end, due.notices]).toEqual(['2030-04-08', ['国家通知', 'province通知']]);
    expect(due.text).toContain('（三月三放假，按省级通知province通知），顺延到');
  });

  test('R-30: a county takes a free day back, and names the day for what it is there', () => {
    const county = setOf('county', [['2030-04-05', 'work']]);
    const there = new WorkdayCalendar([national], [county, province]);
    expect(there.addWorkingDays(civilDate('2030-04-03'), 1)).toBe('2030-04-05');
    expect(there.reasonFor(civilDate('2030-04-05'))).toBe('三月三照常上班（周五），按县级通知county通知');
    expect(there.localBasis(civilDate('2030-04-05'))).toEqual({ level: 'county', notice: 'county通知' });
    expect(there.localBasis(civilDate('2030-04-04'))).toEqual({ level: 'province', notice: 'province通知' });
  });

  test('R-30 R-94: they publish no year: it stays provisional until the national notice comes', () => {
    const early = new WorkdayCalendar([], [province]);
    expect(early.addWorkingDays(civilDate('2030-04-03'), 1)).toBe('2030-04-08');
    expect(early.isProvisional(civilDate('2030-04-08'))).toBe(true);
    expect(early.publishedYears()).toEqual([]);
  });

  test('R-30: within a level what a later year says about the December before prevails', () => {
    const next = setOf('county', [['2030-12-31', 'work']], 2031);
    const last = setOf('county', [['2030-12-31', 'off']]);
    expect(new WorkdayCalendar([national], [next, last]).isWorkingDay(civilDate('2030-12-31'))).toBe(true);
  });
});

describe('local days that cannot be counted with', () => {
  const all = (level: CalendarLevel): LocalCalendar =>
    setOf(
      level,
      Array.from({ length: 365 }, (_, index) => [addDays(civilDate('2030-01-01'), index), 'off'] as const),
    );

  test.each<[string, ProblemCode, LocalCalendar[]]>([
    ['a day of another year', 'calendar_day_invalid', [setOf('city', [['2032-01-05', 'off']])]],
    ['a level given twice for a year', 'calendar_year_duplicate', [province, setOf('province', [])]],
    ['a year in which nobody works', 'calendar_without_working_day', [all('county')]],
  ])('R-30 R-34: %s', (_, code, sets) => {
    const refusal: Partial<DomainError> = { code };
    expect(() => new WorkdayCalendar([national], sets)).toThrow(expect.objectContaining(refusal));
  });

  test('R-30 R-34: a lower level that lets people work makes an idle province usable', () => {
    const county = setOf('county', [['2030-04-08', 'work']]);
    expect(() => new WorkdayCalendar([national], [all('province'), county])).not.toThrow();
  });
});

describe('properties over arbitrary local days', () => {
  const dateOf2030 = fc.integer({ min: 0, max: 364 }).map((index) => addDays(civilDate('2030-01-01'), index));
  const kind = fc.constantFrom<CalendarDay['kind']>('off', 'work');
  const listed = fc.uniqueArray(fc.record({ date: dateOf2030, kind, name: fc.constant('假') }), {
    selector: (day) => day.date,
    minLength: 1,
    maxLength: 60,
  });
  const years = listed.map((days): CalendarYear[] => [{ year: 2030, notice: '通知', days }]);
  const local = fc.tuple(...calendarLevels.map(() => fc.option(listed))).map((chosen) =>
    calendarLevels.flatMap((level, index): LocalCalendar[] => {
      const days = chosen[index]?.map((day) => ({ ...day, notice: level }));
      return days ? [{ year: 2030, level, notice: level, days }] : [];
    }),
  );

  test('R-30: without local days, or with sets taken back, everything equals the national calendar', () => {
    const empty = fc.subarray([...calendarLevels]).map((levels) => levels.map((level) => setOf(level, [])));
    const count = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(years, empty, dateOf2030, count, (some, sets, date, n) => {
        const [plain, own] = [new WorkdayCalendar(some), new WorkdayCalendar(some, sets)];
        expect(own.explainAdd(date, n)).toEqual(plain.explainAdd(date, n));
        expect(own.reasonFor(date)).toBe(plain.reasonFor(date));
        expect(own.rolled(date, 'back')).toBe(plain.rolled(date, 'back'));
        expect(own.noticesBetween(date, addDays(date, n))).toEqual(
          plain.noticesBetween(date, addDays(date, n)),
        );
      }),
    );
  });

  test('R-30: the lowest level that says something of a day decides it, whatever the order of the sets', () => {
    fc.assert(
      fc.property(years, local, fc.boolean(), dateOf2030, (some, sets, turned, date) => {
        const own = new WorkdayCalendar(some, turned ? sets.toReversed() : sets);
        const deciding = sets.findLast((set) => set.days.some((day) => day.date === date));
        const found = (deciding ?? some[0])?.days.find((day) => day.date === date);
        expect(own.isWorkingDay(date)).toBe(found ? found.kind === 'work' : weekdayOf(date) <= 5);
        expect(own.localBasis(date)?.level ?? null).toBe(deciding?.level ?? null);
      }),
    );
  });

  test('R-30 R-27: adding and counting undo each other with local days too', () => {
    const count = fc.integer({ min: -300, max: 300 }).filter((value) => value !== 0);
    fc.assert(
      fc.property(years, local, dateOf2030, count, (some, sets, start, n) => {
        const own = new WorkdayCalendar(some, sets);
        expect(own.workingDaysBetween(start, own.addWorkingDays(start, n))).toBe(n);
      }),
    );
  });
});
