import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#kernel';
import { calendarText } from './calendar-text.js';

const entry = (number: number, on: string) => ({
  uid: `task-${number}@jh.example.gov.cn`,
  on: civilDate(on),
  summary: `JH-000${number} 报送台账；第一批，含学区`,
  description: '期限：见系统\n牵头单位：财政局',
  url: `https://jh.example.gov.cn/tasks/${number}`,
  changedAt: new Date('2022-09-15T16:30:00.000Z'),
  sequence: number,
});

describe('calendarText', () => {
  it('R-33 writes whole days that end with the day after, without a time zone', () => {
    const lines = calendarText('均衡', [entry(1, '2022-12-31')]).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:task-1@jh.example.gov.cn',
        'DTSTAMP:20220915T163000Z',
        'DTSTART;VALUE=DATE:20221231',
        'DTEND;VALUE=DATE:20230101',
      ]),
    );
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  // The unit tests run in UTC, Asia/Shanghai and America/New_York: one hash for all three.
  it('R-31 R-33 has the same bytes in every time zone, also around changes of summer time', () => {
    const days = ['2022-03-12', '2022-11-05', '2022-12-31', '2024-02-28'];
    const entries = days.flatMap((day, row) =>
      [0, 1, 2].map((offset) => entry(row * 3 + offset, addDays(civilDate(day), offset))),
    );
    const hash = createHash('sha256').update(calendarText('均衡任务', entries)).digest('hex');
    expect(hash).toBe('6fd5541377f95f931ed135fe8563bcb5e11176e85f3d0b03d96701b265a28436');
  });
});
