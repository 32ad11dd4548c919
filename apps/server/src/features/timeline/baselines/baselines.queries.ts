import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { BaselineRow } from './baselines.dto.js';

/** All baselines, the newest first, with what they hold; one statement. */
export async function readBaselines(work: Work): Promise<BaselineRow[]> {
  return work.manager.query<BaselineRow[]>(
    `SELECT b.id, b.name, b.note, b.taken_on AS "takenOn", coalesce(a.name, '命令行') AS "takenBy",
       n.phases, n.milestones, n.tasks, n.targets
     FROM baseline b LEFT JOIN account a ON a.id = b.taken_by
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE i.kind = 'phase')::int AS phases,
         count(*) FILTER (WHERE i.kind = 'milestone')::int AS milestones,
         count(*) FILTER (WHERE i.kind = 'task')::int AS tasks,
         count(*) FILTER (WHERE i.kind = 'target')::int AS targets
       FROM baseline_item i WHERE i.campaign_id = b.campaign_id AND i.baseline_id = b.id) n
     WHERE b.campaign_id = $1 ORDER BY b.taken_at DESC, b.id DESC`,
    [work.campaignId],
  );
}

/** @throws DomainError `not_found` */
export async function readBaseline(
  work: Work,
  id: string,
): Promise<Pick<BaselineRow, 'id' | 'name' | 'takenOn'>> {
  const [row] = await work.manager.query<Pick<BaselineRow, 'id' | 'name' | 'takenOn'>[]>(
    `SELECT id, name, taken_on AS "takenOn" FROM baseline WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这条基线。' });
  return row;
}
