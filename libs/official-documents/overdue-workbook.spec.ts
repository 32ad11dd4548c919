import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { read, utils } from '@e965/xlsx';
import { type OverdueSheet, overdueWorkbook } from './overdue-workbook.js';

const sheet: OverdueSheet = {
  campaignName: '新密市义务教育优质均衡发展县创建',
  asOf: civilDate('2022-09-15'),
  totals: { tasks: 3, units: 2, maxDaysLate: 12 },
  provisional: false,
  units: [
    {
      name: '市财政局',
      maxDaysLate: 12,
      tasks: [
        {
          number: 'JH-0003',
          title: '落实生均公用经费达到小学 850 元、初中 1050 元',
          clause: '三（二）1 经费保障',
          effectiveDueOn: civilDate('2022-08-29'),
          workingDaysLate: 12,
          originalDueOn: civilDate('2022-09-01'),
          extensionCount: 1,
          extendedDays: 6,
          lastProgress: '已拟定拨付方案，待市政府常务会议审议后执行。',
          lastProgressOn: civilDate('2022-08-20'),
        },
        {
          number: 'JH-0007',
          title: '=HYPERLINK("http://example.invalid","点我")',
          clause: null,
          effectiveDueOn: civilDate('2022-09-14'),
          workingDaysLate: 1,
          originalDueOn: null,
          extensionCount: 0,
          extendedDays: 0,
          lastProgress: null,
          lastProgressOn: null,
        },
      ],
    },
    {
      name: '市自然资源和规划局',
      maxDaysLate: 2,
      tasks: [
        {
          number: 'JH-0011',
          title: '＋教育用地\u0007供应',
          clause: '三（一）2 学校建设',
          effectiveDueOn: civilDate('2022-09-13'),
          workingDaysLate: 2,
          originalDueOn: null,
          extensionCount: 0,
          extendedDays: 0,
          lastProgress: '@已报批',
          lastProgressOn: civilDate('2022-09-01'),
        },
      ],
    },
  ],
};

async function rowsOf(facts: OverdueSheet): Promise<unknown[][]> {
  const book = read(await overdueWorkbook(facts));
  const [name] = book.SheetNames;
  return utils.sheet_to_json<unknown[]>(book.Sheets[name ?? '']!, { header: 1 });
}

describe('overdueWorkbook', () => {
  it('R-66 carries every task and the totals it was given', async () => {
    const rows = await rowsOf(sheet);
    expect(rows[0]).toEqual(['新密市义务教育优质均衡发展县创建逾期任务督办表']);
    expect(rows[1]?.[0]).toBe('统计截至：2022年9月15日（周四）    2 个单位，3 项任务，最长逾期 12 个工作日');
    expect(rows[3]).toEqual([
      1,
      '市财政局',
      'JH-0003',
      '落实生均公用经费达到小学 850 元、初中 1050 元',
      '三（二）1 经费保障',
      '2022年8月29日',
      12,
      '2022年9月1日，延期 1 次共 6 个工作日',
      '已拟定拨付方案，待市政府常务会议审议后执行。',
      '2022年8月20日',
    ]);
    expect(rows.slice(3, 6).map((row) => row[6])).toEqual([12, 1, 2]);
    expect(rows[6]).toEqual(['合计', '2 个单位，3 项任务，最长逾期 12 个工作日']);
    expect(rows).toHaveLength(7);
  });

  it('T38 keeps formula-like text as text', async () => {
    const book = read(await overdueWorkbook(sheet), { cellFormula: true });
    const cells = Object.values(book.Sheets['逾期任务'] ?? {}) as { t?: string; f?: string; v?: unknown }[];
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
    expect(cells.find((cell) => String(cell.v).startsWith('=HYPERLINK'))?.t).toBe('s');
    expect(cells.some((cell) => cell.v === '＋教育用地供应')).toBe(true);
  });

  it('R-94 says when days were counted in a year without a calendar', async () => {
    const rows = await rowsOf({ ...sheet, provisional: true });
    expect(String(rows.at(-1)?.[0])).toContain('暂定');
  });

  it('prints a sheet for a campaign without overdue tasks', async () => {
    const rows = await rowsOf({ ...sheet, totals: { tasks: 0, units: 0, maxDaysLate: 0 }, units: [] });
    expect(rows.at(-1)).toEqual(['合计', '没有逾期任务']);
  });
});
