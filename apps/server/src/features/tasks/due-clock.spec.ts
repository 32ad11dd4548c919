import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { addDays, civilDate, type CivilDate, WorkdayCalendar } from '#kernel';
import fc from 'fast-check';
import { effectiveDueOn, explainDue, pausedDaysAt, workingDaysLeft } from './due-clock.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));
const day = civilDate;
const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day('2021-01-01'), days));

describe('effectiveDueOn', () => {
  test.each([
    ['2022-09-08', 0, '2022-09-08'],
    ['2022-09-08', 1, '2022-09-09'],
    // 中秋 2022-09-10…12
    ['2022-09-08', 3, '2022-09-14'],
    // 国庆 2022-10-01…07, the 8th and 9th worked
    ['2022-09-29', 3, '2022-10-09'],
    ['2022-09-30', 1, '2022-10-08'],
    // A due day that is no working day stays where it is until there is something to add.
    ['2022-10-01', 0, '2022-10-01'],
    ['2022-10-01', 1, '2022-10-08'],
  ])('due %s with %i working days of waiting is %s', (due, paused, effective) => {
    expect(effectiveDueOn(calendar, day(due), paused)).toBe(effective);
  });

  test('待定 stays 待定 however long it waited', () => {
    expect(effectiveDueOn(calendar, null, 12)).toBeNull();
  });
});

describe('pausedDaysAt', () => {
  const paused = (pausedOn: string | null, pausedDays: number, today: string): number =>
    pausedDaysAt(
      calendar,
      { dueOn: null, pausedDays, pausedOn: pausedOn === null ? null : day(pausedOn) },
      day(today),
    );

  test.each([
    [null, 4, '2022-09-30', 4],
    ['2022-09-08', 0, '2022-09-08', 0],
    ['2022-09-08', 0, '2022-09-09', 1],
    ['2022-09-09', 0, '2022-09-12', 0],
    ['2022-09-09', 2, '2022-09-14', 4],
    ['2022-09-30', 0, '2022-10-10', 3],
  ])('stopped on %s with %i days before, running again on %s: %i in all', (on, before, today, total) => {
    expect(paused(on, before, today)).toBe(total);
  });

  test('a clock that is set back never takes days away', () => {
    expect(paused('2022-09-20', 3, '2022-09-10')).toBe(3);
  });
});

describe('workingDaysLeft', () => {
  test.each([
    ['2022-09-09', '2022-09-08', 1],
    ['2022-09-09', '2022-09-09', 0],
    // 2022-09-09 is a Friday before 中秋: overdue from Saturday, late from Tuesday.
    ['2022-09-09', '2022-09-10', 0],
    ['2022-09-09', '2022-09-12', 0],
    ['2022-09-09', '2022-09-13', -1],
    ['2022-09-30', '2022-10-08', -1],
    ['2022-10-10', '2022-09-29', 4],
  ])('due %s, asked on %s: %i', (due, asOf, left) => {
    expect(workingDaysLeft(calendar, day(due), day(asOf))).toBe(left);
  });

  test('R-31 a task due on a plain Friday is overdue on Saturday with 0 days late and 1 on Monday', () => {
    const left = (asOf: string): number => workingDaysLeft(calendar, day('2022-08-26'), day(asOf));
    expect([left('2022-08-26'), left('2022-08-27'), left('2022-08-28'), left('2022-08-29')]).toEqual([
      0, 0, 0, -1,
    ]);
  });

  test('zero is plain zero, never -0, so that JSON and tables agree', () => {
    expect(Object.is(workingDaysLeft(calendar, day('2022-08-26'), day('2022-08-27')), 0)).toBe(true);
  });

  test('the days of waiting are given back exactly: late before review, as late after it', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (due, start, length) => {
          const submitted: CivilDate = addDays(due, start);
          const returned = addDays(submitted, length);
          const paused = pausedDaysAt(calendar, { dueOn: due, pausedDays: 0, pausedOn: submitted }, returned);
          const effective = effectiveDueOn(calendar, due, paused);
          expect(workingDaysLeft(calendar, effective ?? due, returned)).toBe(
            workingDaysLeft(calendar, due, submitted),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('explainDue (R-29)', () => {
  const explain = (dueOn: string | null, pausedDays: number, asOf: string) =>
    explainDue(
      calendar,
      { dueOn: dueOn === null ? null : day(dueOn), pausedDays, pausedOn: null },
      day(asOf),
    );

  test('待定 has nothing to explain', () => {
    expect(explain(null, 3, '2022-09-15')).toBeNull();
  });

  test('days left over 国庆: every day passed over with its reason, and the notice', () => {
    const told = explain('2022-10-10', 0, '2022-09-29');
    expect(told).toMatchObject({
      workingDaysLeft: 4,
      effectiveDueOn: '2022-10-10',
      notices: ['国办发明电〔2021〕11号'],
      provisional: false,
    });
    expect(told?.skipped.map(({ date, reason }) => `${date} ${reason}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `2022-10-0${n} 国庆节放假`),
    );
    expect(told?.text).toBe(
      '期限2022年10月10日（周一）；自2022年9月29日（周四）的次日至期限日还有 4 个工作日，当日不计，节假日和周末不计，调休上班日计入。',
    );
  });

  test('days late after review: the put-off is told, the count is from the effective day', () => {
    const told = explain('2022-09-08', 3, '2022-09-16');
    expect(told).toMatchObject({ effectiveDueOn: '2022-09-14', workingDaysLeft: -2, skipped: [] });
    expect(told?.text).toContain('审核或中止占用 3 个工作日，顺延至2022年9月14日（周三）；');
    expect(told?.text).toContain('自期限次日至2022年9月16日（周五）已过 2 个工作日');
  });

  test('R-94 a due day in a year without a notice is provisional', () => {
    expect(explain('2027-03-05', 0, '2026-12-30')?.provisional).toBe(true);
  });

  test('the figure is the list’s figure, on any day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 20 }), (due, asOf, pausedDays) => {
        const told = explainDue(calendar, { dueOn: due, pausedDays, pausedOn: null }, asOf);
        const effective = effectiveDueOn(calendar, due, pausedDays) ?? due;
        expect(told?.workingDaysLeft).toBe(workingDaysLeft(calendar, effective, asOf));
        expect(told?.text).not.toMatch(/-\d+ 个工作日/);
      }),
      { numRuns: 200 },
    );
  });
});
