import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type FixtureCell,
  limits,
  packageOf,
  schoolHeaders,
  schoolRow,
  sheetXml,
  textRow,
  workbookOf,
} from '../../../../../../test/support/workbooks.js';
import { readSchools } from './read-schools.js';
import { readSheets } from './read-sheets.js';
import type { TableReading } from './table-reading.js';
import type { SchoolRecord } from '#indicator-engine';

type Field = (school: SchoolRecord) => unknown;

const code: [string, Field] = ['学校标识码', (school) => school.code];
const name: [string, Field] = ['学校名称', (school) => school.name];
const kind: [string, Field] = ['办学类型', (school) => school.kind];
const inScope: [string, Field] = ['是否纳入评估', (school) => school.inScope];
const students: [string, Field] = ['小学在校生', (school) => school.students.primary];
const classes: [string, Field] = ['小学班数', (school) => school.classes.primary];
const above: [string, Field] = ['小学高于规定学历教师', (school) => school.aboveDegree.primary];
const arts: [string, Field] = ['小学体艺教师', (school) => school.arts.primary];
const area: [string, Field] = ['教学及辅助用房面积', (school) => school.roomArea];
const music: [string, Field] = ['音乐教室达标间数', (school) => school.musicRooms];

const number = (v: number, z?: string): FixtureCell => ({ t: 'n', v, ...(z ? { z } : {}) });
const formula = (f: string, v: number | string): FixtureCell =>
  typeof v === 'number' ? { t: 'n', f, v } : { t: 's', f, v };
const fault = (v: number): FixtureCell => ({ t: 'e', v });

