import type { Work } from '../../database/unit-of-work.js';
import type { NewMessage } from './new-message.js';
import { rulesOf } from './message-kinds.js';

interface RobotRow {
  id: string;
  name: string;
  channel: string;
}

/** One short word to each chat group about a batch: how many people and tasks, unit by unit, and no title of any task. */
export async function groupMessages(work: Work, messages: readonly NewMessage[]) {
  const [first] = messages;
  const told = first && rulesOf(first.kind).toGroups;
  if (!first || !told) return [];
  const robots = await work.manager.query<RobotRow[]>(
    `SELECT id, name, channel FROM robot WHERE campaign_id = $1 AND active ORDER BY id`,
    [work.campaignId],
  );
  if (robots.length === 0) return [];
  const taskIds = [...new Set(messages.flatMap((message) => message.taskIds))];
  const bodies = await groupBodies(work, [{ id: first.id, taskIds }]);
  return robots.map((robot) => ({
    id: work.newId(),
    kind: first.kind,
    dedupKey: `robot/${robot.id}/${first.dedupKey}`,
    channel: robot.channel,
    target: robot.id,
    recipientName: robot.name,
    subject: `【均衡】${told.title}`,
    body: bodies.get(first.id) ?? '',
    taskIds,
  }));
}

/** What groups read of each list of tasks, by its id. */
export async function groupBodies(
  work: Work,
  lists: readonly { readonly id: string; readonly taskIds: readonly string[] }[],
): Promise<Map<string, string>> {
  const units = await work.manager.query<{ id: string; name: string; tasks: number }[]>(
    `SELECT l.id, u.short_name AS name, count(*)::int AS tasks
     FROM json_to_recordset($2) AS l(id uuid, "taskIds" json) CROSS JOIN json_array_elements_text(l."taskIds") AS listed(id)
     JOIN task t ON t.campaign_id = $1 AND t.id = listed.id::uuid
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     GROUP BY l.id, u.id, u.short_name, u.position ORDER BY u.position, u.short_name`,
    [work.campaignId, JSON.stringify(lists)],
  );
  return new Map(
    lists.map(({ id, taskIds }) => {
      const own = units.filter((unit) => unit.id === id);
      const counts = own.map(({ name, tasks }) => `${name} ${tasks} 项`).join('、');
      return [id, `涉及 ${own.length} 个牵头单位、${taskIds.length} 项任务：${counts}。`];
    }),
  );
}
