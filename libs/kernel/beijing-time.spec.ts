import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, civilDateAt, instantAt, minutesOfDayAt } from './index.js';

const instant = fc.integer({ min: Date.parse('1992-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') });

describe('time in Asia/Shanghai', () => {
  test.each([
    ['2022-09-14T15:59:59.999Z', '2022-09-14', 1439],
    ['2022-09-14T16:00:00.000Z', '2022-09-15', 0],
    ['2022-12-31T16:00:00Z', '2023-01-01', 0],
    ['2024-02-28T20:30:00Z', '2024-02-29', 270],
    ['1969-12-31T15:00:00Z', '1969-12-31', 1380],
  ])('R-31: %s is %s, minute %d', (text, date, minutes) => {
    expect(civilDateAt(Date.parse(text))).toBe(date);
    expect(minutesOfDayAt(Date.parse(text))).toBe(minutes);
  });

  test('agrees with the time-zone table of the runtime', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(instant, (at) => {
        const minutes = minutesOfDayAt(at);
        const time = [Math.floor(minutes / 60), minutes % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(`${civilDateAt(at)} ${time}`).toBe(format.format(at));
        expect(instantAt(civilDateAt(at), time)).toBe(at - (at % 60_000));
      }),
    );
  });

  test('a time of day becomes an instant', () => {
    expect(instantAt(civilDate('2022-09-15'), '08:30')).toBe(Date.parse('2022-09-15T00:30:00Z'));
    expect(instantAt(civilDate('2022-01-01'), '00:00')).toBe(Date.parse('2021-12-31T16:00:00Z'));
  });

  test.each(['24:00', '8:30', '08:60', '0830', ''])('“%s” is no time of day', (time) => {
    expect(() => instantAt(civilDate('2022-09-15'), time)).toThrow(RangeError);
  });
});
