import type { Work } from '../../database/unit-of-work.js';
import { remarkOnTasks } from './remark-on-tasks.js';
import { openStates } from './task-state.js';

/** What recurring work asks for: data of indicators from anybody, or the report on their projects from units. */
export type Asked =
  | { readonly action: 'data_told'; readonly indicators: readonly string[] }
  | { readonly action: 'project_told'; readonly units: readonly string[] };

/**
 * Says on the open tasks of recurring rules that what they ask for has come in; the unit still submits its task itself.
 * Of each rule and unit one task is told: the next that is due, or the one that was due last.
 */
export async function remarkOnAskingTasks(work: Work, asked: Asked, note: string): Promise<void> {
  const [matches, values] =
    asked.action === 'data_told'
      ? [`r.indicator_id = ANY($3)`, asked.indicators]
      : [`r.audience = 'project_units' AND i.unit_id = ANY($3::uuid[])`, asked.units];
  const tasks = await work.manager.query<{ id: string }[]>(
    `SELECT DISTINCT ON (i.rule_id, i.unit_id) t.id
     FROM recurring_rule r
     JOIN recurring_instance i ON i.campaign_id = r.campaign_id AND i.rule_id = r.id
     JOIN task t ON t.campaign_id = i.campaign_id AND t.id = i.task_id AND t.state = ANY($2)
     WHERE r.campaign_id = $1 AND ${matches}
     ORDER BY i.rule_id, i.unit_id, i.due_on < $4, abs(i.due_on - $4::date)`,
    [work.campaignId, openStates, values, work.today],
  );
  await remarkOnTasks(
    work,
    tasks.map(({ id }) => id),
    asked.action,
    note,
  );
}
