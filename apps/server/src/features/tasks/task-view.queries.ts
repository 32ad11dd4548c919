import { DomainError, type DueRule, occurrenceOf, type Recurrence, runningStates } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import type { ClosingChecks } from './closing-checks.js';
import { clockSegments } from './clock-segments.js';
import { countSideClock } from './count-side-clock.js';
import { explainDue } from './due-clock.js';
import { toDueRuleView } from './due-rule.js';
import { readEvidenceRows } from './evidence-rows.queries.js';
import { eventNames } from './task-events.js';
import { allowedActions } from './task.policy.js';
import { readPauses } from './task-pauses.js';
import {
  receiptJson,
  supportReceipt,
  type TaskRecord,
  taskRowsSql,
  toTaskRow,
  unitJson,
} from './task-row.queries.js';
import type { SupportReceiptFacts } from './support-receipt.js';
import { type CurrentRung, partRungSql } from './task-rung.js';
import type { EvidenceKind, SourceKind } from './task-words.js';
import type { RecurringMention, TaskEventRow, TaskEvents, TaskView } from './tasks.dto.js';
import { visibleSql } from './visible.js';

interface DetailRecord extends TaskRecord {
  description: string;
  source_kind: SourceKind;
  source_id: string | null;
  source_title: string | null;
  required_evidence: EvidenceKind[];
  lateness_days: number | null;
  lateness_original_days: number | null;
  paused_days: number;
  due_rule: DueRule | null;
  recurring: (Omit<RecurringMention, 'dueText' | 'told'> & { readonly recurrence: Recurrence }) | null;
  assigned_at: Date | null;
  submission_no: number;
  submitted_at: Date | null;
  created_at: Date;
  created_by: TaskView['createdBy'];
  submitted_by: TaskView['submittedBy'];
  reviewed_by: TaskView['reviewedBy'];
  supports: {
    unit: TaskView['leadUnit'];
    receipt: SupportReceiptFacts;
    signedAt: string | null;
    rung: CurrentRung | null;
    lastReport: string | null;
    updatedAt: string | null;
  }[];
}

/**
 * A task in full, as this actor sees it.
 * @throws DomainError `not_found` when there is none or it is not visible
 */
export async function readTaskView(
  work: Work,
  taskId: string,
  checks: Pick<ClosingChecks, 'ofTask'>,
): Promise<TaskView> {
  const record = await readDetail(work, taskId);
  const dataCheck = await checks.ofTask(work, taskId);
  const events = await readEvents(work, taskId);
  const evidence = await readEvidenceRows(work, taskId);
  const row = toTaskRow(work, record);
  const proven = new Set(evidence.filter((file) => file.status !== 'voided').map((file) => file.kind));
  return {
    ...row,
    description: record.description,
    source: { kind: record.source_kind, id: record.source_id, title: record.source_title },
    requiredEvidence: record.required_evidence,
    missingEvidenceKinds: record.required_evidence.filter((kind) => !proven.has(kind)),
    supports: record.supports.map(({ receipt, ...part }) => ({
      ...part,
      ...supportReceipt(work, record, receipt),
      signedAt: instantText(part.signedAt),
      updatedAt: instantText(part.updatedAt),
    })),
    evidence,
    pausedDays: record.paused_days,
    latenessDays: record.lateness_days,
    latenessOriginalDays: record.lateness_original_days,
    reopenCount: events.filter((event) => event.action === 'reopen').length,
    pauses: await readPauses(work, taskId),
    submissionNo: record.submission_no,
    submittedBy: record.submitted_by,
    submittedAt: record.submitted_at?.toISOString() ?? null,
    reviewedBy: record.reviewed_by,
    closedAt: record.closed_at?.toISOString() ?? null,
    createdAt: record.created_at.toISOString(),
    createdBy: record.created_by,
    allowedActions: allowedActions(work.actor, {
      state: record.state,
      leadUnitId: record.lead_unit.id,
      submittedBy: record.submitted_by?.id ?? null,
      supports: record.supports.map((part) => ({ unitId: part.unit.id, state: part.receipt.state })),
    }),
    clock: clockSegments(
      work.calendar,
      events.map((event) => ({ at: new Date(event.at), toState: event.toState })),
      work.today,
    ),
    dataCheck,
    ...computedDates(work, record),
    recurring: recurringMention(work, record, events),
  };
}

type ComputedDates = Pick<TaskView, 'dueExplanation' | 'dueRule' | 'receiptCounted' | 'verificationCounted'>;

/** How each of the task's dates came about. */
function computedDates(work: Work, record: DetailRecord): ComputedDates {
  const { calendar, today } = work;
  const due = { dueOn: record.due_on, pausedDays: record.paused_days, pausedOn: record.paused_on };
  const asOf = runningStates.includes(record.state) ? today : (record.paused_on ?? today);
  const { assigned_at: assignedAt, submitted_at: submittedAt } = record;
  return {
    dueExplanation: explainDue(calendar, due, asOf) as TaskView['dueExplanation'],
    dueRule: toDueRuleView(work, record.due_rule, record.due_on),
    receiptCounted: countSideClock(calendar, assignedAt, record.receipt_due_on, '交办'),
    verificationCounted: countSideClock(calendar, submittedAt, record.verification_due_on, '提交审核'),
  };
}

