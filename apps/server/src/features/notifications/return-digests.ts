import { runningStates } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';

/**
 * Gives what withdrawn digests said, and what still stands of it, back to the planner: its next turn says it again, with
 * the dates and counts of then. What no longer stands keeps its record.
 */
export async function returnDigests(work: Work, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await work.manager.query(
    `DELETE FROM reminder r USING outbox_message o, task t
     WHERE o.campaign_id = $1 AND o.id = ANY($2) AND t.campaign_id = $1 AND t.id = ANY(o.task_ids) AND t.state = ANY($3)
       AND r.campaign_id = $1 AND r.task_id = t.id AND r.account_id = o.account_id AND r.due_version = t.due_version
       AND r.message_id = o.id`,
    [work.campaignId, messageIds, runningStates],
  );
  await work.manager.query(
    `UPDATE escalation_notice SET message_id = NULL WHERE campaign_id = $1 AND message_id = ANY($2)`,
    [work.campaignId, messageIds],
  );
}
