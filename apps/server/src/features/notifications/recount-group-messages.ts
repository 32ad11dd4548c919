import { runningStates } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { groupBodies } from './group-messages.js';
import { taskKinds } from './message-kinds.js';
import { noticeHoldsSql } from './notice-holds.js';

interface Shrunk {
  readonly id: string;
  readonly standing: readonly string[];
}

// A task stands in the word about digests while one of the digests written with it says of it what still holds: what was
// given back to the planner is said anew, to the group as well. In the word about a report it stands while it is overdue.
// A post under way stays as it is.
const shrunkSql = `
  WITH waiting AS MATERIALIZED (
    SELECT id, kind, batch_id, created_at, task_ids FROM outbox_message
    WHERE campaign_id = $1 AND channel <> 'mail' AND status = 'queued' AND cardinality(task_ids) > 0
      AND ($2::uuid IS NULL OR task_ids @> ARRAY[$2::uuid])
    ORDER BY id FOR UPDATE),
  digest AS MATERIALIZED (
    SELECT w.id AS word_id, o.id, o.account_id, o.task_ids FROM waiting w
    JOIN outbox_message o ON o.campaign_id = $1 AND o.created_at = w.created_at AND o.batch_id = w.batch_id
      AND o.channel = 'mail'
    WHERE w.kind = ANY($4)),
  stands AS (
    SELECT d.word_id, t.id FROM digest d
    JOIN task t ON t.campaign_id = $1 AND t.id = ANY(d.task_ids) AND t.state = ANY($3)
    JOIN reminder r ON r.campaign_id = $1 AND r.task_id = t.id AND r.account_id = d.account_id
      AND r.due_version = t.due_version AND r.message_id = d.id
    UNION
    SELECT d.word_id, t.id FROM digest d
    JOIN escalation_notice n ON n.campaign_id = $1 AND n.message_id = d.id
    JOIN escalation e ON e.campaign_id = $1 AND e.id = n.escalation_id
    JOIN task t ON t.campaign_id = $1 AND t.id = n.task_id
    WHERE ${noticeHoldsSql('$3')}
    UNION
    SELECT w.id, t.id FROM waiting w
    JOIN task t ON t.campaign_id = $1 AND t.id = ANY(w.task_ids) AND t.state = ANY($3) AND t.effective_due_on < $5
    WHERE w.kind <> ALL($4))
  SELECT w.id, coalesce(array_agg(s.id ORDER BY s.id) FILTER (WHERE s.id IS NOT NULL), '{}') AS standing
  FROM waiting w LEFT JOIN stands s ON s.word_id = w.id AND s.id = ANY(w.task_ids)
  GROUP BY w.id, w.task_ids HAVING count(s.id) < cardinality(w.task_ids)`;

/**
 * Counts anew what waiting words to groups say, or withdraws those of which nothing is left: a group reads no number
 * that is no longer true.
 * @param taskId only the words that count this task
 */
export async function recountGroupMessages(work: Work, taskId?: string): Promise<void> {
  const shrunk = await work.manager.query<Shrunk[]>(shrunkSql, [
    work.campaignId,
    taskId ?? null,
    runningStates,
    taskKinds,
    work.today,
  ]);
  if (shrunk.length === 0) return;
  const bodies = await groupBodies(
    work,
    shrunk.map(({ id, standing }) => ({ id, taskIds: standing })),
  );
  const rows = shrunk.map(({ id, standing }) => ({ id, task_ids: standing, body: bodies.get(id) }));
  await work.manager.query(
    `UPDATE outbox_message m SET
       task_ids = CASE WHEN cardinality(r.task_ids) = 0 THEN m.task_ids ELSE r.task_ids END,
       body = CASE WHEN cardinality(r.task_ids) = 0 THEN m.body ELSE r.body END,
       status = CASE WHEN cardinality(r.task_ids) = 0 THEN 'withdrawn' ELSE m.status END,
       last_error = CASE WHEN cardinality(r.task_ids) = 0 THEN '所列任务都已办结、改期或撤销，或已另行汇总' ELSE m.last_error END
     FROM json_to_recordset($2) AS r(id uuid, task_ids uuid[], body text) WHERE m.campaign_id = $1 AND m.id = r.id`,
    [work.campaignId, JSON.stringify(rows)],
  );
}
