import { type CivilDate, runningStates, taskNumber, type TaskState } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { workingDaysLeft } from './due-clock.js';
import { sideClocks } from './side-clocks.js';
import { type SupportReceiptFacts, supportReceiptOf } from './support-receipt.js';
import { type CurrentRung, rungSql } from './task-rung.js';
import { type Standing, standingSql } from './standing.js';
import type { TaskRow } from './tasks.dto.js';
import { type Priority } from './task-words.js';

/** A row of {@link taskRowsSql}. */
export interface TaskRecord {
  id: string;
  seq: number;
  title: string;
  state: TaskState;
  standing: Standing;
  lead_unit: TaskRow['leadUnit'];
  supporting_units: (TaskRow['leadUnit'] & { receipt: SupportReceiptFacts })[];
  due_on: CivilDate | null;
  effective_due_on: CivilDate | null;
  paused_on: CivilDate | null;
  original_due_on: CivilDate | null;
  extension_count: number;
  extended_days: number;
  receipt_due_on: CivilDate | null;
  verification_due_on: CivilDate | null;
  signed_at: Date | null;
  closed_at: Date | null;
  rung: CurrentRung | null;
  priority: Priority;
  clause: TaskRow['clause'];
  returned: boolean;
  data_contradicted: boolean;
  last_progress: string | null;
  last_progress_at: Date | null;
  example: boolean;
  version: number;
}

const unitFields = (unit: string): string =>
  `'id', ${unit}.id, 'name', ${unit}.name, 'shortName', ${unit}.short_name, 'kind', ${unit}.kind`;

export const unitJson = (unit: string): string => `json_build_object(${unitFields(unit)})`;

/** The receipt of a supporting unit's part `s`, for {@link supportReceiptOf}. */
export const receiptJson = `json_build_object('state', s.state, 'receiptDueOn', s.receipt_due_on,
  'receiptLatenessDays', s.receipt_lateness_days)`;

export const clauseJson = `CASE WHEN c.id IS NULL THEN NULL ELSE
  json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'documentTitle', d.title) END`;

/** Tasks `t` with all that a list shows of them, in one statement. @param where SQL over `t` */
export function taskRowsSql(parameters: Parameters, work: Work, where: string): string {
  return `SELECT t.id, t.seq, t.title, t.state, ${standingSql(parameters, work.calendar, work.today)} AS standing,
      t.due_on, t.effective_due_on, t.paused_on, t.original_due_on, t.receipt_due_on, t.verification_due_on,
      t.signed_at, t.closed_at, ${rungSql(parameters, work)} AS rung, t.priority, t.returned, t.data_contradicted,
      t.last_progress, t.last_progress_at,
      t.example, t.version, t.updated_at, u.position AS unit_position,
      x.extension_count, x.extended_days,
      ${unitJson('u')} AS lead_unit, ${clauseJson} AS clause,
      (SELECT coalesce(json_agg(json_build_object(${unitFields('su')}, 'receipt', ${receiptJson})
          ORDER BY su.position), '[]') FROM task_support s
        JOIN unit su ON su.campaign_id = s.campaign_id AND su.id = s.unit_id
        WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id) AS supporting_units
    FROM task t
    JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
    LEFT JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id
    LEFT JOIN source_document d ON d.campaign_id = c.campaign_id AND d.id = c.document_id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS extension_count, coalesce(sum(e.extended_days), 0)::int AS extended_days
      FROM extension_request e
      WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.state = 'approved') x ON TRUE
    WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND (${where})`;
}

/** A record as the API shows it. */
export function toTaskRow(work: Work, record: TaskRecord): TaskRow {
  return {
    id: record.id,
    number: taskNumber(record.seq),
    title: record.title,
    state: record.state,
    standing: record.standing,
    leadUnit: record.lead_unit,
    supportingUnits: record.supporting_units.map(({ receipt, ...unit }) => ({
      ...unit,
      ...supportReceipt(work, record, receipt),
    })),
    dueOn: record.due_on,
    effectiveDueOn: record.effective_due_on,
    workingDaysLeft: daysLeft(work, record),
    originalDueOn: record.original_due_on,
    extensionCount: record.extension_count,
    extendedDays: record.extended_days,
    ...clocksOf(work, record),
    rung: record.rung,
    provisionalDue: record.effective_due_on !== null && work.calendar.isProvisional(record.effective_due_on),
    priority: record.priority,
    clause: record.clause,
    returned: record.returned,
    dataContradicted: record.data_contradicted,
    lastProgress: record.last_progress,
    lastProgressAt: record.last_progress_at?.toISOString() ?? null,
    example: record.example,
    version: record.version,
  };
}

function clocksOf(work: Work, record: TaskRecord) {
  const [receiptDueOn, verificationDueOn] = [record.receipt_due_on, record.verification_due_on];
  const facts = {
    state: record.state,
    receiptDueOn,
    verificationDueOn,
    pausedOn: record.paused_on,
    signedAt: record.signed_at,
    closedAt: record.closed_at,
  };
  return { receiptDueOn, verificationDueOn, ...sideClocks(work.calendar, facts, work.today) };
}

/** The receipt of a supporting unit as the API shows it. */
export function supportReceipt(
  work: Work,
  task: Pick<TaskRecord, 'state' | 'paused_on'>,
  part: SupportReceiptFacts,
) {
  const facts = { state: task.state, pausedOn: task.paused_on };
  return {
    state: part.state,
    receiptDueOn: part.receiptDueOn,
    ...supportReceiptOf(work.calendar, facts, part, work.today),
  };
}

/** Of a task whose clock stands still: what was left when it stopped. */
function daysLeft(work: Work, record: TaskRecord): number | null {
  if (record.effective_due_on === null) return null;
  const asOf = runningStates.includes(record.state) ? work.today : record.paused_on;
  return asOf === null ? null : workingDaysLeft(work.calendar, record.effective_due_on, asOf);
}

export async function readTaskRow(work: Work, taskId: string): Promise<TaskRow | undefined> {
  const parameters = new Parameters();
  const sql = taskRowsSql(parameters, work, `t.id = ${parameters.add(taskId)}`);
  const [record] = await work.manager.query<TaskRecord[]>(sql, parameters.values);
  return record && toTaskRow(work, record);
}
