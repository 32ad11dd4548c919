import { type CampaignPack, checkPack, type PackChange } from '#campaign-pack';
import { DomainError } from '#kernel';
import type { PackChangeView, PackDiffView } from './pack-diff.dto.js';
import { packDifference } from './pack-difference.js';
import { type PackReader, readLoadedPack } from './pack.repository.js';

/**
 * What loading the pack would change in the campaign; nothing is written.
 * @throws DomainError `not_found` when there is no such campaign
 */
export async function previewPackLoad(work: PackReader, pack: CampaignPack): Promise<PackDiffView> {
  const loaded = await readLoadedPack(work);
  if (!loaded) throw new DomainError('not_found', { detail: '没有这项创建工作。' });
  const diff = await packDifference(work, loaded, pack);
  return {
    packId: pack.id,
    fingerprint: pack.fingerprint,
    loadedFingerprint: loaded.fingerprint,
    unchanged: loaded.fingerprint === pack.fingerprint,
    added: diff.added.map(viewOf),
    changed: diff.changed.map(viewOf),
    removed: diff.removed.map(viewOf),
    checks: checkPack(pack),
  };
}

function viewOf(change: PackChange): PackChangeView {
  const { kind, id, title, fields } = change;
  return { kind, id, title, ...(fields ? { fields: [...fields] } : {}) };
}
