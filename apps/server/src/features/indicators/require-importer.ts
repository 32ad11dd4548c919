import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { responsibleUnitsOf } from './responsibilities/responsible-units-of.js';
import type { Standards } from './standards.js';

/**
 * School data are imported by the government office and by the units that lead the resource indicators.
 * @throws DomainError `forbidden`
 */
export async function requireImporter(work: Work, standards: Standards): Promise<void> {
  const { role, unitId } = work.actor;
  if (role === 'government_office') return;
  const resources = [...(await responsibleUnitsOf(work, standards.resources)).values()];
  const units = resources.flatMap(({ leadUnits }) => leadUnits);
  if (units.some(({ id }) => id === unitId)) return;
  const names = [...units.map(({ name }) => name), ...resources.flatMap(({ leadNames }) => leadNames)];
  throw new DomainError('forbidden', {
    detail: `学校数据由政府办和${[...new Set(names)].join('、')}导入。`,
  });
}
