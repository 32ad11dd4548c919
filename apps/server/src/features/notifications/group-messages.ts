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
  const body = await summary(work, [...new Set(messages.flatMap((message) => message.taskIds))]);
  return robots.map((robot) => ({
    id: work.newId(),
    kind: first.kind,
    dedupKey: `robot/${robot.id}/${first.dedupKey}`,
    channel: robot.channel,
    target: robot.id,
    recipientName: robot.name,
    subject: `【均衡】${told.title}`,
    body,
    taskIds: [],
  }));
}

async function summary(work: Work, taskIds: readonly string[]): Promise<string> {
  const units = await work.manager.query<{ name: string; tasks: number }[]>(
    `SELECT u.short_name AS name, count(*)::int AS tasks FROM task t
     JOIN unit u ON u.campaign_id = t.campaign_id AND u.id = t.lead_unit_id
     WHERE t.campaign_id = $1 AND t.id = ANY($2) GROUP BY u.id, u.short_name, u.position ORDER BY u.position, u.short_name`,
    [work.campaignId, taskIds],
  );
  const counts = units.map(({ name, tasks }) => `${name} ${tasks} 项`).join('、');
  return `涉及 ${units.length} 个牵头单位、${taskIds.length} 项任务：${counts}。`;
}
