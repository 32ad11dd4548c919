import type { EntityManager } from 'typeorm';
import type { CalendarFact } from './calendar-impact.js';

export interface CampaignFact extends CalendarFact {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly seq: number;
  readonly unitName: string;
  /** Lead unit and supporting units. */
  readonly unitIds: readonly string[];
}

/**
 * Every open task that has a due date, in one statement; closed and cancelled ones never move.
 * @param campaignId null: of every campaign
 */
export function readCalendarFacts(
  manager: EntityManager,
  campaignId: string | null,
): Promise<CampaignFact[]> {
  return manager.query<CampaignFact[]>(
    `SELECT t.campaign_id AS "campaignId", k.name AS "campaignName", t.id AS "taskId", t.seq, t.state, t.version,
       t.due_version AS "dueVersion", t.due_on AS "dueOn", t.effective_due_on AS "effectiveDueOn",
       t.paused_days AS "pausedDays", t.due_rule AS "dueRule", u.name AS "unitName",
       array_prepend(t.lead_unit_id, ARRAY(SELECT s.unit_id FROM task_support s
         WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id ORDER BY s.unit_id)) AS "unitIds"
     FROM task t JOIN campaign k ON k.id = t.campaign_id
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE ($1::uuid IS NULL OR t.campaign_id = $1) AND t.state NOT IN ('closed', 'cancelled') AND t.due_on IS NOT NULL AND t.effective_due_on IS NOT NULL
     ORDER BY t.campaign_id, t.seq`,
    [campaignId],
  );
}
