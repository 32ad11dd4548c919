import type { CivilDate } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { ReminderFact } from './plan-reminders.js';

export type Part = 'lead' | 'support';

/** A task for one person, with what the digest says of both. */
export interface TaskForPerson extends ReminderFact {
  readonly seq: number;
  readonly title: string;
  readonly clauseNumber: string | null;
  readonly personName: string;
  readonly personRole: Role;
  readonly address: string | null;
  readonly unitName: string;
  /** All the parts the person's unit has in the task: one line names them all. */
  readonly parts: readonly Part[];
}

/**
 * Running tasks due before the horizon, once for every person they concern: the active people of the
 * lead unit, whatever their role, and of supporting units whose part is not completed. One statement, however many tasks.
 */
export function readReminderFacts(work: Work, horizon: CivilDate): Promise<TaskForPerson[]> {
  return work.manager.query<TaskForPerson[]>(
    `SELECT t.id AS "taskId", t.seq, t.title, c.number AS "clauseNumber", t.effective_due_on AS "effectiveDueOn",
       t.due_version AS "dueVersion", a.id AS "accountId", a.name AS "personName", m.role AS "personRole",
       a.email AS address, u.short_name AS "unitName", p.parts,
       (SELECT coalesce(array_agg(substr(r.rule, length($3) + 1)), '{}') FROM reminder r
         WHERE r.campaign_id = t.campaign_id AND r.task_id = t.id AND r.account_id = a.id
           AND r.due_version = t.due_version AND starts_with(r.rule, 'exercise:') = ($3 <> '')) AS recorded
     FROM task t
     JOIN LATERAL (
       SELECT part.unit_id, array_agg(part.name ORDER BY part.name) AS parts
       FROM (SELECT t.lead_unit_id AS unit_id, 'lead' AS name
             UNION ALL
             SELECT s.unit_id, 'support' FROM task_support s
             WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.state <> 'completed') part
       GROUP BY part.unit_id) p ON TRUE
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = p.unit_id
     JOIN membership m ON m.campaign_id = t.campaign_id AND m.unit_id = p.unit_id
     JOIN account a ON a.id = m.account_id AND a.active
     LEFT JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id
     WHERE t.campaign_id = $1 AND t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < $2
     ORDER BY t.effective_due_on, t.seq, a.id`,
    [work.campaignId, horizon, realm(work)],
  );
}
