import { DomainError } from '#kernel';
import type { Work } from '../database/unit-of-work.js';

/** @throws DomainError `not_found` */
export async function readCampaignName(work: Work): Promise<string> {
  const [row] = await work.manager.query<{ name: string }[]>(`SELECT name FROM campaign WHERE id = $1`, [
    work.campaignId,
  ]);
  if (!row) throw new DomainError('not_found', { detail: `没有编号为 ${work.campaignId} 的创建工作。` });
  return row.name;
}
