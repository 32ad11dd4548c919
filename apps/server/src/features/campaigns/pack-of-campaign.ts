import { join } from 'node:path';
import { type CampaignPack, loadPack, packDataDirectory, PackError, packIds } from '#campaign-pack';
import { DomainError } from '#kernel';
import { type PackReader, readLoadedPack } from './pack.repository.js';

/**
 * A pack that comes with the program.
 * @throws DomainError `not_found`, or `rule_refused` with each fault's file and line
 */
export function readPack(packId: string): CampaignPack {
  if (!packIds().includes(packId))
    throw new DomainError('not_found', { detail: `没有方案数据包“${packId}”。` });
  try {
    return loadPack(join(packDataDirectory(), packId));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const faults = error.faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`);
    throw new DomainError('rule_refused', { detail: `数据包“${packId}”有错误：${faults.join('；')}` });
  }
}

/** The pack a campaign was loaded from, as it is in the program now. @throws DomainError `not_found` */
export async function readPackOfCampaign(work: PackReader): Promise<CampaignPack> {
  const loaded = await readLoadedPack(work);
  if (!loaded?.packId)
    throw new DomainError('not_found', { detail: '没有这项创建工作，或它还没有载入方案。' });
  return readPack(loaded.packId);
}
