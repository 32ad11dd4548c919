import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard } from '../../../../../../test/support/sample-county.js';
import { checkFigures, type CheckedFigures } from './check-figures.js';
import { countyKeys } from './figure-keys.js';
import { parseFigure } from './parse-figure.js';
import { personalNumberFaults } from './personal-numbers.js';

const standard = nationalStandard();

function check(
  values: Readonly<Record<string, string | null>>,
  current: Readonly<Record<string, string>> = {},
): CheckedFigures {
  const typed = Object.entries(values).map(([key, value]) => ({ key, school: null, value }));
  return checkFigures(typed, { standard, schools: new Set(['1']), current: (key) => current[key] ?? null });
}
const messages = ({ faults }: CheckedFigures): string[] => faults.map(({ message }) => message);

test.each([
  ['１２３', '123'],
  [' 1,234,567.80 ', '1234567.80'],
  ['０．１５', '0.15'],
  ['007', '7'],
  ['12万', null],
  ['-1', null],
  ['1,23', null],
  ['1e3', null],
  ['.5', null],
])('“%s” is read as %s', (typed, number) => {
  expect(parseFigure(typed)).toBe(number);
});

describe('figures of one request', () => {
  test.each([
    [{ specialStudents: '12.5' }, '应是整数'],
    [{ specialStudents: '-3' }, '不能是负数'],
    [{ specialStudents: '三百' }, '不是数'],
    [{ nothingSuch: '1' }, '标准里没有'],
    [{ fundedStudents: '100' }, '逐校'],
    [{ certifiedTeachers: '11', teachers: '10' }, '超过100%'],
    [{ 'satisfied.parents': '11', 'asked.parents': '10' }, '超过100%'],
  ])('%j is refused', (values, told) => {
    expect(messages(check(values as Record<string, string>)).join()).toContain(told);
  });

  test('a part is compared with the whole that was entered before', () => {
    expect(messages(check({ certifiedTeachers: '11' }, { teachers: '10' }))).toHaveLength(1);
    expect(messages(check({ certifiedTeachers: '10' }, { teachers: '10' }))).toEqual([]);
  });

  test('money may have decimals, a blank withdraws, 12.0 persons are whole', () => {
    const { figures, faults } = check({ specialFunds: '1.50', specialStudents: ' ', teachers: '12.0' });
    expect([faults, figures.map(({ value }) => value)]).toEqual([[], ['1.50', null, '12.0']]);
  });

  test('a leap of ten thousand times either way is a question and no fault', () => {
    const leap = (value: string): number =>
      check({ specialFunds: value }, { specialFunds: '100' }).questions.length;
    expect([leap('999999'), leap('1000000'), leap('0.01'), leap('0.02'), leap('0')]).toEqual([0, 1, 1, 0, 0]);
  });

  test('every fault is told at once, and a value is never changed but for how it is written', () => {
    const keys = countyKeys(standard).filter(({ perSchool }) => !perSchool);
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1 }), fc.nat(1_000_000), (some, value) => {
        const bad = check(Object.fromEntries(some.map(({ key }) => [key, 'x'])));
        expect(bad.faults.map(({ pointer }) => pointer)).toEqual(
          some.map((_, index) => `/figures/${index}/value`),
        );
        const good = check(Object.fromEntries(some.map(({ key }) => [key, String(value)])));
        expect(good.figures.every((each) => each.value === String(value))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

test.each([
  ['电话13812345678', ['11位手机号']],
  ['电话１３８ 1234 5678', ['11位手机号']],
  ['证号41018319900101123x', ['18位身份证号']],
  ['文号豫教〔2022〕12345号，拨款123456789012元', []],
])('“%s” holds %j', (text, found) => {
  const told = personalNumberFaults({ description: text }).map(({ message }) => message);
  expect(told.map((each) => /含有(.+?)：/.exec(each)?.[1])).toEqual(found);
});
