import { describe, expect, test } from '@jest/globals';
import type { ClassRecord } from '#indicator-engine';
import { classNameOf, gradeOf } from './class-words.js';
import { parseCsv } from './parse-csv.js';
import { readClasses } from './read-classes.js';
import { readSheets } from './read-sheets.js';
import type { TableReading } from './table-reading.js';

const register = new Map([['3990000001', '示例第一小学']]);

async function readLines(...lines: readonly string[]): Promise<TableReading<ClassRecord>> {
  const text = ['学校标识码,学校名称,学段,年级,班级,学生数', ...lines].join('\n');
  const { sheets } = await readSheets('classes.csv', Buffer.from(text));
  return readClasses(sheets, register);
}

describe('class words', () => {
  test.each([
    ['一年级', 1],
    ['九年级', 9],
    ['初一', 7],
    ['7', 7],
    ['初三年级', 9],
    ['10', undefined],
    ['0', undefined],
    ['学前班', undefined],
  ])('grade %s is %s', (text, grade) => {
    expect(gradeOf(text)).toBe(grade);
  });

  test.each(['1', '1班', '(1)班', '一班', '（一）班'.normalize('NFKC'), ' 1 班', '01'])(
    '%s is class 1',
    (text) => {
      expect(classNameOf(text)).toBe('1班');
    },
  );

  test.each([
    ['十二班', '12班'],
    ['二十班', '20班'],
    ['二十一', '21班'],
    ['十', '10班'],
    ['启航班', '启航班'],
  ])('%s is %s', (text, name) => {
    expect(classNameOf(text)).toBe(name);
  });
});

describe('班级情况表', () => {
  test('a good row is a class with its cell', async () => {
    const { accepted, faultCount, questions } = await readLines(
      '3990000001,示例第一小学,小学,三年级,（2）班,45',
    );
    expect(accepted).toEqual([
      { school: '3990000001', stage: 'primary', grade: 3, name: '2班', students: 45, cell: 'CSV!F2' },
    ]);
    expect([faultCount, questions]).toEqual([0, []]);
  });

  test.each([
    ['3990000002,,小学,1,1,45', 'A2 学校基本情况表中没有这所学校'],
    ['3990000001,,小学,七年级,1,45', 'D2 小学没有七至九年级'],
    ['3990000001,,初中,五年级,1,45', 'D2 初中没有一至五年级'],
    ['3990000001,,小学,大班,1,45', 'D2 应是一年级至九年级，或 1 至 9'],
    ['3990000001,,小学,1,1,201', 'F2 不能大于 200'],
    ['3990000001,,小学,1,1,', 'F2 不能为空'],
    ['3990000001,,高中,1,1,45', 'C2 只能填：小学、初中'],
  ])('%s: %s', async (line, expected) => {
    const { faults } = await readLines(line);
    expect(faults.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([expected]);
  });

  test('one class written in two ways is a duplicate; another school name is a question', async () => {
    const reading = await readLines(
      '3990000001,示例小学,小学,1,1班,45',
      '3990000001,,小学,一年级,(一)班,44',
      '3990000001,示例小学,小学,2,1班,45',
    );
    expect(reading.faults.map(({ reason }) => reason)).toEqual(['与第 3 行重复', '与第 2 行重复']);
    expect(reading.questions.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'B4 与学校基本情况表中的“示例第一小学”不同，请核对',
    ]);
  });
});

describe('parseCsv', () => {
  test.each([
    [
      'a,b\r\nc,\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"a,""b""",c\rd', [['a,"b"', 'c'], ['d']]],
    ['"two\nlines",x', [['two\nlines', 'x']]],
    ['\n\na', [[''], [''], ['a']]],
    ['a,', [['a', '']]],
    ['', []],
    ['"open', { line: 1, reason: '引号没有成对' }],
    ['x\n"a"b', { line: 2, reason: '引号后面还有文字' }],
  ])('%j', (text, expected) => {
    expect(parseCsv(text)).toEqual(expected);
  });
});
