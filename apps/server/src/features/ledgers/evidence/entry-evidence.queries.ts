import { DomainError } from '#kernel';
import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { PersonRef } from '../../../http/refs.dto.js';
import type { EvidenceKind } from '../../tasks/tasks.module.js';
import type { LedgerEvidenceRow } from '../entries/entry-views.dto.js';
import { type EntryFacts, mayAddEvidence } from '../entries/ledger.policy.js';
import { visibleEntriesSql } from '../entries/visible-entries.js';

interface EvidenceRecord {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: string;
  readonly sha256: string;
  readonly application_no: number | null;
  readonly voided_at: Date | null;
  readonly void_reason: string | null;
  readonly uploader: PersonRef;
  readonly uploaded_at: Date;
  readonly entry: Pick<EntryFacts, 'state' | 'unitId' | 'townshipId'>;
}

/** Files of an entry, if the actor may see it, the oldest first. @param id only this one */
export async function readEntryEvidence(
  work: Work,
  entryId: string,
  id?: string,
): Promise<LedgerEvidenceRow[]> {
  const parameters = new Parameters();
  const rows = await work.manager.query<EvidenceRecord[]>(
    `SELECT f.id, f.kind, f.file_name, f.media_type, f.size, f.sha256, f.application_no, f.voided_at, f.void_reason,
       f.uploaded_at, json_build_object('id', a.id, 'name', a.name) AS uploader,
       json_build_object('state', e.state, 'unitId', e.unit_id, 'townshipId', e.township_id) AS entry
     FROM ledger_evidence f
     JOIN ledger_entry e ON e.campaign_id = f.campaign_id AND e.id = f.entry_id
     JOIN account a ON a.id = f.uploaded_by
     WHERE f.campaign_id = ${parameters.add(work.campaignId)} AND f.entry_id = ${parameters.add(entryId)}
       AND ${id === undefined ? 'TRUE' : `f.id = ${parameters.add(id)}`} AND ${visibleEntriesSql(parameters, work.actor)}
     ORDER BY f.id`,
    parameters.values,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: Number(row.size),
    sha256: row.sha256,
    applicationNo: row.application_no,
    voidedAt: row.voided_at?.toISOString() ?? null,
    voidReason: row.void_reason,
    uploadedBy: row.uploader,
    uploadedAt: row.uploaded_at.toISOString(),
    canVoid: row.application_no === null && row.voided_at === null && mayAddEvidence(work.actor, row.entry),
  }));
}

/** @throws DomainError `not_found` when there is none, or the entry is not visible to this unit */
export async function findEntryEvidence(
  work: Work,
  entryId: string,
  evidenceId: string,
): Promise<LedgerEvidenceRow> {
  const [row] = await readEntryEvidence(work, entryId, evidenceId);
  if (!row) throw new DomainError('not_found', { detail: '没有这份佐证，或不属于本单位。' });
  return row;
}
