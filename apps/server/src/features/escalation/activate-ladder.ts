import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { findHollowRungs } from './find-hollow-rungs.js';
import { readLadderVersions } from './ladder.queries.js';

/**
 * Lets a saved version hold from now on.
 * @throws DomainError `not_found`; `rule_refused` naming every rung and unit with open tasks that would reach nobody (R-45)
 */
export async function activateLadder(work: Work, versionId: string): Promise<void> {
  const version = (await readLadderVersions(work)).find((one) => one.id === versionId);
  if (!version) throw new DomainError('not_found', { detail: '没有这个版本的督办阶梯。' });
  const hollow = (await findHollowRungs(work, version)).filter((one) => one.blocks);
  if (hollow.length > 0) {
    throw new DomainError('rule_refused', {
      detail: `有 ${hollow.length} 处通知不到人，不能启用。`,
      errors: hollow.map(({ rung, name, unit, message }) => ({
        pointer: `/rungs/${rung - 1}/audience`,
        message: `${name}：${unit === null ? '' : `${unit}`}${message}`,
      })),
    });
  }
  await recordActivation(work, versionId);
}

/** Lets the ladder rest: nothing is raised by rule until a version is activated again. */
export async function restLadder(work: Work): Promise<void> {
  await recordActivation(work, null);
}

async function recordActivation(work: Work, versionId: string | null): Promise<void> {
  await work.manager.query(
    `INSERT INTO ladder_activation (campaign_id, id, ladder_version_id, activated_by, activated_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [work.campaignId, work.newId(), versionId, work.actor.accountId, work.now],
  );
}
