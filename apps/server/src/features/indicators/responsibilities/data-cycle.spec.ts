import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '#kernel';
import { isDataLate, isDayOfYear, nextDataDue } from './data-cycle.js';

const census = { month: 9, day: 20 };
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(civilDate('2020-01-01'), count));

describe('the day data are due', () => {
  test('is the next one, today included', () => {
    expect(nextDataDue(census, civilDate('2022-09-20'))).toBe('2022-09-20');
    expect(nextDataDue(census, civilDate('2022-09-21'))).toBe('2023-09-20');
  });

  test('is never before today and never more than a year away', () => {
    fc.assert(
      fc.property(days, (today) => {
        const due = nextDataDue(census, today);
        expect(due >= today && due <= addDays(today, 366)).toBe(true);
      }),
    );
  });

  test('must exist in every year', () => {
    expect(isDayOfYear({ month: 2, day: 28 })).toBe(true);
    expect(isDayOfYear({ month: 2, day: 29 })).toBe(false);
    expect(isDayOfYear({ month: 11, day: 31 })).toBe(false);
  });
});

test.each([
  ['2022-09-01', '2022-09-15', false],
  ['2022-09-01', '2022-12-31', false],
  ['2022-09-01', '2023-09-20', false],
  ['2022-09-01', '2023-09-21', true],
  ['2023-09-01', '2023-09-21', false],
])('data as of %s are late on %s: %s', (asOf, today, late) => {
  expect(isDataLate(census, civilDate(asOf), civilDate(today))).toBe(late);
});
