import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { PlannedReminder } from './plan-reminders.js';

/** Records what was decided, in one statement. The unique key makes doing it twice an error, not a second mail. */
export async function insertReminders(
  work: Work,
  runId: string,
  planned: readonly PlannedReminder[],
  /** Message by account. */
  messages: ReadonlyMap<string, string>,
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ fact, rule, outcome }) => ({
    id: work.newId(),
    task_id: fact.taskId,
    account_id: fact.accountId,
    due_version: fact.dueVersion,
    rule: realm(work) + rule,
    outcome,
    message_id: outcome === 'queued' ? messages.get(fact.accountId) : null,
  }));
  await work.manager.query(
    `INSERT INTO reminder (campaign_id, id, run_id, task_id, account_id, due_version, rule, outcome, message_id, planned_at)
     SELECT $1, r.id, $2, r.task_id, r.account_id, r.due_version, r.rule, r.outcome, r.message_id, $3
     FROM json_to_recordset($4) AS r(id uuid, task_id uuid, account_id uuid, due_version int, rule text, outcome text,
       message_id uuid)`,
    [work.campaignId, runId, work.now, JSON.stringify(rows)],
  );
}
