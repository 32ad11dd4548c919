import type { CivilDate } from '#kernel';
import { Parameters } from '../../database/parameters.js';
import type { Work } from '../../database/unit-of-work.js';
import { rungSql } from '../tasks/tasks.module.js';

/** A task somebody may have to do something about. */
export interface OpenTask {
  readonly id: string;
  readonly seq: number;
  readonly unit: string;
  readonly state: 'assigned' | 'signed' | 'in_progress' | 'in_review';
  readonly version: number;
  readonly due: CivilDate;
  readonly assignedOn: CivilDate;
  readonly submittedOn: CivilDate | null;
  readonly submissions: number;
  /** Of the ladder; 0: on none. */
  readonly rung: number;
  /** Extensions asked for so far. */
  readonly requests: number;
}

export function readOpenTasks(work: Work): Promise<OpenTask[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(work.campaignId);
  return work.manager.query<OpenTask[]>(
    `SELECT t.id, t.seq, t.lead_unit_id AS unit, t.state, t.version, t.due_on AS due,
       (t.assigned_at AT TIME ZONE 'Asia/Shanghai')::date AS "assignedOn",
       (t.submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS "submittedOn", t.submission_no AS submissions,
       coalesce((${rungSql(parameters, work)} ->> 'rung')::int, 0) AS rung,
       (SELECT count(*)::int FROM extension_request x WHERE x.campaign_id = t.campaign_id AND x.task_id = t.id) AS requests
     FROM task t WHERE t.campaign_id = ${campaign} AND t.due_on IS NOT NULL
       AND t.state IN ('assigned', 'signed', 'in_progress', 'in_review')
     ORDER BY t.seq`,
    parameters.values,
  );
}
