import { describe, expect, test } from '@jest/globals';
import { PackError } from './pack-fault.js';
import { readLocalNotice } from './read-local-notice.js';

// Test data: no such notice is known.
const text = `year: 2027
notice: 测试通知甲
off:
  - { name: 三月三, from: 2027-04-08, to: 2027-04-09 }
  - { name: 停工, from: 2027-07-01, to: 2027-07-01, notice: 测试通知乙 }
work:
  - { name: 三月三, date: 2027-04-11 }
`;

describe('a file of local days', () => {
  test('R-30: has the form of the national one, and an entry may rest on a notice of its own', () => {
    const set = readLocalNotice(text);
    expect([set.year, set.notice]).toEqual([2027, '测试通知甲']);
    expect(set.days.map(({ date, kind, notice }) => `${date} ${kind} ${notice}`)).toEqual([
      '2027-04-08 off 测试通知甲',
      '2027-04-09 off 测试通知甲',
      '2027-07-01 off 测试通知乙',
      '2027-04-11 work 测试通知甲',
    ]);
  });

  test('R-30: without any day it takes the days back', () => {
    const set = readLocalNotice('year: 2027\nnotice: 撤回通知\npublishedOn: 2027-03-01\noff: []\n');
    expect(set).toEqual({ year: 2027, notice: '撤回通知', publishedOn: '2027-03-01', days: [] });
  });

  test('R-30: every fault is told with its line', () => {
    const wrong = text.replace('2027-04-09', '2027-04-01').replace('2027-04-11', '2029-04-11');
    expect(faultsOf(() => readLocalNotice(wrong))).toEqual([
      expect.stringContaining('三月三的起止日期不对'),
      expect.stringContaining('2029-04-11 不属于2027年'),
    ]);
    expect(faultsOf(() => readLocalNotice('year: 2027\noff: []\n'))).toEqual([
      expect.stringContaining('缺少“notice”'),
    ]);
  });
});

function faultsOf(attempt: () => unknown): string[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof PackError) return error.faults.map(({ message }) => message);
    throw error;
  }
  return [];
}
