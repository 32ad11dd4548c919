import type { Work } from '../../database/unit-of-work.js';
import { recountGroupMessages } from './recount-group-messages.js';
import { returnDigests } from './return-digests.js';

/**
 * Takes back the digests that wait to be sent and speak of this task, within the caller's transaction, and takes it out
 * of what waits for the chat groups. What the digests say of other tasks comes in a new one at the next turn.
 * @param reason why, as the outbox shows it
 */
export async function withdrawTaskMessages(work: Work, taskId: string, reason: string): Promise<void> {
  const [withdrawn] = await work.manager.query<[{ id: string }[]]>(
    `UPDATE outbox_message SET status = 'withdrawn', last_error = $3 ||
       CASE WHEN cardinality(task_ids) > 1 THEN '，所列其他任务另行汇总' ELSE '' END
     WHERE campaign_id = $1 AND status = 'queued' AND kind = 'reminder_digest' AND channel = 'mail'
       AND task_ids @> ARRAY[$2::uuid]
     RETURNING id`,
    [work.campaignId, taskId, reason],
  );
  await returnDigests(
    work,
    withdrawn.map((message) => message.id),
  );
  await recountGroupMessages(work, taskId);
}
