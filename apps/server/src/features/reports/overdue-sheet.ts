import { civilDate, civilDateAt } from '#kernel';
import type { OverdueSheet, OverdueSheetTask } from '#official-documents';
import type { OverdueReport, OverdueTask } from './overdue-report.dto.js';

/** The report in the words of the printed form. */
export function toOverdueSheet(report: OverdueReport, campaignName: string): OverdueSheet {
  return {
    campaignName,
    asOf: civilDate(report.asOf),
    totals: report.totals,
    provisional: report.provisional,
    units: report.units.map(({ unit, maxDaysLate, tasks }) => ({
      name: unit.name,
      maxDaysLate,
      tasks: tasks.map(toSheetTask),
    })),
  };
}

function toSheetTask(task: OverdueTask): OverdueSheetTask {
  return {
    number: task.number,
    title: task.title,
    clause: task.clause && `${task.clause.number} ${task.clause.title}`,
    effectiveDueOn: civilDate(task.effectiveDueOn),
    originalDueOn: task.originalDueOn === null ? null : civilDate(task.originalDueOn),
    extensionCount: task.extensionCount,
    extendedDays: task.extendedDays,
    workingDaysLate: task.workingDaysLate,
    lastProgress: task.lastProgress,
    lastProgressOn: task.lastProgressAt === null ? null : civilDateAt(Date.parse(task.lastProgressAt)),
  };
}

export function workbookName(report: OverdueReport): string {
  return `逾期任务督办表-${report.asOf}.xlsx`;
}
