import type { Work } from '../../database/unit-of-work.js';
import type { ForeseenRung } from './foresee-rungs.js';
import type { UntoldNotice } from './untold-notices.queries.js';

/**
 * The notices that foreseen rungs will leave behind, as the turn of the reminders will read them: the highest rungs first.
 * One statement, however many rungs.
 */
export function readForeseenNotices(work: Work, rungs: readonly ForeseenRung[]): Promise<UntoldNotice[]> {
  const rows = rungs.flatMap(({ fact, position, rung, ground, replyBy, people }) =>
    people.map((person) => ({
      task_id: fact.taskId,
      account_id: person.accountId,
      clock: fact.clock,
      unit_id: fact.unitId,
      rung: position,
      rung_name: rung.name,
      ground,
      reply_by: replyBy,
    })),
  );
  return work.manager.query<UntoldNotice[]>(
    `SELECT concat_ws(' ', n.task_id, n.account_id, n.clock, n.unit_id) AS id, n.rung, n.rung_name AS "rungName", n.clock,
       n.unit_id AS "unitId", n.ground, NULL AS reason, n.reply_by AS "replyBy", t.id AS "taskId", t.seq, t.title,
       l.number AS "clauseNumber", t.effective_due_on AS "effectiveDueOn", a.id AS "accountId", a.name AS "personName",
       m.role AS "personRole", a.email AS address, u.short_name AS "unitName",
       array_remove(ARRAY[CASE WHEN t.lead_unit_id = m.unit_id THEN 'lead' END,
         CASE WHEN EXISTS (SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
           AND s.unit_id = m.unit_id AND s.state <> 'completed') THEN 'support' END], NULL) AS parts
     FROM json_to_recordset($2) AS n(task_id uuid, account_id uuid, clock text, unit_id uuid, rung int, rung_name text,
       ground text, reply_by date)
     JOIN task t ON t.campaign_id = $1 AND t.id = n.task_id
     JOIN account a ON a.id = n.account_id
     JOIN membership m ON m.campaign_id = $1 AND m.account_id = a.id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     LEFT JOIN clause l ON l.campaign_id = t.campaign_id AND l.id = t.clause_id
     ORDER BY n.rung DESC, n.clock, t.effective_due_on, t.seq, a.id`,
    [work.campaignId, JSON.stringify(rows)],
  );
}
