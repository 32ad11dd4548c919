import type { Work } from '../../database/unit-of-work.js';

/** `project/milestone/version` of the planned days that have made their task. */
export async function madeLateKeys(work: Work): Promise<Set<string>> {
  const rows = await work.manager.query<{ key: string }[]>(
    `SELECT project_id || '/' || milestone || '/' || plan_version AS key FROM project_late_task WHERE campaign_id = $1`,
    [work.campaignId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Who planned last, in whose name late milestones are followed up; undefined: nobody has planned anything. */
export async function lastPlanner(work: Work): Promise<{ id: string; name: string } | undefined> {
  const [row] = await work.manager.query<{ id: string; name: string }[]>(
    `SELECT actor_id AS id, actor_name AS name FROM project_entry
     WHERE campaign_id = $1 AND kind = 'plan' ORDER BY at DESC, project_id, seq DESC LIMIT 1`,
    [work.campaignId],
  );
  return row;
}

/** Keeps replanning, reports and other runs out until the transaction ends. */
export async function lockProjects(work: Work): Promise<void> {
  await work.manager.query(`SELECT 1 FROM project WHERE campaign_id = $1 ORDER BY id FOR UPDATE`, [
    work.campaignId,
  ]);
}
