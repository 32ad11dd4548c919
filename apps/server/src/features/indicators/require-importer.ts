import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readUnitNames } from './unit-names.queries.js';
import type { Standards } from './standards.js';

/** Whether this person's unit leads the resource indicators: the school tables are its own. */
export async function keepsSchoolData(work: Work, standards: Standards): Promise<boolean> {
  const { unitId } = work.actor;
  if (unitId === null) return false;
  const units = await readUnitNames(work);
  return standards.keepersOfSchoolData.some((name) => units.get(name)?.id === unitId);
}

/**
 * School data are imported by the government office and by the unit that leads the resource indicators.
 * @throws DomainError `forbidden`
 */
export async function requireImporter(work: Work, standards: Standards): Promise<void> {
  if (work.actor.role === 'government_office' || (await keepsSchoolData(work, standards))) return;
  const names = standards.keepersOfSchoolData;
  throw new DomainError('forbidden', { detail: `学校数据由政府办和${names.join('、')}导入。` });
}
