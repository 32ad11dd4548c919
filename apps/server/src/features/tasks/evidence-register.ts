import type { Work } from '../../database/unit-of-work.js';

interface DraftFile {
  fileName: string;
  sha256: string;
}

/**
 * The files that a submission will freeze. The task's row is locked first, so no upload can slip in between this
 * reading and the freezing.
 */
export async function draftEvidence(work: Work, taskId: string): Promise<DraftFile[]> {
  await work.manager.query(`SELECT 1 FROM task WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [
    work.campaignId,
    taskId,
  ]);
  return work.manager.query<DraftFile[]>(
    `SELECT file_name AS "fileName", sha256 FROM evidence
     WHERE campaign_id = $1 AND task_id = $2 AND status = 'draft' ORDER BY uploaded_at, id`,
    [work.campaignId, taskId],
  );
}

/** From here on the files of this submission cannot be changed or deleted by anyone. */
export async function freezeEvidence(work: Work, taskId: string, submissionNo: number): Promise<void> {
  await work.manager.query(
    `UPDATE evidence SET status = 'frozen', submission_no = $3
     WHERE campaign_id = $1 AND task_id = $2 AND status = 'draft'`,
    [work.campaignId, taskId, submissionNo],
  );
}
