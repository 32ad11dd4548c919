import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import { taskNumber } from '../tasks/tasks.module.js';

/** An open task whose unit would have nobody left to work on it. */
export interface OrphanedTask {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

const openStates = ['assigned', 'signed', 'in_progress', 'in_review', 'suspended'];
const listedAtMost = 50;

/**
 * Refuses to take a person out of a unit that has open tasks, as lead or support, and no other active contact.
 * @param campaignId only this campaign's membership is given up; absent: all of them
 * @throws DomainError `last_contact` with the tasks
 */
export async function refuseOrphaning(
  manager: EntityManager,
  accountId: string,
  campaignId?: string,
): Promise<void> {
  const tasks = await listOrphanedTasks(manager, accountId, campaignId ?? null);
  if (tasks.length > 0) {
    throw new DomainError('last_contact', {
      detail: `该单位只剩这一位联系人，还有 ${tasks.length} 项任务没有办结。`,
      extra: { tasks: tasks.slice(0, listedAtMost) },
    });
  }
}

async function listOrphanedTasks(
  manager: EntityManager,
  accountId: string,
  campaignId: string | null,
): Promise<OrphanedTask[]> {
  const rows = await manager.query<{ id: string; seq: number; title: string }[]>(
    `SELECT t.id, t.seq, t.title
     FROM membership m JOIN task t ON t.campaign_id = m.campaign_id AND t.state = ANY($3)
       AND (t.lead_unit_id = m.unit_id OR EXISTS (
         SELECT 1 FROM task_support s
         WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id AND s.unit_id = m.unit_id AND s.state <> 'completed'))
     WHERE m.account_id = $1 AND ($2::uuid IS NULL OR m.campaign_id = $2) AND NOT EXISTS (
       SELECT 1 FROM membership o JOIN account a ON a.id = o.account_id AND a.active
       WHERE o.campaign_id = m.campaign_id AND o.unit_id = m.unit_id AND o.account_id <> $1)
     ORDER BY t.seq`,
    [accountId, campaignId, openStates],
  );
  return rows.map((row) => ({ id: row.id, number: taskNumber(row.seq), title: row.title }));
}