function recurringMention(
  work: Work,
  { recurring, due_on }: DetailRecord,
  events: readonly TaskEventRow[],
): RecurringMention | null {
  if (recurring === null) return null;
  const { recurrence, ...mention } = recurring;
  const { dueOn, text } = occurrenceOf(work.calendar, recurrence, mention.period);
  return { ...mention, dueText: dueOn === due_on ? text : null, told: lastTold(events) };
}

function lastTold(events: readonly TaskEventRow[]): RecurringMention['told'] {
  const told = events.findLast(({ action }) => action === 'data_told' || action === 'project_told');
  return told ? { at: told.at, note: told.note ?? '' } : null;
}

/** @param text an instant as PostgreSQL writes it into JSON */
function instantText(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}

/** A task's history, oldest first. @throws DomainError `not_found` */
export async function readTaskEvents(work: Work, taskId: string): Promise<TaskEvents> {
  await readDetail(work, taskId);
  return { items: await readEvents(work, taskId) };
}

async function readDetail(work: Work, taskId: string): Promise<DetailRecord> {
  const parameters = new Parameters();
  const id = parameters.add(taskId);
  const rows = taskRowsSql(parameters, work, `t.id = ${id} AND (${visibleSql(parameters, work.actor)})`);
  const person = (column: string): string =>
    `(SELECT json_build_object('id', a.id, 'name', a.name) FROM account a WHERE a.id = t.${column})`;
  const [record] = await work.manager.query<DetailRecord[]>(
    `SELECT r.*, t.description, t.source_kind, t.source_id, t.required_evidence, t.paused_days, t.due_rule,
       t.lateness_days, t.lateness_original_days,
       t.submission_no, t.submitted_at, t.assigned_at, t.closed_at, t.created_at,
       ${person('created_by')} AS created_by, ${person('submitted_by')} AS submitted_by, ${person('reviewed_by')} AS reviewed_by,
       CASE t.source_kind
         WHEN 'duty' THEN (SELECT text FROM duty s WHERE s.campaign_id = t.campaign_id AND s.id = t.source_id)
         WHEN 'clause' THEN (SELECT title FROM clause s WHERE s.campaign_id = t.campaign_id AND s.id = t.source_id)
         WHEN 'target' THEN (SELECT name FROM target s WHERE s.campaign_id = t.campaign_id AND s.id = t.source_id)
         WHEN 'indicator' THEN (SELECT string_agg(DISTINCT indicator, '、') FROM task_gap s
           WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id)
         WHEN 'project' THEN (SELECT school FROM project s WHERE s.campaign_id = t.campaign_id AND s.id = t.source_id)
         WHEN 'ledger' THEN (SELECT subject FROM ledger_entry s
           WHERE s.campaign_id = t.campaign_id AND s.id = t.source_id)
       END AS source_title,
       (SELECT json_build_object('ruleId', rr.id, 'title', rr.title, 'period', i.period,
           'recurrence', rr.recurrence)
         FROM recurring_instance i JOIN recurring_rule rr ON rr.campaign_id = i.campaign_id AND rr.id = i.rule_id
         WHERE i.campaign_id = t.campaign_id AND i.task_id = t.id) AS recurring,
       (SELECT coalesce(json_agg(json_build_object('unit', ${unitJson('u')}, 'receipt', ${receiptJson},
           'signedAt', s.signed_at, 'rung', ${partRungSql(parameters, work)}, 'lastReport', s.last_report,
           'updatedAt', s.updated_at) ORDER BY u.position), '[]')
         FROM task_support s JOIN unit u ON u.campaign_id = s.campaign_id AND u.id = s.unit_id
         WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id) AS supports
     FROM (${rows}) r JOIN task t ON t.campaign_id = ${parameters.add(work.campaignId)} AND t.id = r.id`,
    parameters.values,
  );
  if (!record) throw new DomainError('not_found', { detail: '没有这项任务，或不属于本单位。' });
  return record;
}

async function readEvents(work: Work, taskId: string): Promise<TaskEventRow[]> {
  const rows = await work.manager.query<
    (Omit<TaskEventRow, 'at' | 'actionName'> & { at: Date; action: keyof typeof eventNames })[]
  >(
    `SELECT seq, at, action, from_state AS "fromState", to_state AS "toState",
       CASE WHEN actor_id IS NULL THEN NULL ELSE json_build_object('id', actor_id, 'name', actor_name) END AS actor,
       unit_name AS "unitName", note, changes
     FROM task_event WHERE campaign_id = $1 AND task_id = $2 ORDER BY seq`,
    [work.campaignId, taskId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), actionName: eventNames[row.action] }));
}
