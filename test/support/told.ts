import type { Office } from './office.js';

/** What was recorded of tasks and people, in words that hold in every database. */
export interface Told {
  /** Every rung with its clock, term and day. */
  readonly rungs: readonly string[];
  /** Whom each rung was to tell, and whether it did. */
  readonly notices: readonly string[];
  readonly papers: readonly string[];
  readonly reminders: readonly string[];
}

/** @param messages ids of those that arrived */
export async function toldBy(office: Office, messages: readonly string[]): Promise<Told> {
  const lines = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    (await office.query<{ line: string }>(sql, parameters)).map(({ line }) => line).toSorted();
  return {
    rungs: await lines(
      `SELECT concat_ws(' ', t.title, e.clock, e.due_version, e.rung, e.rung_name, e.outcome, e.raised_on, e.reply_by, e.ground)
         AS line FROM escalation e JOIN task t ON t.id = e.task_id`,
    ),
    notices: await lines(
      `SELECT concat_ws(' ', t.title, e.clock, n.due_version, n.rung, a.name,
         CASE WHEN n.message_id = ANY($1) THEN 'told' ELSE 'untold' END) AS line
       FROM escalation_notice n JOIN escalation e ON e.id = n.escalation_id JOIN task t ON t.id = n.task_id
       JOIN account a ON a.id = n.account_id`,
      [messages],
    ),
    papers: await lines(
      `SELECT concat_ws(' ', p.kind, u.name, t.title) AS line FROM paper_request p JOIN unit u ON u.id = p.unit_id
       JOIN task t ON t.id = ANY(p.task_ids)`,
    ),
    reminders: await lines(
      `SELECT concat_ws(' ', t.title, r.due_version, r.rule, r.outcome, a.name,
         CASE WHEN r.message_id = ANY($1) THEN 'told' ELSE 'untold' END) AS line
       FROM reminder r JOIN task t ON t.id = r.task_id JOIN account a ON a.id = r.account_id`,
      [messages],
    ),
  };
}
