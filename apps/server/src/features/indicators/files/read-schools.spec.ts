import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SchoolRecord } from '#indicator-engine';
import {
  type FixtureCell,
  type FixtureSheet,
  limits,
  schoolHeaders,
  schoolRow,
  workbookOf,
} from '../../../../../../test/support/workbooks.js';
import { readSchools } from './read-schools.js';
import { readSheets } from './read-sheets.js';
import type { TableReading } from './table-reading.js';
import { rejectedWorkbook } from './templates.js';

type Row = Readonly<Record<string, FixtureCell>>;

const numbered = (rows: readonly Row[]): FixtureCell[][] =>
  rows.map((row, index) => schoolRow({ 学校标识码: `399000${String(index + 1).padStart(4, '0')}`, ...row }));

async function readBook(...sheets: readonly FixtureSheet[]): Promise<TableReading<SchoolRecord>> {
  return readSchools((await readSheets('book.xlsx', workbookOf(...sheets), limits)).sheets);
}

const readRows = (...rows: readonly Row[]): Promise<TableReading<SchoolRecord>> =>
  readBook({ name: '学校基本情况表', rows: [schoolHeaders, ...numbered(rows)] });

const told = ({ faults }: TableReading<unknown>): string[] =>
  faults.map(({ cell, reason }) => `${cell} ${reason}`);

async function readCsv(text: string | Buffer): Promise<TableReading<SchoolRecord>> {
  return readSchools((await readSheets('table.csv', Buffer.from(text), limits)).sheets);
}

describe('R-74 rows read = accepted + rejected', () => {
  let reading: TableReading<SchoolRecord>;
  const rows: Row[] = [
    {},
    { 小学在校生: -450 },
    { 小学骨干教师: '5%', 小学班数: 2.5 },
    { 学校标识码: '3990000009' },
    { 学校标识码: '3990000009', 学校名称: '示例重复小学' },
    { 小学在校生: Number('410181199001014510') },
  ];
  beforeAll(async () => {
    reading = await readBook({
      name: '学校基本情况表',
      rows: [[...schoolHeaders, '备注'], ...numbered(rows).map((row, index) => [...row, `注${index}`])],
    });
  });

  test('each rejected row has its cells and every reason; those that share a code are all rejected', () => {
    expect([reading.rowsRead, reading.accepted.length, reading.rejected.length]).toEqual([6, 1, 5]);
    expect(told(reading)).toEqual([
      'I3 不能为负数',
      'L4 应是整数',
      'P4 不能填百分数，请填写实际数量',
      'A5 与第 6 行重复',
      'A6 与第 5 行重复',
      expect.stringMatching(/^I7 身份证号被存成数字，末 3 位已失真/),
    ]);
    expect(reading.unknownColumns).toEqual(['备注（Z1）']);
  });

  test('the error workbook holds exactly the rejected rows, original cells and reasons', async () => {
    const { sheets } = await readSheets('errors.xlsx', await rejectedWorkbook(reading), limits);
    const [head = [], ...body] = sheets[0]?.rows ?? [];
    expect(head).toEqual([...schoolHeaders, '备注', '行号', '列', '值', '原因']);
    expect(body.map((row) => row[head.indexOf('行号')])).toEqual([3, 4, 5, 6, 7]);
    expect(body.map((row) => row[head.indexOf('备注')])).toEqual(['注1', '注2', '注3', '注4', '注5']);
    expect(body[0]?.[head.indexOf('小学在校生')]).toBe(-450);
    expect(body[1]?.[head.indexOf('原因')]).toBe('应是整数\n不能填百分数，请填写实际数量');
    expect(body[4]?.[head.indexOf('小学在校生')]).toBe('410181199001014***');
  });

  test('the corrected workbook imports as it is', async () => {
    const { sheets } = await readSheets('errors.xlsx', await rejectedWorkbook(reading), limits);
    const [first] = sheets;
    if (!first) throw new Error('no sheet');
    const correct: Row[] = [
      { 小学在校生: 450 },
      { 小学骨干教师: 5, 小学班数: 3 },
      {},
      { 学校标识码: '3990000010' },
      { 小学在校生: 451 },
    ];
    const rowsNow = first.rows.map((row, index) =>
      row.map((cell, column) => correct[index - 1]?.[String(first.rows[0]?.[column])] ?? cell),
    );
    const again = await readBook({ name: first.name, rows: rowsNow as FixtureCell[][] });
    expect([again.rowsRead, again.accepted.length, again.faultCount]).toEqual([5, 5, 0]);
    expect(again.unknownColumns).toEqual(['备注（Z1）']);
  });
});

