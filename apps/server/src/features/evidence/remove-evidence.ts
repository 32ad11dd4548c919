import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, readEvidenceRows, recordTaskEvent } from '../tasks/tasks.module.js';

/**
 * Withdraws a draft of one's own. The bytes stay in the store until the sweeper finds that no row speaks of them.
 * @throws DomainError `evidence_frozen` once it was submitted, `forbidden` when someone else uploaded it
 */
export async function removeEvidence(
  work: Work,
  ids: { readonly taskId: string; readonly evidenceId: string },
): Promise<void> {
  await lockVisibleTask(work, ids.taskId);
  const [row] = await readEvidenceRows(work, ids.taskId, ids.evidenceId);
  if (!row) throw new DomainError('not_found', { detail: '没有这份佐证，可能已被删除。' });
  if (row.status !== 'draft') throw new DomainError('evidence_frozen');
  if (!row.canDelete) throw new DomainError('forbidden', { detail: '只能删除自己上传的佐证草稿。' });
  await work.manager.query(
    `DELETE FROM evidence WHERE campaign_id = $1 AND task_id = $2 AND id = $3 AND status = 'draft'`,
    [work.campaignId, ids.taskId, ids.evidenceId],
  );
  await recordTaskEvent(work, {
    taskId: ids.taskId,
    action: 'evidence_removed',
    changes: [
      { field: 'evidence', name: '佐证', before: `${row.fileName} SHA-256 ${row.sha256}`, after: null },
    ],
  });
}
