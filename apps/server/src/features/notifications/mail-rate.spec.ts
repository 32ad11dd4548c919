import { describe, expect, test } from '@jest/globals';
import { MailRate } from './mail-rate.js';

describe('MailRate', () => {
  test('R-23 counts what is under way and what ended within a minute', () => {
    const rate = new MailRate(5);
    expect(rate.reserve(3, 0)).toBe(3);
    expect(rate.reserve(40, 0)).toBe(2);
    expect(rate.reserve(1, 0)).toBe(0);
    rate.end(10_000);
    rate.giveBack(1);
    expect(rate.reserve(40, 20_000)).toBe(1);
    for (let count = 0; count < 4; count += 1) rate.end(30_000);
    expect(rate.reserve(40, 69_999)).toBe(0);
    expect(rate.reserve(40, 70_000)).toBe(1);
    expect(rate.reserve(40, 90_000)).toBe(4);
  });

  test('a clock that was set back does not stop the mails', () => {
    const rate = new MailRate(1);
    expect(rate.reserve(1, 3_600_000)).toBe(1);
    rate.end(3_600_000);
    expect(rate.reserve(1, 0)).toBe(1);
  });
});
