import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readUnitNames } from './unit-names.queries.js';
import type { Standards } from './standards.js';

/**
 * School data are imported by the government office and by the unit that leads the resource indicators.
 * @throws DomainError `forbidden`
 */
export async function requireImporter(work: Work, standards: Standards): Promise<void> {
  const { role, unitId } = work.actor;
  if (role === 'government_office') return;
  const names = standards.keepersOfSchoolData;
  const units = await readUnitNames(work);
  if (unitId !== null && names.some((name) => units.get(name)?.id === unitId)) return;
  throw new DomainError('forbidden', { detail: `学校数据由政府办和${names.join('、')}导入。` });
}
