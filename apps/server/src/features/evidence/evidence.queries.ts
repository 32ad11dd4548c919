import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { type EvidenceRow, readEvidenceRows, requireVisibleTask } from '../tasks/tasks.module.js';

/**
 * One file of a task the actor may see.
 * @throws DomainError `not_found` when there is none, or the task is not visible to this unit
 */
export async function findEvidence(work: Work, taskId: string, evidenceId: string): Promise<EvidenceRow> {
  await requireVisibleTask(work, taskId);
  const [row] = await readEvidenceRows(work, taskId, evidenceId);
  if (!row) throw new DomainError('not_found', { detail: '没有这份佐证，可能已被删除。' });
  return row;
}
