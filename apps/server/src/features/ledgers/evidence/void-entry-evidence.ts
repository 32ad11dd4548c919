import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { appendEntryEvents } from '../entries/entry-events.js';
import { refusePersonalNumbers } from '../entries/refuse-personal-numbers.js';
import { requireEntryUpload } from './add-entry-evidence.js';
import { findEntryEvidence } from './entry-evidence.queries.js';

/**
 * 作废 with a reason: the file stays on record and does not count any more.
 * @throws DomainError `not_found`, `evidence_frozen` once it belongs to an application, `wrong_state`, `forbidden`
 */
export async function voidEntryEvidence(
  work: Work,
  ids: { readonly entryId: string; readonly evidenceId: string },
  reason: string,
): Promise<void> {
  const row = await findEntryEvidence(work, ids.entryId, ids.evidenceId);
  if (row.applicationNo !== null) {
    throw new DomainError('evidence_frozen', {
      detail: `“${row.fileName}”已随第 ${row.applicationNo} 次申请提交。`,
    });
  }
  const entry = await requireEntryUpload(work, ids.entryId);
  refusePersonalNumbers([{ pointer: '/reason', name: '作废理由', text: reason }]);
  if (row.voidedAt !== null) throw new DomainError('wrong_state', { detail: '这份佐证已经作废。' });
  await work.manager.query(
    `UPDATE ledger_evidence SET voided_at = $3, void_reason = $4 WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, ids.evidenceId, work.now, reason.trim()],
  );
  await appendEntryEvents(work, [
    {
      entryId: entry.id,
      action: 'evidence_voided',
      fromState: entry.state,
      toState: entry.state,
      note: reason,
      detail: { lines: [`${row.fileName}（SHA-256 ${row.sha256}）`] },
    },
  ]);
}
