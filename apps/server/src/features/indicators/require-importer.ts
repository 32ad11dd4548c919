import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { responsibleUnitsOf } from './responsibilities/responsible-units-of.js';
import type { Standards } from './standards.js';

/** Who keeps the school tables: the units that lead the resource indicators. */
export interface SchoolDataKeepers {
  /** Whether the acting person's unit is one of them. */
  readonly includesActor: boolean;
  readonly names: readonly string[];
}

export async function schoolDataKeepers(work: Work, standards: Standards): Promise<SchoolDataKeepers> {
  const resources = [...(await responsibleUnitsOf(work, standards.resources)).values()];
  const units = resources.flatMap(({ leadUnits }) => leadUnits);
  const names = [...units.map(({ name }) => name), ...resources.flatMap(({ leadNames }) => leadNames)];
  return {
    includesActor: units.some(({ id }) => id === work.actor.unitId),
    names: [...new Set(names)],
  };
}

/**
 * School data are imported by the government office and by the units that lead the resource indicators.
 * @throws DomainError `forbidden`
 */
export async function requireImporter(work: Work, standards: Standards): Promise<void> {
  if (work.actor.role === 'government_office') return;
  const { includesActor, names } = await schoolDataKeepers(work, standards);
  if (includesActor) return;
  throw new DomainError('forbidden', { detail: `学校数据由政府办和${names.join('、')}导入。` });
}
