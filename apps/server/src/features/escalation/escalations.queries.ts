import type { Work } from '../../database/unit-of-work.js';
import { requireVisibleTask } from '../tasks/tasks.module.js';
import type { EscalationRow, Escalations } from './ladder.dto.js';

/** What the ladder did to a task, oldest first: when, on which ground, by whom, and who was told. @throws DomainError `not_found` */
export async function readEscalations(work: Work, taskId: string): Promise<Escalations> {
  await requireVisibleTask(work, taskId);
  const rows = await work.manager.query<(Omit<EscalationRow, 'at'> & { at: Date })[]>(
    `SELECT e.id, e.clock, u.short_name AS "unitName", e.rung, e.rung_name AS name, e.rung_colour AS colour, e.outcome, e.ground, e.reason,
       e.actor_name AS "actorName", e.reply_by AS "replyBy", e.raised_at AS at,
       ARRAY(SELECT a.name FROM escalation_notice n JOIN account a ON a.id = n.account_id
         WHERE n.campaign_id = e.campaign_id AND n.escalation_id = e.id ORDER BY a.name) AS told
     FROM escalation e JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
     WHERE e.campaign_id = $1 AND e.task_id = $2 AND e.rehearsal = $3
     ORDER BY e.raised_at, e.rung, e.id`,
    [work.campaignId, taskId, work.exercise],
  );
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}
