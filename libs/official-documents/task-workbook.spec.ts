import { describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { civilDate } from '#kernel';
import { taskWorkbook, type TaskSheetRow } from './task-workbook.js';

const row: TaskSheetRow = {
  number: 'JH-0007',
  title: '=HYPERLINK("http://x")',
  leadUnit: '财政局',
  supportingUnits: ['教育局', '发改委'],
  standing: '逾期',
  dueOn: civilDate('2022-09-09'),
  workingDaysLeft: -3,
  rung: '督办（橙）',
  rungSince: civilDate('2022-09-14'),
  rungAudience: ['负责人', '督查室'],
  clause: '附件·财政局 财政局职责',
  originalDueOn: civilDate('2022-09-01'),
  extensionCount: 1,
  extendedDays: 6,
  lastProgress: null,
};

async function cellsOf(rows: readonly TaskSheetRow[]): Promise<unknown[][]> {
  const content = await taskWorkbook({ campaignName: '新密市创建', asOf: civilDate('2022-09-15'), rows });
  const book = read(content, { type: 'buffer' });
  return utils.sheet_to_json<unknown[]>(book.Sheets['任务'] ?? {}, { header: 1 });
}

describe('taskWorkbook', () => {
  test('R-65 says how many rows it has, and has them', async () => {
    const cells = await cellsOf([row, { ...row, number: 'JH-0008' }]);
    expect(cells[1]?.[0]).toBe('截至2022年9月15日（周四），共 2 项；剩余工作日为负数的已逾期');
    expect(cells[3]?.slice(8, 11)).toEqual(['督办（橙）', '2022年9月14日', '负责人、督查室']);
    expect(cells.slice(3).map((line) => line[0])).toEqual(['JH-0007', 'JH-0008']);
  });

  test('T38 what people typed is text, days are a number', async () => {
    const [, , , line] = await cellsOf([row]);
    expect(line).toEqual([
      'JH-0007',
      '=HYPERLINK("http://x")',
      '财政局',
      '教育局、发改委',
      '逾期',
      '2022年9月9日',
      -3,
      '2022年9月1日，延期 1 次共 6 个工作日',
      '督办（橙）',
      '2022年9月14日',
      '负责人、督查室',
      '附件·财政局 财政局职责',
      ...(line?.length === 13 ? [''] : []),
    ]);
  });

  test('a task without a date is 待定 and has no days', async () => {
    const [, , , line] = await cellsOf([{ ...row, dueOn: null, workingDaysLeft: null }]);
    expect(line?.[5]).toBe('待定');
    expect(line?.[6] ?? '').toBe('');
  });
});
