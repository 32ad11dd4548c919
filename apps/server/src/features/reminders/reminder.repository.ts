import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { ReminderFact } from './plan-reminders.js';
import type { DecidedReminder } from './yield-to-rungs.js';

/**
 * Records what was decided, in one statement. The primary key makes doing it twice an error, not a second mail. A task and
 * person are told to the database once with all their rules, and what the rules say once for all of them: that is an
 * eighth of what the rows themselves would be as text.
 */
export async function insertReminders(
  work: Work,
  runId: string,
  decided: readonly DecidedReminder[],
  /** Message by account. */
  messages: ReadonlyMap<string, string>,
): Promise<void> {
  if (decided.length === 0) return;
  const { facts, words } = gathered(decided);
  const rows = [...facts].map(([fact, said]) => ({
    task_id: fact.taskId,
    account_id: fact.accountId,
    due_version: fact.dueVersion,
    due: fact.effectiveDueOn,
    message_id: messages.get(fact.accountId),
    said,
  }));
  await work.manager.query(
    `INSERT INTO reminder (campaign_id, run_id, task_id, account_id, due_version, effective_due_on, rule, rule_name, outcome,
       message_id, planned_at)
     SELECT $1, $2, f.task_id, f.account_id, f.due_version, f.due, $5 || w.rule, w.name, w.outcome,
       CASE WHEN w.carried THEN f.message_id END, $3
     FROM json_to_recordset($4) AS f(task_id uuid, account_id uuid, due_version int, due date, message_id uuid, said int[])
     CROSS JOIN unnest(f.said) AS said(id)
     JOIN json_to_recordset($6) AS w(id int, rule text, name text, outcome text, carried boolean) ON w.id = said.id`,
    [work.campaignId, runId, work.now, JSON.stringify(rows), realm(work), JSON.stringify(words)],
  );
}

interface Word {
  readonly id: number;
  readonly rule: string;
  readonly name: string;
  readonly outcome: string;
  readonly carried: boolean;
}

/** Each fact with the numbers of what is said of it. */
function gathered(decided: readonly DecidedReminder[]): {
  readonly facts: ReadonlyMap<ReminderFact, readonly number[]>;
  readonly words: readonly Word[];
} {
  const facts = new Map<ReminderFact, number[]>();
  const words = new Map<string, Word>();
  for (const { fact, rule, ruleName: name, outcome, carried } of decided) {
    const key = `${outcome} ${carried} ${rule} ${name}`;
    const word = words.get(key) ?? { id: words.size, rule, name, outcome, carried };
    words.set(key, word);
    const said = facts.get(fact);
    if (said) said.push(word.id);
    else facts.set(fact, [word.id]);
  }
  return { facts, words: [...words.values()] };
}
