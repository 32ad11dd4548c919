import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  civilDate,
  computeDue,
  type DueRule,
  faultsOfDueRule,
  ruleText,
  WorkdayCalendar,
} from '#kernel';
import { calendarDirectory, loadCalendarYears } from './index.js';

const calendar = new WorkdayCalendar(loadCalendarYears(calendarDirectory()));
const from = (start: string, more: Partial<DueRule>): DueRule => ({
  ...{ kind: 'working_days', count: 1, roll: 'none', from: 'date', startOn: civilDate(start) },
  ...more,
});

describe('R-35 working days through the holidays of 2026, both ways', () => {
  test.each([
    ['国庆, 10-10 made up', '2026-09-30', 1, '2026-10-08'],
    ['国庆, 10-10 made up', '2026-09-30', 3, '2026-10-10'],
    ['国庆, 10-10 made up', '2026-09-30', 5, '2026-10-13'],
    ['back through 国庆', '2026-10-08', -1, '2026-09-30'],
    ['back over the made-up Saturday', '2026-10-13', -2, '2026-10-10'],
    ['back through 国庆 and the made-up Saturday', '2026-10-13', -5, '2026-09-30'],
    ['春节, 02-14 made up', '2026-02-13', 1, '2026-02-14'],
    ['春节, 02-14 made up', '2026-02-13', 2, '2026-02-24'],
    ['春节, 02-28 made up', '2026-02-13', 6, '2026-02-28'],
    ['back through 春节', '2026-02-24', -1, '2026-02-14'],
    ['back through 春节', '2026-03-02', -6, '2026-02-14'],
    ['from inside the holiday', '2026-10-04', -1, '2026-09-30'],
  ])('%s: %s %i → %s', (_, start, count, end) => {
    expect(computeDue(calendar, from(start, { count })).end).toBe(end);
  });
});

describe('R-30 calendar days', () => {
  test.each([
    ['forward', '2026-10-08'],
    ['back', '2026-09-30'],
    ['none', '2026-10-05'],
  ] as const)('that end in 国庆, %s', (roll, end) => {
    const rule = from('2026-09-25', { kind: 'calendar_days', count: 10, roll });
    expect(computeDue(calendar, rule).end).toBe(end);
  });

  test('R-29 say which days they were shifted over, and on what notice', () => {
    const rule = from('2026-09-25', { kind: 'calendar_days', count: 10, roll: 'forward' });
    const { skipped, notices, text } = computeDue(calendar, rule);
    expect(skipped.map((day) => day.date)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    expect(skipped[0]?.reason).toBe('国庆节放假');
    expect(notices).toEqual(['国办发明电〔2025〕7号']);
    expect(text).toBe(
      '自2026年9月25日（周五）起 10 日（遇非工作日顺延）：从2026年9月25日（周五）起算，当日不计，按日历日计，' +
        '至2026年10月5日（周一）（国庆节放假），顺延到2026年10月8日（周四）。',
    );
  });

  test('R-94 are provisional only when an unpublished calendar decides', () => {
    const into2027 = { kind: 'calendar_days', count: 30, from: 'date' } as const;
    expect(computeDue(calendar, from('2026-12-20', { ...into2027, roll: 'forward' })).provisional).toBe(true);
    expect(computeDue(calendar, from('2026-12-20', { ...into2027, roll: 'none' })).provisional).toBe(false);
  });
});

test('R-29 a rule is written as it was given', () => {
  const rule = from('2026-09-30', { count: 5 });
  expect(ruleText({ ...rule, from: 'assignment', startOn: null })).toBe('自交办之日起 5 个工作日');
  expect(ruleText({ ...rule, count: -3 })).toBe('提前 3 个工作日于2026年9月30日（周三）');
});

test('a rule that means nothing is refused with every reason', () => {
  const rule: DueRule = {
    kind: 'calendar_days',
    count: -4000,
    roll: 'none',
    from: 'assignment',
    startOn: null,
  };
  expect(faultsOfDueRule(rule)).toEqual([
    '天数应为 1 到 3660 的整数',
    '倒推期限须选定一个日期，不能自交办之日倒推',
  ]);
  expect(() => computeDue(calendar, rule)).toThrow('天数应为');
});

test('R-30 whatever the rule: 顺延 never ends earlier, 提前 never later, and both on a working day', () => {
  const start = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(civilDate('2021-01-01'), days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 90 }), (date, count) => {
      const end = (roll: DueRule['roll']) =>
        computeDue(calendar, from(date, { kind: 'calendar_days', count, roll })).end;
      const plain = addDays(date, count);
      expect(end('none')).toBe(plain);
      expect(end('forward') >= plain && end('back') <= plain).toBe(true);
      expect(calendar.isWorkingDay(end('forward')) && calendar.isWorkingDay(end('back'))).toBe(true);
      expect(calendar.isWorkingDay(plain)).toBe(end('forward') === end('back'));
    }),
  );
});
