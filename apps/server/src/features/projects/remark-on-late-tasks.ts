import type { Work } from '../../database/unit-of-work.js';
import { remarkOnTasks } from '../tasks/tasks.module.js';

/** Says on the open tasks that late milestones made what became of them. @param milestone null: of all of the project */
export async function remarkOnLateTasks(
  work: Work,
  projectId: string,
  milestone: string | null,
  note: string,
): Promise<void> {
  const tasks = await work.manager.query<{ id: string }[]>(
    `SELECT DISTINCT task_id AS id FROM project_late_task
     WHERE campaign_id = $1 AND project_id = $2 AND ($3::text IS NULL OR milestone = $3)`,
    [work.campaignId, projectId, milestone],
  );
  await remarkOnTasks(
    work,
    tasks.map(({ id }) => id),
    'project_told',
    note,
  );
}
