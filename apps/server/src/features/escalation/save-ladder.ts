import { type Ladder, ladderFaults } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';

export interface LadderInput {
  readonly ladder: Ladder;
  readonly leaderIds: readonly string[];
  readonly basis: string;
}

/**
 * Saves a new version of the ladder; what holds does not change until it is activated.
 * @returns the version's id
 * @throws DomainError `rule_refused` with every fault
 */
export async function saveLadder(work: Work, { ladder, leaderIds, basis }: LadderInput): Promise<string> {
  const errors = [
    ...ladderFaults(ladder).map(({ pointer, message }) => ({ pointer: `/ladder${pointer}`, message })),
    ...(basis.trim() ? [] : [{ pointer: '/basis', message: '请写明依据' }]),
    ...(await unfitLeaders(work, leaderIds)),
  ];
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `督办阶梯有 ${errors.length} 处不对。`, errors });
  }
  const id = work.newId();
  // One who saves at the same time waits here, and gets the next number.
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  await work.manager.query(
    `INSERT INTO ladder_version (campaign_id, id, number, content, leader_ids, basis, saved_by, saved_at)
     SELECT $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6, $7 FROM ladder_version WHERE campaign_id = $1`,
    [work.campaignId, id, ladder, leaderIds, basis.trim(), work.actor.accountId, work.now],
  );
  return id;
}

/** The lead group is told of every unit's tasks, which only people of the offices see. */
async function unfitLeaders(
  work: Work,
  leaderIds: readonly string[],
): Promise<{ pointer: string; message: string }[]> {
  const found = await work.manager.query<{ id: string; office: boolean }[]>(
    `SELECT account_id AS id, role IN ('government_office', 'supervision_office') AS office
     FROM membership WHERE campaign_id = $1 AND account_id = ANY($2)`,
    [work.campaignId, leaderIds],
  );
  const known = new Map(found.map(({ id, office }) => [id, office]));
  return leaderIds.flatMap((id, index) => {
    const message = !known.has(id)
      ? '不是本创建工作的人员'
      : known.get(id)
        ? undefined
        : '是成员单位的账号，看不到其他单位的任务；请给领导小组领导另开政府办或督查局身份的账号';
    return message === undefined ? [] : [{ pointer: `/leaderIds/${index}`, message }];
  });
}
