import { DomainError } from '#kernel';
import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { PersonRef } from '../../../http/refs.dto.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import { readEntryEvents, toCourse } from './entry-history.queries.js';
import { readEntryEvidence } from '../evidence/entry-evidence.queries.js';
import { conditionFault } from './entry-fields.js';
import { type EntryRecord, entryRowsSql, toLedgerRow } from './entry-row.queries.js';
import type { LedgerEntryView } from './entry-views.dto.js';
import { kindView } from './kind-view.js';
import { type EntryFacts, entryOffers, maySetResponsibility } from './ledger.policy.js';
import { visibleEntriesSql } from './visible-entries.js';

interface EntryPeople {
  opened: PersonRef | null;
  applied: PersonRef | null;
  rechecked: PersonRef | null;
  confirmed: PersonRef | null;
  application_no: number;
  task_id: string | null;
}

/** All that the page of an entry shows. @throws DomainError `not_found` when it is not visible to this unit */
export async function readEntryView(work: Work, kinds: LedgerKinds, id: string): Promise<LedgerEntryView> {
  const record = await readRecord(work, id);
  const kind = kinds.get(record.kind);
  const events = await readEntryEvents(work, id);
  const facts: EntryFacts = {
    state: record.state,
    unitId: record.unit?.id ?? null,
    townshipId: record.township?.id ?? null,
    openedBy: record.opened?.id ?? null,
    appliedBy: record.applied?.id ?? null,
    recheckedBy: record.rechecked?.id ?? null,
  };
  const evidence = await readEntryEvidence(work, id);
  const drafts = evidence.filter(
    ({ applicationNo, voidedAt }) => applicationNo === null && voidedAt === null,
  );
  const shownKind = kindView(kind, work.actor);
  return {
    ...toLedgerRow(work, kinds, record),
    kindView: shownKind,
    openedBy: record.opened,
    appliedBy: record.applied,
    recheckedBy: record.rechecked,
    confirmedBy: record.confirmed,
    applicationNo: record.application_no,
    taskId: record.task_id,
    conditionFault: conditionFault(kind, record.fields),
    missingEvidence: shownKind.evidence.filter((one) => !drafts.some((draft) => draft.kind === one)),
    offers: entryOffers(work.actor, facts, kind),
    maySetResponsibility: maySetResponsibility(work.actor),
    course: toCourse(events),
    events: events.map(({ detail: _, ...event }) => event),
    evidence,
  };
}

async function readRecord(work: Work, id: string): Promise<EntryRecord & EntryPeople> {
  const parameters = new Parameters();
  const person = (column: string): string =>
    `(SELECT json_build_object('id', a.id, 'name', a.name) FROM account a WHERE a.id = x.${column})`;
  const where = `e.id = ${parameters.add(id)} AND ${visibleEntriesSql(parameters, work.actor)}`;
  const [record] = await work.manager.query<(EntryRecord & EntryPeople)[]>(
    `SELECT r.*, x.application_no, x.task_id, ${person('opened_by')} AS opened, ${person('applied_by')} AS applied,
       ${person('rechecked_by')} AS rechecked, ${person('confirmed_by')} AS confirmed
     FROM (${entryRowsSql(parameters, work, where)}) r
     JOIN ledger_entry x ON x.campaign_id = ${parameters.add(work.campaignId)} AND x.id = r.id`,
    parameters.values,
  );
  if (!record) throw new DomainError('not_found', { detail: '没有这条台账，或不属于本单位。' });
  return record;
}
