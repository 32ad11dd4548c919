import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadCalendarYears, packDataDirectory } from '#campaign-pack';
import { civilDate, WorkdayCalendar } from '#kernel';
import { lateness } from './lateness.js';

const calendar = new WorkdayCalendar(loadCalendarYears(join(packDataDirectory(), 'calendar')));

// Due in force, original due, submitted, pauses in all → lateness against each, original due put off by the pauses.
test.each([
  // The same day is on time; the Saturday after a Friday is late by no working day.
  ['2022-09-16', '2022-09-16', '2022-09-16', 0, 0, 0, '2022-09-16'],
  ['2022-09-16', '2022-09-16', '2022-09-17', 0, 0, 0, '2022-09-16'],
  // 国庆 2022: 10-01…10-07 off, 10-08 and 10-09 worked.
  ['2022-09-30', '2022-09-30', '2022-10-07', 0, 0, 0, '2022-09-30'],
  ['2022-09-30', '2022-09-30', '2022-10-10', 0, 3, 3, '2022-09-30'],
  ['2022-10-10', '2022-09-30', '2022-10-10', 0, 0, 3, '2022-09-30'],
  ['2022-10-10', '2022-09-30', '2022-10-10', 2, 0, 1, '2022-10-09'],
  // 春节 2023: 01-21…01-27 off, 01-28 and 01-29 worked.
  ['2023-01-20', '2023-01-20', '2023-01-30', 0, 3, 3, '2023-01-20'],
  ['2023-01-30', '2023-01-20', '2023-01-28', 0, -2, 1, '2023-01-20'],
  ['2023-01-30', '2023-01-18', '2023-01-28', 4, -2, -1, '2023-01-29'],
])(
  'R-60 due %s, at first %s, submitted %s, %i days paused',
  (due, original, submitted, paused, days, originalDays, originalDue) => {
    expect(
      lateness(calendar, {
        submittedOn: civilDate(submitted),
        effectiveDueOn: civilDate(due),
        originalDueOn: civilDate(original),
        allPausedDays: paused,
      }),
    ).toEqual({
      latenessDays: days,
      latenessOriginalDays: originalDays,
      originalEffectiveDueOn: originalDue,
    });
  },
);

test('R-60 without a due date there is nothing to be late against', () => {
  expect(
    lateness(calendar, {
      submittedOn: civilDate('2022-09-16'),
      effectiveDueOn: null,
      originalDueOn: null,
      allPausedDays: 0,
    }),
  ).toEqual({ latenessDays: null, latenessOriginalDays: null, originalEffectiveDueOn: null });
});
