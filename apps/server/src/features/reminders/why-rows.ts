import { civilDateAt } from '#kernel';
import type { ForeseenRung } from '../escalation/escalation.module.js';
import { taskNumber } from '../tasks/tasks.module.js';
import type { ComingReminder } from './explain-coming.js';
import { explainRecord, noAddress, nobodyFound } from './explain-record.js';
import { placeOf } from './place-of-person.js';
import type { ReminderRecord } from './reminder-records.queries.js';
import type { WhyPerson, WhyRow } from './reminder-why.dto.js';
import type { SendingState } from './sending-state.js';

/** What a rule will say. */
export function comingRow({ person, on, ruleName, outcome, reason }: ComingReminder): WhyRow {
  return {
    outcome,
    on,
    sentAt: null,
    ruleName,
    rung: null,
    ground: null,
    reason,
    dueOn: person.effectiveDueOn,
    dueStands: true,
    person: { accountId: person.accountId, name: person.personName, unitName: person.unitName },
    task: { id: person.taskId, number: taskNumber(person.seq), title: person.title },
    messageId: null,
  };
}

/** What a rung will say, a row for everybody it finds, or one that says it finds nobody. */
export function foreseenRows(
  { fact, on, position, rung, ground, people }: ForeseenRung,
  unitNames: ReadonlyMap<string, string>,
): WhyRow[] {
  const row = {
    on,
    sentAt: null,
    ruleName: rung.name,
    rung: { rung: position, colour: rung.colour },
    ground,
    dueOn: fact.dueOn,
    dueStands: true,
    task: { id: fact.taskId, number: taskNumber(fact.seq), title: fact.title },
    messageId: null,
  };
  if (people.length === 0) return [{ ...row, outcome: 'suppressed', reason: nobodyFound, person: null }];
  return people.map(({ accountId, name, role, unitId, address }) => {
    const unitName = placeOf(role, unitNames.get(unitId ?? '') ?? null);
    const person: WhyPerson = { accountId, name, unitName };
    return address === null
      ? { ...row, outcome: 'suppressed', reason: noAddress, person }
      : { ...row, outcome: 'planned', reason: null, person };
  });
}

export function pastRow(record: ReminderRecord, sending: SendingState): WhyRow {
  return {
    ...explainRecord(record, sending),
    on: civilDateAt(record.at.getTime()),
    sentAt: record.sent_at?.toISOString() ?? null,
    ruleName: record.name,
    rung:
      record.rung === null || record.colour === null ? null : { rung: record.rung, colour: record.colour },
    ground: record.ground,
    dueOn: record.due_on,
    dueStands: record.due_stands,
    person: record.person,
    task: { id: record.task_id, number: taskNumber(record.seq), title: record.title },
    messageId: record.message_id,
  };
}
