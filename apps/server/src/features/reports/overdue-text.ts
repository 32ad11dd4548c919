import { formatDate, formatDateShort } from '#kernel';
import { type OverdueSheet, type OverdueSheetTask, overdueTotalsText } from '#official-documents';

/** The report as plain text, every task of it: for the mail and the command line. */
export function overdueText(sheet: OverdueSheet): string {
  return [
    `截至${formatDate(sheet.asOf)}，${sheet.campaignName}：${overdueTotalsText(sheet.totals)}。`,
    ...sheet.units.flatMap((unit) => [
      '',
      `【${unit.name}】${unit.tasks.length} 项，最长逾期 ${unit.maxDaysLate} 个工作日`,
      ...unit.tasks.flatMap(taskLines),
    ]),
    ...(sheet.provisional ? ['', '注：统计跨入尚未公布放假安排的年份，工作日数为暂定。'] : []),
  ].join('\n');
}

function taskLines(task: OverdueSheetTask, index: number): string[] {
  const clause = task.clause ? `；依据：${task.clause}` : '';
  const extended =
    task.extensionCount === 0 ? '' : `（已延期 ${task.extensionCount} 次共 ${task.extendedDays} 个工作日）`;
  const reportedOn = task.lastProgressOn ? `（${formatDateShort(task.lastProgressOn)}）` : '';
  return [
    `${index + 1}. ${task.number} ${task.title}`,
    `   期限：${formatDateShort(task.effectiveDueOn)}，逾期 ${task.workingDaysLate} 个工作日${extended}${clause}`,
    `   最近进展：${task.lastProgress ?? '无'}${reportedOn}`,
  ];
}
