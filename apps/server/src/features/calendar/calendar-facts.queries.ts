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

const dateOf = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

// Receipts not yet given, and the review that is on: what has ended stays as it was.
const sidesSql = `
  SELECT 'receipt' AS kind, NULL::uuid AS "unitId", ${dateOf('t.assigned_at')} AS "startOn", t.receipt_due_on AS "dueOn"
    WHERE t.signed_at IS NULL AND t.receipt_due_on IS NOT NULL
  UNION ALL
  SELECT 'verification', NULL, ${dateOf('t.submitted_at')}, t.verification_due_on
    WHERE t.state = 'in_review' AND t.verification_due_on IS NOT NULL
  UNION ALL
  SELECT 'support_receipt', s.unit_id, ${dateOf('t.assigned_at')}, s.receipt_due_on FROM task_support s
    WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.state = 'assigned' AND s.receipt_due_on IS NOT NULL`;

/**
 * Every open task that has a date of any kind, in one statement; closed and cancelled ones never move.
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
       (SELECT json_build_object('recurrence', rr.recurrence, 'period', i.period)
         FROM recurring_instance i JOIN recurring_rule rr ON rr.campaign_id = i.campaign_id AND rr.id = i.rule_id
         WHERE i.campaign_id = t.campaign_id AND i.task_id = t.id) AS recurring,
       (SELECT coalesce(json_agg(side ORDER BY side.kind, side."unitId"), '[]') FROM (${sidesSql}) side) AS sides,
       array_prepend(t.lead_unit_id, ARRAY(SELECT s.unit_id FROM task_support s
         WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id ORDER BY s.unit_id)) AS "unitIds"
     FROM task t JOIN campaign k ON k.id = t.campaign_id
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE ($1::uuid IS NULL OR t.campaign_id = $1) AND t.state NOT IN ('closed', 'cancelled')
       AND (t.due_on IS NOT NULL OR t.receipt_due_on IS NOT NULL)
     ORDER BY t.campaign_id, t.seq`,
    [campaignId],
  );
}
