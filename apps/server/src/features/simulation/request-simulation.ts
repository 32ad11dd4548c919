import { packIds } from '#campaign-pack';
import { addDays, type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readLadderVersions } from '../escalation/escalation.module.js';

export interface SimulationWish {
  readonly ladderVersionId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const longestDays = 731;
// A run tells of itself every few seconds; one that is silent so long died with its process.
const silentMs = 120_000;

/**
 * Notes that a version of the ladder is to be tried out; the runner does it. One at a time: it takes a good part of the
 * machine.
 * @param nowMs system time
 * @returns the run's id
 * @throws DomainError `not_found`, `rule_refused`, `wrong_state` while another one runs
 */
export async function requestSimulation(work: Work, wish: SimulationWish, nowMs: number): Promise<string> {
  const versions = await readLadderVersions(work);
  if (!versions.some((one) => one.id === wish.ladderVersionId)) {
    throw new DomainError('not_found', { detail: '没有这个版本的督办阶梯。' });
  }
  refuseSpan(wish);
  if ((await readPackId(work)) === null) {
    throw new DomainError('rule_refused', {
      detail: '本项创建工作不是用随程序提供的方案数据包建立的，没有可以推演的方案。',
    });
  }
  await work.manager.query(
    `UPDATE simulation_run SET state = 'failed', error = '推演中途停止（程序重启或停机），请重新推演。'
     WHERE campaign_id = $1 AND state = 'running' AND beat_at < $2`,
    [work.campaignId, new Date(nowMs - silentMs)],
  );
  const id = work.newId();
  const inserted = await work.manager.query<unknown[]>(
    `INSERT INTO simulation_run (campaign_id, id, ladder_version_id, from_on, to_on, state, beat_at, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [
      work.campaignId,
      id,
      wish.ladderVersionId,
      wish.from,
      wish.to,
      new Date(nowMs),
      work.actor.accountId,
      work.now,
    ],
  );
  if (inserted.length === 0) {
    throw new DomainError('wrong_state', { detail: '已有一个推演正在进行，请等它结束再开始新的。' });
  }
  return id;
}

/** The pack the campaign was made from, when the program has it; null: there is no plan to simulate. */
export async function readPackId(work: Work): Promise<string | null> {
  const [row] = await work.manager.query<{ packId: string | null }[]>(
    `SELECT pack_id AS "packId" FROM campaign WHERE id = $1`,
    [work.campaignId],
  );
  const packId = row?.packId ?? null;
  return packId !== null && packIds().includes(packId) ? packId : null;
}

function refuseSpan({ from, to }: SimulationWish): void {
  const message =
    to < from ? '结束日期不能早于开始日期' : to > addDays(from, longestDays) ? '一次最多推演两年' : undefined;
  if (message) {
    throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer: '/to', message }] });
  }
}