describe('R-76 all errors in one pass', () => {
  test('a thousand are listed, all are counted, and every rejected row is kept', async () => {
    const lines = Array.from(
      { length: 1200 },
      (_, index) => `399${String(index).padStart(7, '0')},示例,小学,-1,x`,
    );
    const reading = await readCsv(['学校标识码,学校名称,办学类型,小学在校生,小学班数', ...lines].join('\n'));
    expect([reading.faults.length, reading.faultCount, reading.rejected.length]).toEqual([1000, 2400, 1200]);
  });
});

describe('R-78 shapes of workbooks', () => {
  const [first = []] = numbered([{}]);

  test('headers in the third row, in another order, spaced, full-width, with units and marks', async () => {
    const rows = [
      ['示例县学校基本情况表'],
      [],
      [
        '＊办学类型',
        ' 学校 名称',
        '学校标识码',
        '小学在校生（人）',
        '小学班数',
        '教学仪器设备值(万元)',
        '体育运动场馆面积（m2）',
      ],
      ['小学', '示例第一小学', '3990000001', 450, 10, 95.25, 3500],
    ];
    const { accepted, faultCount } = await readBook({ name: '表', rows, merges: ['A1:G1'] });
    expect(faultCount).toBe(0);
    expect(accepted[0]).toMatchObject({ equipment: '95.25', sportsArea: '3500' });
    expect(accepted[0]?.cells?.['equipment']).toBe('表!F4');
  });

  test('equipment in 元 is another column, listed and not taken for 万元', async () => {
    const rows = [
      [...schoolHeaders.map((name) => (name === '教学仪器设备值' ? `${name}（元）` : name))],
      first,
    ];
    const reading = await readBook({ name: '表', rows });
    expect(reading.unknownColumns).toEqual(['教学仪器设备值(元)（V1）']);
    expect(reading.accepted[0]?.equipment).toBeNull();
  });

  test('merged headers in two rows, and a township merged over its schools', async () => {
    const rows = [
      ['学校标识码', '学校名称', '办学类型', '所在乡镇', '在校生', null, '小学班数'],
      [null, null, null, null, '小学', '初中', null],
      ['3990000001', '示例第一小学', '小学', '示例镇', 450, null, 10],
      ['3990000002', '示例第二小学', '小学', null, 320, null, 8],
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'D3:D4'];
    const { accepted, faults } = await readBook({ name: '表', rows, merges });
    expect(faults).toEqual([]);
    expect(accepted.map(({ students, township }) => [students.primary, township])).toEqual([
      [450, '示例镇'],
      [320, '示例镇'],
    ]);
  });

  test('a number merged over two schools belongs to neither', async () => {
    const rows = [schoolHeaders, ...numbered([{ 小学班数: 10 }, { 小学班数: null }])];
    const reading = await readBook({ name: '表', rows, merges: ['L2:L3'] });
    expect(told(reading)).toEqual([expect.stringMatching(/^L3 与上面的单元格合并/)]);
  });

  test('hidden sheets are not read, hidden rows are, and both are told; blank rows are no rows', async () => {
    const sheets = [
      { name: '旧表', rows: [schoolHeaders, ...numbered([{}, {}])], hidden: true },
      { name: '目录', rows: [['说明']] },
      { name: '今年', rows: [schoolHeaders, first, ['  ', '\u3000'], [null]] },
    ];
    const reading = await readBook(...sheets);
    expect([reading.sheet, reading.rowsRead]).toEqual(['今年', 1]);
    expect(reading.notes).toEqual(['只读了工作表“今年”，未读：目录', '隐藏的工作表未读：旧表']);
    const { sheets: raw } = await readSheets('book.xlsx', workbookOf(...sheets), limits);
    expect((await readSchools(raw, '旧表')).rowsRead).toBe(2);
    await expect(readSchools(raw, '去年')).rejects.toThrow('没有名为“去年”的工作表');
  });

  test.each([
    ['UTF-8', Buffer.from('学校标识码,学校名称,办学类型\n3990000001,示例学校,特殊教育学校\n')],
    [
      'UTF-8 with BOM',
      Buffer.from('\ufeff学校标识码,学校名称,办学类型\r\n3990000001,"示例学校",特殊教育学校\r\n'),
    ],
    [
      'GB18030',
      Buffer.from(
        'd1a7d0a3b1eacab6c2eb2cd1a7d0a3c3fbb3c62cb0ecd1a7c0e0d0cd0a333939303030303030312ccabec0fdd1a7d0a32cccd8cae2bdccd3fdd1a7d0a30a',
        'hex',
      ),
    ],
  ])('CSV in %s', async (_, bytes) => {
    const { accepted } = await readCsv(bytes);
    expect(accepted.map(({ code, name, kind }) => [code, name, kind])).toEqual([
      ['3990000001', '示例学校', 'special'],
    ]);
  });

  test('missing and repeated columns are one error that names them', async () => {
    await expect(readCsv('学校标识码,小学在校生\n1,2')).rejects.toThrow('缺少必需的列：学校名称、办学类型。');
    await expect(readCsv('学校标识码,学校名称,办学类型\n3990000001,甲,九年一贯制')).rejects.toThrow(
      '缺少必需的列：小学在校生、初中在校生、小学班数、初中班数。',
    );
    await expect(readCsv('学校标识码,学校标识码,学校名称,办学类型\n1,1,甲,小学')).rejects.toThrow(
      '重复的列：学校标识码',
    );
    await expect(readCsv('甲,乙\n1,2')).rejects.toThrow('找不到表头');
    await expect(readCsv('学校标识码,学校名称,办学类型\n,,')).rejects.toThrow('没有数据');
  });
});

