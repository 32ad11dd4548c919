import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';

/** Since when a unit has had to do with a project. */
export interface ProjectCall {
  readonly projectId: string;
  readonly unit: UnitRef;
  /** As responsible for it; else by a task that was made of it. */
  readonly named: boolean;
  readonly from: CivilDate;
}

/** Each unit that was ever named as responsible for a project or given a task of it, with the first day. */
export function readProjectCalls(work: Work): Promise<ProjectCall[]> {
  return work.manager.query<ProjectCall[]>(
    `SELECT c.project_id AS "projectId", c.named, min(c.day) AS "from",
       json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit
     FROM (
       SELECT r.project_id, r.unit_id, true AS named, e.on_day AS day FROM project_unit r
       JOIN project_entry e ON e.campaign_id = r.campaign_id AND e.project_id = r.project_id AND e.seq = r.seq
       WHERE r.campaign_id = $1
       UNION ALL
       SELECT t.source_id, t.lead_unit_id, false, (coalesce(t.assigned_at, t.created_at) AT TIME ZONE 'Asia/Shanghai')::date FROM task t
       WHERE t.campaign_id = $1 AND t.source_kind = 'project' AND t.state NOT IN ('draft', 'cancelled')
     ) c JOIN unit u ON u.campaign_id = $1 AND u.id = c.unit_id AND NOT u.withdrawn
     GROUP BY c.project_id, c.named, u.id, u.name, u.short_name, u.kind, u.position ORDER BY u.position`,
    [work.campaignId],
  );
}
