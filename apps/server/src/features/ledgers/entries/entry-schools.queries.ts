import type { Work } from '../../../database/unit-of-work.js';
import { readSchoolRegister, readUnitNames } from '../../indicators/indicators.module.js';
import { mayNameSchool } from './ledger.policy.js';

/** A school of the newest school table that an entry may be about. */
export interface EntrySchool {
  readonly code: string;
  readonly name: string;
  /** The member unit its township is; null: the table names none, or none of these. */
  readonly townshipId: string | null;
  readonly township: string | null;
}

/** The schools this actor may open an entry for, by code in the order of their names. */
export async function readEntrySchools(work: Work): Promise<Map<string, EntrySchool>> {
  const register = await readSchoolRegister(work);
  const units = await readUnitNames(work);
  const own = [...units.values()].find(({ id }) => id === work.actor.unitId);
  const schools = [...register.values()].map(({ code, name, township }) => ({
    code,
    name,
    township,
    townshipId: units.get(township ?? '')?.id ?? null,
  }));
  return new Map(
    schools
      .filter(({ townshipId }) => mayNameSchool(work.actor, own?.kind, townshipId))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh') || (a.code < b.code ? -1 : 1))
      .map((school) => [school.code, school]),
  );
}
