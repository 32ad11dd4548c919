import { type CampaignPack, checkPack, type PackDiff } from '#campaign-pack';
import { DomainError } from '#kernel';
import { packDifference } from './pack-difference.js';
import {
  findTakenNames,
  lockCampaign,
  type LoadedPack,
  type PackWork,
  readLoadedPack,
  recordLoad,
  writePack,
} from './pack.repository.js';

export interface PackLoadResult {
  /** False when the campaign already held exactly this pack. */
  readonly changed: boolean;
  readonly diff: PackDiff;
}

/**
 * Brings a campaign's plan to what the pack says, in the caller's transaction. Units that the office has renamed keep
 * their names; entries that the pack no longer has are deleted, or marked as withdrawn where tasks hang on them.
 * @param expected fingerprint the user has seen in the preview; another one is refused
 * @throws DomainError `not_found`, `pack_changed`, `rule_refused` when the pack has faults or does not fit the campaign
 */
export async function loadPackIntoCampaign(
  work: PackWork,
  pack: CampaignPack,
  expected: string = pack.fingerprint,
): Promise<PackLoadResult> {
  if (expected !== pack.fingerprint) throw new DomainError('pack_changed');
  await lockCampaign(work);
  const loaded = await readLoadedPack(work);
  refuseUnfit(loaded, pack);
  const diff = await packDifference(work, loaded, pack);
  if (loaded.fingerprint === pack.fingerprint) return { changed: false, diff };
  const taken = await findTakenNames(work, pack);
  if (taken.length > 0) {
    const detail = `单位名称${taken.map((name) => `“${name}”`).join('、')}已属于另一单位：请先改名，或在数据包里沿用原编号。`;
    throw new DomainError('rule_refused', { detail });
  }
  await writePack(work, pack, loaded.content);
  await recordLoad(work, pack);
  return { changed: true, diff };
}

function refuseUnfit(loaded: LoadedPack | undefined, pack: CampaignPack): asserts loaded is LoadedPack {
  if (!loaded) throw new DomainError('not_found', { detail: '没有这项创建工作。' });
  if (loaded.packId !== null && loaded.packId !== pack.id) {
    throw new DomainError('rule_refused', {
      detail: `这项创建工作用的是数据包“${loaded.packId}”，不能换成“${pack.id}”。`,
    });
  }
  const faults = checkPack(pack).filter((check) => check.level === 'error');
  if (faults.length > 0) {
    throw new DomainError('rule_refused', {
      detail: `数据包“${pack.id}”有${faults.length}处错误，不能载入：${faults.map((fault) => fault.message).join('；')}`,
    });
  }
}
