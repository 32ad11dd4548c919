import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';

/**
 * Two what-ifs of one campaign never have one name.
 * @param except the one that may keep it
 * @throws DomainError `rule_refused`
 */
export async function refuseTakenName(work: Work, name: string, except: string | null): Promise<void> {
  // One at a time: two people who want one name are told so, instead of running into the unique key.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR NO KEY UPDATE`, [work.campaignId]);
  const taken = await work.manager.query<unknown[]>(
    `SELECT 1 FROM what_if WHERE campaign_id = $1 AND name = $2 AND NOT withdrawn AND id IS DISTINCT FROM $3`,
    [work.campaignId, name, except],
  );
  if (taken.length === 0) return;
  const message = `已经有名为“${name}”的推演方案`;
  throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer: '/name', message }] });
}
