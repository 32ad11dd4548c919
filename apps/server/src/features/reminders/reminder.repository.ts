import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { DecidedReminder } from './yield-to-rungs.js';

/** Records what was decided, in one statement. The primary key makes doing it twice an error, not a second mail. */
export async function insertReminders(
  work: Work,
  runId: string,
  decided: readonly DecidedReminder[],
  /** Message by account. */
  messages: ReadonlyMap<string, string>,
): Promise<void> {
  if (decided.length === 0) return;
  const rows = decided.map(({ fact, rule, ruleName, outcome, carried }) => ({
    task_id: fact.taskId,
    account_id: fact.accountId,
    due_version: fact.dueVersion,
    due: fact.effectiveDueOn,
    rule: realm(work) + rule,
    rule_name: ruleName,
    outcome,
    message_id: carried ? messages.get(fact.accountId) : null,
  }));
  await work.manager.query(
    `INSERT INTO reminder (campaign_id, run_id, task_id, account_id, due_version, effective_due_on, rule, rule_name, outcome,
       message_id, planned_at)
     SELECT $1, $2, r.task_id, r.account_id, r.due_version, r.due, r.rule, r.rule_name, r.outcome, r.message_id, $3
     FROM json_to_recordset($4) AS r(task_id uuid, account_id uuid, due_version int, due date, rule text, rule_name text,
       outcome text, message_id uuid)`,
    [work.campaignId, runId, work.now, JSON.stringify(rows)],
  );
}