describe('what cells mean together', () => {
  test.each<[string, Row, string[]]>([
    [
      'a stage the kind cannot have',
      { 初中在校生: 3, 初中骨干教师: 1 },
      ['J2 小学没有初中，这一列应留空', 'Q2 小学没有初中，这一列应留空'],
    ],
    ['0 for such a stage is as good as blank', { 初中在校生: 0, 初中班数: '0' }, []],
    [
      'a required stage left blank',
      { 办学类型: '九年一贯制' },
      ['J2 九年一贯制须填写', 'M2 九年一贯制须填写'],
    ],
    [
      'no pupils, but classes and rooms',
      { 小学在校生: 0, 教学及辅助用房面积: 900 },
      ['L2 在校生为 0，却填了班数或教师，请核对', 'T2 全校在校生为 0，却填了资源，请核对'],
    ],
    ['left out without a reason', { 是否纳入评估: '否' }, ['H2 是否纳入评估填“否”时，须写明原因']],
    ['left out with a reason', { 是否纳入评估: '否', 不纳入原因: '已停办' }, []],
  ])('%s', async (_, row, expected) => {
    expect(told(await readRows(row))).toEqual(expected);
  });

  test('元 for 万元 is a question with its cell; the value stays as it is', async () => {
    const values = [95.25, 88, 101, 952500, 90];
    const reading = await readRows(...values.map((value) => ({ 教学仪器设备值: value })));
    expect(reading.faultCount).toBe(0);
    expect(reading.accepted.map(({ equipment }) => Number(equipment))).toEqual(values);
    expect(reading.questions.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'V5 生均值约为其他学校的 10000 倍，是否把元填成了万元？请核对',
    ]);
  });

  test('a whole file in 元 is asked about too; plausible values are not', async () => {
    const all = await readRows({ 教学仪器设备值: 952500 }, { 教学仪器设备值: 880000 });
    expect(all.questions.map(({ cell }) => cell)).toEqual(['V2', 'V3']);
    const plain = await readRows({ 教学仪器设备值: 95 }, { 教学仪器设备值: 400 }, { 教学仪器设备值: 9 });
    expect(plain.questions).toEqual([]);
  });
});
