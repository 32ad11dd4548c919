import type { Work } from '../../database/unit-of-work.js';
import type { MemberUnit } from './hollow-rungs.js';
import type { ClockFact } from './plan-escalation.js';
import type { People, Person } from './resolve-audience.js';

/** A running clock with what the notice says of its task. */
export interface TaskClock extends ClockFact {
  readonly seq: number;
  readonly title: string;
}

/**
 * Every running clock of every task with what its term has recorded already, in one statement: receipt while not signed,
 * due while the unit works, the receipt of each supporting unit while it has not signed and the lead unit works,
 * verification while the reviewer does. A suspended task has none.
 * @param taskId only of this task
 */
export function readTaskClocks(work: Work, taskId: string | null = null): Promise<TaskClock[]> {
  return work.manager.query<TaskClock[]>(
    `SELECT t.id AS "taskId", t.seq, t.title, k.unit_id AS "unitId", u.short_name AS "unitName", t.priority, k.clock,
       k.due_on AS "dueOn", k.version AS "dueVersion", coalesce(r.highest, 0) AS highest, r.raised_on AS "raisedOn"
     FROM task t
     JOIN LATERAL (VALUES
       ('receipt', t.lead_unit_id, t.receipt_due_on, t.due_version, t.state = 'assigned'),
       ('due', t.lead_unit_id, t.effective_due_on, t.due_version, t.state IN ('assigned', 'signed', 'in_progress')),
       ('verification', t.lead_unit_id, t.verification_due_on, t.submission_no, t.state = 'in_review')
       UNION ALL
       SELECT 'support_receipt', s.unit_id, s.receipt_due_on, t.due_version,
         s.state = 'assigned' AND t.state IN ('assigned', 'signed', 'in_progress')
       FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
     ) AS k(clock, unit_id, due_on, version, running) ON k.running AND k.due_on IS NOT NULL
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = k.unit_id
     LEFT JOIN LATERAL (
       SELECT max(e.rung) AS highest, max(e.raised_on) FILTER (WHERE e.outcome = 'raised') AS raised_on
       FROM escalation e WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.clock = k.clock
         AND e.due_version = k.version AND e.unit_id = k.unit_id AND e.rehearsal = $2) r ON TRUE
     WHERE t.campaign_id = $1 AND ($3::uuid IS NULL OR t.id = $3) ORDER BY k.due_on, t.seq, k.clock, u.position`,
    [work.campaignId, work.exercise, taskId],
  );
}

/** The active people of the campaign; leaders are members designated in the ladder. */
export async function readPeople(work: Work, leaderIds: readonly string[]): Promise<People> {
  const members = await work.manager.query<Person[]>(
    `SELECT a.id AS "accountId", a.name, a.email AS address, m.role, m.unit_id AS "unitId", m.unit_leader AS "unitLeader"
     FROM membership m JOIN account a ON a.id = m.account_id AND a.active
     WHERE m.campaign_id = $1 ORDER BY a.id`,
    [work.campaignId],
  );
  return { members, leaderIds };
}

/**
 * Units whose people a rung can come to: now, those that lead a task not yet over or have not signed for their part of
 * one; one day, those with duties or people.
 */
export function readMemberUnits(work: Work): Promise<MemberUnit[]> {
  return work.manager.query<MemberUnit[]>(
    `SELECT id, name, leads, signs FROM (
       SELECT u.id, u.short_name AS name, u.position, EXISTS (
           SELECT 1 FROM task t WHERE t.campaign_id = u.campaign_id AND t.lead_unit_id = u.id
             AND t.state NOT IN ('closed', 'cancelled')) AS leads,
         EXISTS (
           SELECT 1 FROM task_support s JOIN task t ON t.campaign_id = s.campaign_id AND t.id = s.task_id
           WHERE s.campaign_id = u.campaign_id AND s.unit_id = u.id AND s.state = 'assigned'
             AND s.receipt_due_on IS NOT NULL AND t.state NOT IN ('closed', 'cancelled')) AS signs,
         EXISTS (SELECT 1 FROM membership m WHERE m.campaign_id = u.campaign_id AND m.unit_id = u.id)
         OR EXISTS (SELECT 1 FROM duty d WHERE d.campaign_id = u.campaign_id AND NOT d.withdrawn
           AND (d.unit_id = u.id OR d.applies_to = u.kind)) AS involved
       FROM unit u WHERE u.campaign_id = $1 AND NOT u.withdrawn) x
     WHERE leads OR signs OR involved ORDER BY position`,
    [work.campaignId],
  );
}
