import { type CivilDate, DomainError } from '#kernel';
import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { EvidenceKind } from '../../tasks/tasks.module.js';
import type { ClosingGround, DataOutcome, LedgerState } from '../ledger-state.js';
import type { EntryFields } from './entry-fields.js';
import { visibleEntriesSql } from './visible-entries.js';

/** An entry as the operations work on it, its row locked until the transaction ends. */
export interface LockedEntry {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly state: LedgerState;
  readonly unitId: string | null;
  readonly townshipId: string | null;
  readonly cause: string | null;
  readonly measure: string | null;
  readonly measureNote: string | null;
  readonly projectId: string | null;
  readonly dueOn: CivilDate | null;
  readonly targetYear: number | null;
  readonly fields: EntryFields;
  readonly openedBy: string | null;
  readonly appliedBy: string | null;
  readonly recheckedBy: string | null;
  readonly applicationNo: number;
  readonly closingGround: ClosingGround | null;
  readonly dataOutcome: DataOutcome | null;
  readonly dataAsOf: CivilDate | null;
  readonly version: number;
}

/** @throws DomainError `not_found` when there is none, or it is not visible to this unit */
export async function lockEntry(work: Work, id: string): Promise<LockedEntry> {
  const parameters = new Parameters();
  const [entry] = await work.manager.query<LockedEntry[]>(
    `SELECT e.id, e.seq, e.kind, e.state, e.unit_id AS "unitId", e.township_id AS "townshipId", e.cause, e.measure,
       e.measure_note AS "measureNote", e.project_id AS "projectId", e.due_on AS "dueOn", e.target_year AS "targetYear",
       e.fields, e.opened_by AS "openedBy", e.applied_by AS "appliedBy", e.rechecked_by AS "recheckedBy",
       e.application_no AS "applicationNo", e.closing_ground AS "closingGround", e.data_outcome AS "dataOutcome",
       e.data_as_of AS "dataAsOf", e.version
     FROM ledger_entry e
     WHERE e.campaign_id = ${parameters.add(work.campaignId)} AND e.id = ${parameters.add(id)}
       AND ${visibleEntriesSql(parameters, work.actor)}
     FOR UPDATE OF e`,
    parameters.values,
  );
  if (!entry) throw new DomainError('not_found', { detail: '没有这条台账，或不属于本单位。' });
  return entry;
}

/** An entry at the version the reader saw. @throws DomainError `not_found`, `stale_version` */
export async function lockSeenEntry(work: Work, id: string, version: number): Promise<LockedEntry> {
  const entry = await lockEntry(work, id);
  if (entry.version === version) return entry;
  throw new DomainError('stale_version', { detail: '这条台账刚有人办过，您看到的不是最新内容。' });
}

/** A file that still can be part of the next application. */
export interface DraftEvidence {
  readonly kind: EvidenceKind;
  readonly fileName: string;
  readonly sha256: string;
}

export function readDrafts(work: Work, entryId: string): Promise<DraftEvidence[]> {
  return work.manager.query<DraftEvidence[]>(
    `SELECT kind, file_name AS "fileName", sha256 FROM ledger_evidence
     WHERE campaign_id = $1 AND entry_id = $2 AND application_no IS NULL AND voided_at IS NULL ORDER BY id`,
    [work.campaignId, entryId],
  );
}
