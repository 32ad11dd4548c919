import { addDays, type CivilDate, civilDate, DomainError } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { nextPlanningDay } from '../../jobs/slots.js';
import { foreseeRungs, type ForecastSpan } from '../escalation/escalation.module.js';
import {
  isOffice,
  requireVisibleTask,
  runningStates,
  taskNumber,
  type TaskState,
  taskStateNames,
} from '../tasks/tasks.module.js';
import { readConcernedPeople } from './concerned-people.queries.js';
import { explainComing, furthestDays } from './explain-coming.js';
import { type ComingLine, joinComing } from './join-coming.js';
import { placeOf } from './place-of-person.js';
import { readReminderRecords, type WhyScope } from './reminder-records.queries.js';
import { readRuleSet } from './reminder-rules.queries.js';
import type { PersonReminders, TaskReminders, WhyPerson, WhyRow } from './reminder-why.dto.js';
import { blockedReason, readSendingState } from './sending-state.js';
import { comingRow, foreseenRows, pastRow } from './why-rows.js';

/**
 * What was, and what will be sent about a task, to whom, and why not, by rules and by the ladder. The offices see
 * everyone, a unit's people those of their own unit.
 * @throws DomainError `not_found`
 */
export async function explainTaskReminders(
  work: Work,
  taskId: string,
  mailConfigured: boolean,
): Promise<TaskReminders> {
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
  const span = { first: next, last: addDays(next, furthestDays) };
  const rows = await explain(work, { taskId, unitId }, span, mailConfigured);
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
const comingShown = 300;

/**
 * The same for one person over all their tasks, with what comes in the next two months.
 * @param titles whether who asks may read what the tasks are about
 * @throws DomainError `not_found` when the person is no member of the campaign
 */
export async function explainPersonReminders(
  work: Work,
  accountId: string,
  titles: boolean,
  mailConfigured: boolean,
): Promise<PersonReminders> {
  const [found] = await work.manager.query<(WhyPerson & { role: Role })[]>(
    `SELECT a.id AS "accountId", a.name, m.role, u.short_name AS "unitName"
     FROM membership m JOIN account a ON a.id = m.account_id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     WHERE m.campaign_id = $1 AND m.account_id = $2`,
    [work.campaignId, accountId],
  );
  if (!found) throw new DomainError('not_found', { detail: '没有这位人员，或不属于本项创建工作。' });
  const { role, ...person } = found;
  const next = nextPlanningDay(work.calendar, work.now.getTime());
  const span = { first: next, last: addDays(next, daysTold) };
  const { coming, past, blocked } = await explain(work, { accountId }, span, mailConfigured);
  const until = shownUntil(coming, span.last);
  const shown = (row: WhyRow): WhyRow =>
    titles ? row : { ...row, task: { ...row.task, title: null }, ground: null };
  return {
    person: { ...person, unitName: placeOf(role, person.unitName) },
    blocked,
    nextRunOn: next,
    until,
    coming: coming.filter((row) => row.on <= until).map(shown),
    past: past.map(shown),
  };
}

/** Whole days, and no more of them than a page holds. */
function shownUntil(coming: readonly WhyRow[], last: CivilDate): CivilDate {
  const [first] = coming;
  const beyond = coming[comingShown];
  if (!first || !beyond) return last;
  return beyond.on === first.on ? civilDate(first.on) : addDays(civilDate(beyond.on), -1);
}

interface Explained {
  readonly coming: WhyRow[];
  readonly past: WhyRow[];
  readonly blocked: string | null;
}

async function explain(
  work: Work,
  scope: WhyScope,
  span: ForecastSpan,
  mailConfigured: boolean,
): Promise<Explained> {
  const sending = await readSendingState(work, mailConfigured);
  const { rules } = await readRuleSet(work);
  const people = await readConcernedPeople(work, scope);
  const records = await readReminderRecords(work, scope);
  const past = records.map((record) => pastRow(record, sending));
  const reminders = explainComing(people, rules, work.calendar, span.first).map((one) => ({
    row: comingRow(one),
    unitId: null,
  }));
  const rungs = await foreseenFor(work, scope, span);
  const coming = [...reminders.filter(({ row }) => row.on <= span.last), ...rungs];
  // Of an exercise every page tells already.
  const blocked = sending.exercise ? null : blockedReason(sending);
  return { coming: joinComing(coming, past, span.first), past, blocked };
}

/** What the ladder will tell the persons asked about; of a task also where it will find nobody. */
async function foreseenFor(
  work: Work,
  { taskId, accountId, unitId }: WhyScope,
  span: ForecastSpan,
): Promise<ComingLine[]> {
  const rungs = await foreseeRungs(work, span, taskId ?? null);
  const units = await work.manager.query<{ id: string; name: string }[]>(
    `SELECT id, short_name AS name FROM unit WHERE campaign_id = $1`,
    [work.campaignId],
  );
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rungs.flatMap((rung) => {
    const people = rung.people.filter(
      (person) =>
        (accountId === undefined || person.accountId === accountId) &&
        (unitId === undefined || unitId === null || person.unitId === unitId),
    );
    const foundNobody = rung.outcome === 'skipped_empty' && taskId !== undefined;
    if (people.length === 0 && !foundNobody) return [];
    return foreseenRows({ ...rung, people }, names).map((row) => ({ row, unitId: rung.fact.unitId }));
  });
}
