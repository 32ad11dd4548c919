import type { Work } from '../../database/unit-of-work.js';

/**
 * Takes back what waits to be sent about this one task, within the caller's transaction. A message that also speaks of
 * other tasks still goes out for them.
 * @param reason why, as the outbox shows it
 */
export async function withdrawTaskMessages(work: Work, taskId: string, reason: string): Promise<void> {
  await work.manager.query(
    `UPDATE outbox_message SET status = 'withdrawn', last_error = $3
     WHERE campaign_id = $1 AND status = 'queued' AND kind = 'reminder_digest' AND task_ids = ARRAY[$2::uuid]`,
    [work.campaignId, taskId, reason],
  );
}
