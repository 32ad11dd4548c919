import type { CivilDate } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { standingSql, taskNumber, visibleSql } from '../tasks/tasks.module.js';
import type { Deadline, TimelineTask } from './timeline.dto.js';

type TaskRecord = Omit<TimelineTask, 'number'> & { readonly seq: number };

/** Every task the reader may see that is neither a draft nor cancelled, in the order of the plan; one statement. */
export async function readTimelineTasks(work: Work): Promise<TimelineTask[]> {
  const parameters = new Parameters();
  const records = await work.manager.query<TaskRecord[]>(
    `SELECT t.id, t.seq, t.title,
       CASE WHEN c.id IS NOT NULL THEN coalesce(c.group_title, '职责和其他条款') END AS "group", t.effective_due_on AS "dueOn",
       (t.assigned_at AT TIME ZONE 'Asia/Shanghai')::date AS "startsOn",
       ${standingSql(parameters, work.calendar, work.today)} AS standing,
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit
     FROM task t
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     LEFT JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id
     WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.state NOT IN ('draft', 'cancelled')
       AND (${visibleSql(parameters, work.actor)})
     ORDER BY c.position NULLS LAST, u.position, t.seq`,
    parameters.values,
  );
  return records.map(({ seq, ...task }) => ({ ...task, number: taskNumber(seq) }));
}

/** What comes next, today included: ends of phases, tasks whose clock runs, targets; one statement. */
export async function readNextDeadlines(work: Work, count: number): Promise<Deadline[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(work.campaignId);
  const today = parameters.add(work.today);
  const rows = await work.manager.query<Omit<Deadline, 'workingDaysLeft'>[]>(
    `SELECT kind, id, title, unit_name AS "unitName", due_on AS "dueOn" FROM (
       SELECT 'phase' AS kind, p.id, p.name AS title, NULL AS unit_name,
         CASE WHEN d.id IS NOT NULL THEN d.ends_on WHEN NOT p.undetermined THEN p.ends_on END AS due_on
       FROM phase p LEFT JOIN LATERAL (SELECT x.id, x.ends_on FROM phase_date x
         WHERE x.campaign_id = p.campaign_id AND x.phase_id = p.id ORDER BY x.number DESC LIMIT 1) d ON TRUE
       WHERE p.campaign_id = ${campaign} AND NOT p.withdrawn
       UNION ALL
       SELECT 'target', g.id, g.name, NULL, g.due_on FROM target g WHERE g.campaign_id = ${campaign} AND NOT g.withdrawn
       UNION ALL
       SELECT 'task', t.id, t.title, u.short_name, t.effective_due_on
       FROM task t JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
       WHERE t.campaign_id = ${campaign} AND t.state IN ('assigned', 'signed', 'in_progress')
         AND t.effective_due_on >= ${today} AND (${visibleSql(parameters, work.actor)})
     ) all_dates WHERE due_on >= ${today} ORDER BY due_on, kind, title, id LIMIT ${parameters.add(count)}`,
    parameters.values,
  );
  return rows.map((row) => ({ ...row, workingDaysLeft: daysLeft(work, row.dueOn) }));
}

function daysLeft(work: Work, dueOn: CivilDate): number {
  return work.calendar.workingDaysBetween(work.today, dueOn);
}
