import { DomainError } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import { readWhatIfs } from './what-ifs.queries.js';

/**
 * Takes a what-if off the list; its row stays.
 * @throws DomainError `not_found`, `stale_version`
 */
export async function withdrawWhatIf(work: Work, id: string, version: number): Promise<void> {
  const [before] = await readWhatIfs(work, [id]);
  if (!before) throw new DomainError('not_found', { detail: '没有这个推演方案，或已被撤回。' });
  const [, changed] = await work.manager.query<[unknown[], number]>(
    `UPDATE what_if SET withdrawn = true, updated_by = $4, updated_at = $5, version = version + 1
     WHERE campaign_id = $1 AND id = $2 AND version = $3 AND NOT withdrawn`,
    [work.campaignId, id, version, work.actor.accountId, work.now],
  );
  if (changed !== 1) {
    throw new DomainError('stale_version', { detail: `“${before.name}”刚被${before.updatedBy.name}改过。` });
  }
}