/** A cell, and either the exact value or the reason. */
const table: readonly [[string, Field], FixtureCell, unknown][] = [
  [code, '2141000009', '2141000009'],
  [code, ' 2141000007 ', '2141000007'],
  [code, '\u00a02141000008\u3000', '2141000008'],
  [code, '２１４１００００１０', '2141000010'],
  [code, "'2141000011", '2141000011'],
  [code, number(2141000012), '2141000012'],
  [code, '0141000013', '0141000013'],
  [code, number(141000013), /应是 10 位数字，这里是 9 位；存成数字会丢掉开头的 0/],
  [code, '214100001', /应是 10 位数字，这里是 9 位$/],
  [code, '21410000011', /这里是 11 位/],
  [code, '214100001X', /应是 10 位数字/],
  [code, '2.14E+09', /科学计数法/],
  [code, number(Number('410181199001014510')), /身份证号被存成数字，末 3 位已失真/],
  [code, '=A1', /公式的文字/],
  [code, fault(0x17), /公式出错（#REF!）/],
  [code, null, /不能为空/],
  [name, '示例 第二小学', '示例 第二小学'],
  [name, '　示例（东）小学 ', '示例(东)小学'],
  [name, number(46), '46'],
  [name, number(46086, 'yyyy/m/d'), /被存成了日期/],
  [name, formula('"示例"&"小学"', '示例小学'), '示例小学'],
  [name, '校'.repeat(201), /超过 200 字/],
  [kind, '小学', 'primary'],
  [kind, ' 小 学 ', 'primary'],
  [kind, '完小', /只能填：小学、教学点、/],
  [kind, true, /只能填：小学/],
  [inScope, '是', true],
  [inScope, null, null],
  [inScope, '对', /只能填：是、否/],
  [students, '１２３', 123],
  [students, '1,234', 1234],
  [students, '１，２３４', 1234],
  [students, '12,34', /应是数字/],
  [students, '00450', 450],
  [students, '450.0', 450],
  [students, 450.0, 450],
  [students, '\u00a0450\u200b', 450],
  [students, formula('400+50', 450), 450],
  [students, formula('IF(TRUE,"","")', ''), /小学须填写/],
  [students, '   ', /小学须填写/],
  [students, fault(0x2a), /公式出错（#N\/A）/],
  [students, -1, /不能为负数/],
  [students, '−5', /不能为负数/],
  [area, '-0', '0'],
  [students, 450.5, /应是整数/],
  [students, '45人', /只填数字，不要带单位/],
  [students, '无', /没有数据请留空/],
  [students, '/', /没有数据请留空/],
  [students, '—', /没有数据请留空/],
  [students, number(0.95, '0%'), /百分数/],
  [students, '95%', /百分数/],
  [students, '９５％', /百分数/],
  [students, number(46086, 'yyyy"年"m"月"d"日"'), /被存成了日期/],
  [students, true, /应是数字/],
  [students, '1e3', /科学计数法/],
  [students, number(Number('410181199001014510')), /身份证号被存成数字，末 3 位已失真/],
  [students, '410181199001014510', /像是号码/],
  [students, 100_000, /不能大于 99999/],
  [students, '=1+1', /公式的文字/],
  [classes, '十', /应是数字/],
  [above, 22.5, /应是整数/],
  [above, null, null],
  [arts, 4.5, '4.5'],
  [arts, '4.50', '4.5'],
  [arts, 0.1 + 0.2, '0.3'],
  [area, number(2100.5, '#,##0.00'), '2100.5'],
  [area, '2,100.50', '2100.5'],
  [area, formula('10/3', 10 / 3), '3.33333333333333'.slice(0, 14)],
  [area, 0.0000001, '0.0000001'],
  [area, 4.2, '4.2'],
  [area, 0, '0'],
  [area, '1234567890', /数值过大/],
  [area, '1.1234567890123', /小数位数过多/],
  [area, '2100平方米', /不要带单位/],
  [music, '1.5', /应是整数/],
  [music, fault(0x07), /公式出错（#DIV\/0!）/],
];

describe('T22 the meaning of cells', () => {
  let reading: TableReading<SchoolRecord>;
  const rows = table.map(([[header], cell], index) =>
    schoolRow({ 学校标识码: `31410${String(index).padStart(5, '0')}`, [header]: cell }),
  );

  beforeAll(async () => {
    const bytes = workbookOf({ name: '学校基本情况表', rows: [schoolHeaders, ...rows] });
    reading = await readSchools((await readSheets('cells.xlsx', bytes, limits)).sheets);
  });

  test('there are sixty and more, each accepted or rejected', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    expect(reading.rowsRead).toBe(table.length);
    expect(reading.accepted.length + reading.rejected.length).toBe(table.length);
  });

  test.each(
    table.map(([[header, field], cell, expected], index) => ({ header, field, cell, expected, index })),
  )('$header $cell', ({ header, field, expected, index }) => {
    const rejected = reading.rejected.find(({ row }) => row === index + 2);
    if (expected instanceof RegExp) {
      expect(rejected?.faults.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
        expect.stringMatching(new RegExp(`^${header} .*${expected.source}`)),
      ]);
      return;
    }
    expect(rejected).toBeUndefined();
    const accepted = reading.accepted.find(({ cells }) => cells?.['name']?.endsWith(`!B${index + 2}`));
    expect(accepted && field(accepted)).toBe(expected);
  });

  test('digits that were never entered are shown nowhere', () => {
    const shown = reading.faults.filter(({ reason }) => reason.includes('失真')).map(({ value }) => value);
    expect(shown).toEqual(['2.14E+09', '410181199001014***', '410181199001014***']);
  });

  test('a formula whose result the file does not hold is an error, one with an empty result is blank', async () => {
    const header = textRow(1, schoolHeaders);
    const filled = textRow(2, ['2141000001', '示例第一小学', '小学']).replace('</row>', '');
    const cells = `<c r="I2"><f>1+1</f></c><c r="L2" s="0"><f t="shared" si="0">2</f><v></v></c><c r="N2" t="str"><f>""</f><v></v></c></row>`;
    const bytes = packageOf(sheetXml(header + filled + cells));
    const { rejected } = await readSchools((await readSheets('f.xlsx', bytes, limits)).sheets);
    expect(rejected[0]?.faults.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      expect.stringMatching(/^I2 公式没有保存计算结果/),
      expect.stringMatching(/^L2 公式没有保存计算结果/),
    ]);
  });
});
