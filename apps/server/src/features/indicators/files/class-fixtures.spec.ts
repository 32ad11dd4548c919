import { describe, expect, test } from '@jest/globals';
import type { ClassRecord } from '#indicator-engine';
import {
  limits,
  packageOf,
  sheetXml,
  textRow,
  workbookOf,
} from '../../../../../../test/support/workbooks.js';
import { readClasses } from './read-classes.js';
import { readSheets } from './read-sheets.js';
import type { TableReading } from './table-reading.js';

const headers = ['学校标识码', '学校名称', '学段', '年级', '班级', '学生数'];
const register = new Map([['3990000001', '示例第一小学']]);
const row = (grade: string | number, name: string, students: string | number | null) => [
  '3990000001',
  '示例第一小学',
  '小学',
  grade,
  name,
  students,
];

async function read(bytes: Buffer, name = 'classes.xlsx', rows?: number): Promise<TableReading<ClassRecord>> {
  const { sheets } = await readSheets(name, bytes, { ...limits, ...(rows === undefined ? {} : { rows }) });
  return readClasses(sheets, register);
}

const told = ({ faults }: TableReading<ClassRecord>): string[] =>
  faults.map(({ cell, reason }) => `${cell} ${reason}`);

describe('班级情况表 as counties send it', () => {
  test('R-78 T22 titles above, full-width digits, blank rows below, hidden and other sheets', async () => {
    const reading = await read(
      workbookOf(
        { name: '说明', rows: [['填表说明']] },
        { name: '旧表', hidden: true, rows: [headers, row(1, '9班', 99)] },
        {
          name: '班级情况表',
          merges: ['A1:F1', 'C3:C4'],
          rows: [
            ['某县班级情况表', null, null, null, null, null],
            [...headers.slice(0, 5), '学生数（人）'],
            row('３', '（１）班', '４６'),
            ['3990000001', null, null, '三年级', '二班', 45],
            [null, '', ' ', null, null, null],
            [null, null, null, null, null, null],
          ],
        },
      ),
    );
    expect(told(reading)).toEqual([]);
    expect(reading.accepted.map(({ grade, name, students, cell }) => [grade, name, students, cell])).toEqual([
      [3, '1班', 46, '班级情况表!F3'],
      [3, '2班', 45, '班级情况表!F4'],
    ]);
    expect(reading.notes).toEqual(['只读了工作表“班级情况表”，未读：说明', '隐藏的工作表未读：旧表']);
  });

  test('T22 R-76 negative, fractional, text, dates, too many and the same class twice: all in one pass', async () => {
    const reading = await read(
      workbookOf({
        name: '班级情况表',
        rows: [
          headers,
          row(1, '1班', -3),
          row(1, '2班', 44.5),
          row(1, '3班', '很多'),
          row('2026年3月5日', '4班', 40),
          row(1, '5班', '1,046'),
          row(2, '1班', 45),
          row('二年级', '(1)班', 46),
          row(3, '1班', null),
        ],
      }),
    );
    expect(told(reading)).toEqual([
      'F2 不能为负数',
      'F3 应是整数',
      'F4 应是数字',
      'D5 应是一年级至九年级，或 1 至 9',
      'F6 不能大于 200',
      'E7 与第 8 行重复',
      'E8 与第 7 行重复',
      'F9 不能为空',
    ]);
    expect([reading.rowsRead, reading.accepted.length, reading.rejected.length]).toEqual([8, 0, 8]);
  });

  test('T22 a formula is its cached result, an error is told, a school code that lost digits is never stored', async () => {
    const cells = (number: number, code: string, students: string): string =>
      textRow(number, ['', '', '小学', '1', `${number}班`])
        .replace(/<c r="A\d+"[^]*?<\/c>/, `<c r="A${number}">${code}</c>`)
        .replace('</row>', `<c r="F${number}"${students}</c></row>`);
    const good = '<v>3990000001</v>';
    const reading = await read(
      packageOf(
        sheetXml(
          textRow(1, headers) +
            cells(2, good, '><f>40+6</f><v>46</v>') +
            cells(3, good, ' t="e"><v>#REF!</v>') +
            cells(4, '<v>410183200001011234</v>', '><v>40</v>'),
        ),
      ),
    );
    expect(reading.accepted.map(({ name, students }) => [name, students])).toEqual([['2班', 46]]);
    expect(told(reading)[0]).toBe('F3 公式出错（#REF!）');
    expect(told(reading)[1]).toMatch(/^A4 .*已失真/);
  });

  test('T21 more rows than a county has are refused before they are parsed; files of classes may be longer than others', async () => {
    const lines = Array.from({ length: 20_001 }, (_, index) => `3990000001,,小学,1,${index + 1}班,40`);
    const csv = Buffer.from([headers.join(','), ...lines].join('\n'));
    await expect(read(csv, 'classes.csv')).rejects.toThrow('超出 2 万行');
    const reading = await read(csv, 'classes.csv', 100_006);
    expect(reading.rowsRead).toBe(20_001);
  });
});
