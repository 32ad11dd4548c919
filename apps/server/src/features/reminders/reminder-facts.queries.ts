import { addDays, type CivilDate } from '#kernel';
import type { Role } from '../../database/actor.js';
import type { Work } from '../../database/unit-of-work.js';
import { realm } from '../../jobs/claim-slot.js';
import type { ReminderFact } from './plan-reminders.js';
import { offsetCode, type ReminderRule } from './reminder-rule.js';
import { lastDueReached } from './rule-days.js';

export type Part = 'lead' | 'support';

/** A task for one person, with what the digest says of both. */
export interface TaskForPerson extends ReminderFact {
  readonly seq: number;
  readonly title: string;
  readonly clauseNumber: string | null;
  readonly personName: string;
  readonly personRole: Role;
  readonly address: string | null;
  /** null for the people of an office. */
  readonly unitName: string | null;
  /** All the parts the person's unit has in the task: one line names them all. */
  readonly parts: readonly Part[];
}

/**
 * Running tasks of which some rule has something to say by the end of `day` that is not recorded yet, once for every
 * person they concern. The database only picks the tasks and people, with one date a rule; what is sent of
 * it is the planner's decision. One statement, however many tasks.
 */
export async function readReminderFacts(
  work: Work,
  rules: readonly ReminderRule[],
  day: CivilDate,
): Promise<TaskForPerson[]> {
  const reach = rules
    .filter((rule) => rule.active)
    .map((rule) => ({
      code: offsetCode(rule),
      last_due: lastDueReached(work.calendar, rule, day),
      recipients: rule.recipients,
      source_kinds: rule.sourceKinds,
      priorities: rule.priorities,
    }));
  if (reach.length === 0) return [];
  const [furthest = day] = reach
    .map((rule) => rule.last_due)
    .toSorted()
    .reverse();
  const toOffice = reach.some((rule) => rule.recipients.includes('government_office'));
  return work.manager.query<TaskForPerson[]>(factsSql, [
    work.campaignId,
    addDays(furthest, 1),
    realm(work),
    JSON.stringify(reach),
    toOffice,
  ]);
}

// What was recorded is looked up once for each task and person by the primary key: that stays fast whatever the planner
// of the database believes about tables that were just filled.
const factsSql = `
  WITH rule AS MATERIALIZED (
    SELECT * FROM json_to_recordset($4::json)
      AS r(code text, last_due date, recipients text[], source_kinds text[], priorities text[])),
  concerned AS (
    SELECT t.*, m.account_id, m.role, p.unit_id, p.parts, array_remove(ARRAY[
        CASE WHEN 'lead' = ANY(p.parts) THEN CASE m.role WHEN 'head' THEN 'lead_head' ELSE 'handler' END END,
        CASE WHEN 'support' = ANY(p.parts) THEN 'supporting' END,
        CASE WHEN m.role = 'government_office' THEN m.role END], NULL) AS capacities
    FROM task t
    JOIN LATERAL (
      SELECT part.unit_id, array_agg(part.name ORDER BY part.name) AS parts
      FROM (SELECT t.lead_unit_id AS unit_id, 'lead' AS name
            UNION ALL
            SELECT s.unit_id, 'support' FROM task_support s
            WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.state <> 'completed') part
      GROUP BY part.unit_id) p ON TRUE
    JOIN membership m ON m.campaign_id = t.campaign_id AND m.unit_id = p.unit_id
    WHERE t.campaign_id = $1 AND t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < $2
    UNION ALL
    SELECT t.*, m.account_id, m.role, NULL, '{}', '{government_office}' FROM task t
    JOIN membership m ON m.campaign_id = t.campaign_id AND m.role = 'government_office'
    WHERE $5 AND t.campaign_id = $1 AND t.state IN ('assigned', 'signed', 'in_progress') AND t.effective_due_on < $2
      AND m.unit_id IS DISTINCT FROM t.lead_unit_id AND NOT EXISTS (SELECT 1 FROM task_support s
        WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id AND s.state <> 'completed'))
  SELECT c.id AS "taskId", c.seq, c.title, l.number AS "clauseNumber", c.effective_due_on AS "effectiveDueOn",
    c.due_version AS "dueVersion", c.source_kind AS "sourceKind", c.priority, a.id AS "accountId",
    a.name AS "personName", c.role AS "personRole", a.email AS address, u.short_name AS "unitName", c.parts, c.capacities,
    known.recorded
  FROM concerned c
  JOIN account a ON a.id = c.account_id AND a.active
  CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT substr(x.rule, length($3) + 1) FROM reminder x
      WHERE x.campaign_id = $1 AND x.task_id = c.id AND x.account_id = a.id AND x.due_version = c.due_version
        AND starts_with(x.rule, 'exercise:') = ($3 <> '')) AS recorded
    OFFSET 0) known
  LEFT JOIN unit u ON u.campaign_id = c.campaign_id AND u.id = c.unit_id
  LEFT JOIN clause l ON l.campaign_id = c.campaign_id AND l.id = c.clause_id
  WHERE EXISTS (
    SELECT 1 FROM rule r WHERE c.effective_due_on <= r.last_due AND r.recipients && c.capacities
      AND (cardinality(r.source_kinds) = 0 OR c.source_kind = ANY(r.source_kinds))
      AND (cardinality(r.priorities) = 0 OR c.priority = ANY(r.priorities))
      AND r.code <> ALL(known.recorded))
  ORDER BY c.effective_due_on, c.seq, a.id`;
