import { type MilestoneChain, milestoneFaults } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readProjectBasis } from './project-basis.queries.js';

/**
 * 政府办 sets the campaign's own milestones; earlier versions stay. Dates of a milestone that is left out stay stored
 * and count again when it returns.
 * @param number version the office has seen
 * @throws DomainError `rule_refused` with every fault, `stale_version`
 */
export async function setMilestones(
  work: Work,
  { number, chain }: { readonly number: number; readonly chain: MilestoneChain },
): Promise<void> {
  const errors = milestoneFaults(chain).map(({ pointer, message }) => ({ pointer, message }));
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `节点有 ${errors.length} 处不对。`, errors });
  }
  // One who saves at the same time waits here, and then has not seen the newest.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  const { chainNumber } = await readProjectBasis(work);
  if (chainNumber !== number) {
    throw new DomainError('stale_version', { detail: '节点刚被别人改过，您看到的不是最新内容。' });
  }
  await work.manager.query(
    `INSERT INTO milestone_chain (campaign_id, number, content, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)`,
    [work.campaignId, number + 1, chain, work.actor.accountId, work.now],
  );
}
