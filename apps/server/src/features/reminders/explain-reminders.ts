import { addDays, type CivilDate, civilDateAt, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import {
  isOffice,
  requireVisibleTask,
  runningStates,
  taskNumber,
  type TaskState,
  taskStateNames,
} from '../tasks/tasks.module.js';
import { readConcernedPeople } from './concerned-people.queries.js';
import { type ComingReminder, explainComing } from './explain-coming.js';
import { explainRecord } from './explain-record.js';
import { type ReminderRecord, readReminderRecords, type WhyScope } from './reminder-records.queries.js';
import { readRuleSet } from './reminder-rules.queries.js';
import type { PersonReminders, TaskReminders, WhyPerson, WhyRow } from './reminder-why.dto.js';

/**
 * What was, and what will be sent about a task, to whom, and why not. The offices see everyone, a unit's people
 * those of their own unit.
 * @throws DomainError `not_found`
 */
export async function explainTaskReminders(work: Work, taskId: string): Promise<TaskReminders> {
  await requireVisibleTask(work, taskId);
  const [task] = await work.manager.query<
    { seq: number; title: string; state: TaskState; due: CivilDate | null }[]
  >(`SELECT seq, title, state, effective_due_on AS due FROM task WHERE campaign_id = $1 AND id = $2`, [
    work.campaignId,
    taskId,
  ]);
  if (!task) throw new DomainError('not_found');
  const next = nextPlanningDay(work.calendar, work.now.getTime());
  const unitId = isOffice(work.actor) ? null : work.actor.unitId;
  const rows = await explain(work, { taskId, unitId }, next);
  return {
    task: { id: taskId, number: taskNumber(task.seq), title: task.title },
    note: noteOn(task),
    nextRunOn: next,
    ...rows,
  };
}

function noteOn({
  state,
  due,
}: {
  readonly state: TaskState;
  readonly due: CivilDate | null;
}): string | null {
  if (state === 'draft') return '任务还没有交办，交办以后才提醒。';
  if (state === 'closed' || state === 'cancelled') return `任务${taskStateNames[state]}，不再提醒。`;
  if (due === null) return '任务没有期限，不按期限提醒。';
  return runningStates.includes(state) ? null : `任务${taskStateNames[state]}，恢复办理以前不提醒。`;
}

const daysTold = 60;

/**
 * The same for one person over all their tasks, with what comes in the next two months.
 * @param titles whether who asks may read what the tasks are about
 * @throws DomainError `not_found` when the person is no member of the campaign
 */
export async function explainPersonReminders(
  work: Work,
  accountId: string,
  titles: boolean,
): Promise<PersonReminders> {
  const [person] = await work.manager.query<WhyPerson[]>(
    `SELECT a.id AS "accountId", a.name, u.short_name AS "unitName"
     FROM membership m JOIN account a ON a.id = m.account_id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     WHERE m.campaign_id = $1 AND m.account_id = $2`,
    [work.campaignId, accountId],
  );
  if (!person) throw new DomainError('not_found', { detail: '没有这位人员，或不属于本项创建工作。' });
  const next = nextPlanningDay(work.calendar, work.now.getTime());
  const until = addDays(next, daysTold);
  const { coming, past } = await explain(work, { accountId }, next);
  const shown = (row: WhyRow): WhyRow => (titles ? row : { ...row, task: { ...row.task, title: null } });
  return {
    person,
    nextRunOn: next,
    until,
    coming: coming.filter((row) => row.on <= until).map(shown),
    past: past.map(shown),
  };
}

async function explain(
  work: Work,
  scope: WhyScope,
  next: CivilDate,
): Promise<{ coming: WhyRow[]; past: WhyRow[] }> {
  const { rules } = await readRuleSet(work);
  const people = await readConcernedPeople(work, scope);
  const records = await readReminderRecords(work, scope);
  return {
    coming: explainComing(people, rules, work.calendar, next).map(comingRow),
    past: records.map(pastRow),
  };
}

function comingRow({ person, on, ruleName, outcome, reason }: ComingReminder): WhyRow {
  return {
    outcome,
    on,
    sentAt: null,
    ruleName,
    reason,
    dueOn: person.effectiveDueOn,
    dueStands: true,
    person: { accountId: person.accountId, name: person.personName, unitName: person.unitName },
    task: { id: person.taskId, number: taskNumber(person.seq), title: person.title },
    messageId: null,
  };
}

function pastRow(record: ReminderRecord): WhyRow {
  return {
    ...explainRecord(record),
    on: civilDateAt(record.planned_at.getTime()),
    sentAt: record.sent_at?.toISOString() ?? null,
    ruleName: record.rule_name,
    dueOn: record.due_on,
    dueStands: record.due_stands,
    person: record.person,
    task: { id: record.task_id, number: taskNumber(record.seq), title: record.title },
    messageId: record.message_id,
  };
}
