import { type CivilDate, DomainError, formatDate, type WorkdayCalendar } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { taskNumber } from '../tasks/tasks.module.js';
import type { OverdueReport, OverdueTask, OverdueUnit } from './overdue-report.dto.js';
import { type OverdueRecord, readOverdueTasks } from './overdue-tasks.queries.js';

/**
 * The overdue report as of the end of a day. Page, mail, workbook and command line all show this one.
 * @param asOf today when absent
 * @throws DomainError `rule_refused` for a day to come
 */
export async function overdueReport(work: Work, asOf: CivilDate = work.today): Promise<OverdueReport> {
  if (asOf > work.today) {
    const message = `统计日期不能晚于今天（${formatDate(work.today)}）`;
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/asOf', message }],
    });
  }
  const records = await readOverdueTasks(work, asOf);
  const units = groupByUnit(records, work.calendar, asOf);
  return {
    asOf,
    totals: {
      tasks: records.length,
      units: units.length,
      maxDaysLate: Math.max(0, ...units.map((unit) => unit.maxDaysLate)),
    },
    units,
    provisional: records.some(
      (record) => work.calendar.isProvisional(record.effective_due_on) || work.calendar.isProvisional(asOf),
    ),
  };
}

/** In the order of the plan; the records come sorted. */
function groupByUnit(
  records: readonly OverdueRecord[],
  calendar: WorkdayCalendar,
  asOf: CivilDate,
): OverdueUnit[] {
  const units = new Map<string, OverdueUnit>();
  for (const record of records) {
    const task = toTask(record, calendar, asOf);
    const unit = units.get(record.unit.id) ?? { unit: record.unit, count: 0, maxDaysLate: 0, tasks: [] };
    unit.count += 1;
    unit.maxDaysLate = Math.max(unit.maxDaysLate, task.workingDaysLate);
    unit.tasks.push(task);
    units.set(record.unit.id, unit);
  }
  return [...units.values()];
}

function toTask(record: OverdueRecord, calendar: WorkdayCalendar, asOf: CivilDate): OverdueTask {
  return {
    id: record.id,
    number: taskNumber(record.seq),
    title: record.title,
    state: record.state,
    dueOn: record.due_on,
    effectiveDueOn: record.effective_due_on,
    originalDueOn: record.original_due_on,
    extensionCount: record.extension_count,
    extendedDays: record.extended_days,
    workingDaysLate: calendar.workingDaysBetween(record.effective_due_on, asOf),
    clause: record.clause,
    lastProgress: record.last_progress,
    lastProgressAt: record.last_progress_at?.toISOString() ?? null,
    priority: record.priority,
  };
}
