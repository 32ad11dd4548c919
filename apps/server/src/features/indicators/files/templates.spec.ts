import { describe, expect, test } from '@jest/globals';
import { limits, schoolHeaders } from '../../../../../../test/support/workbooks.js';
import { classColumns } from './class-columns.js';
import { readClasses } from './read-classes.js';
import { readSchools } from './read-schools.js';
import { readSheets } from './read-sheets.js';
import { classTemplate, schoolTemplate } from './templates.js';

describe('templates', () => {
  test('学校基本情况表 has every column, a second sheet 填表说明, and is empty', async () => {
    const { sheets } = await readSheets('a.xlsx', await schoolTemplate(), limits);
    expect(sheets.map(({ name }) => name)).toEqual(['学校基本情况表', '填表说明']);
    expect(sheets[0]?.rows[0]).toEqual(schoolHeaders);
    const guide = sheets[1]?.rows.map((row) => row[0]) ?? [];
    for (const header of schoolHeaders) expect(guide).toContain(header);
    await expect(readSchools(sheets)).rejects.toThrow('表头下面没有数据');
  });

  test('班级情况表 likewise', async () => {
    const { sheets } = await readSheets('a.xlsx', await classTemplate(), limits);
    expect(sheets[0]?.rows[0]).toEqual(classColumns.map(({ header }) => header));
    await expect(readClasses(sheets, new Map())).rejects.toThrow('表头下面没有数据');
  });

  test('required columns are those without which a row means nothing', () => {
    const required = classColumns.filter((column) => column.required).map(({ header }) => header);
    expect(required).toEqual(['学校标识码', '学段', '年级', '班级', '学生数']);
  });
});
