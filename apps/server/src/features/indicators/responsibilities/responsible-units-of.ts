import type { IndicatorDefinition } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { UnitRef } from '../../../http/refs.dto.js';
import { readUnitNames } from '../unit-names.queries.js';
import { type DayOfYear, usualDataDue } from './data-cycle.js';
import { type OwnResponsibility, readOwnResponsibilities } from './responsibilities.queries.js';

type Definition = Pick<IndicatorDefinition, 'id' | 'lead' | 'support' | 'cycle'>;

/** Who is responsible for an indicator, and when its data are due. */
export interface Responsibility {
  readonly leadUnits: readonly UnitRef[];
  readonly supportUnits: readonly UnitRef[];
  /** Names of the standard that stand for no member unit here, where the standard's names count. */
  readonly leadNames: readonly string[];
  readonly supportNames: readonly string[];
  /** All names of the standard that are no member unit, whoever is responsible. */
  readonly unmatchedNames: readonly string[];
  /** The campaign names the units itself. */
  readonly ownUnits: boolean;
  readonly due: DayOfYear | null;
  readonly ownDue: boolean;
  readonly note: string;
  /** 0: never changed. */
  readonly version: number;
}

/** The campaign's own table, and the names of the standard where it says nothing; two statements for any number. */
export async function responsibleUnitsOf(
  work: Work,
  indicators: readonly Definition[],
): Promise<Map<string, Responsibility>> {
  const own = await readOwnResponsibilities(work);
  const units = await readUnitNames(work);
  return new Map(indicators.map((each) => [each.id, responsibilityOf(each, own.get(each.id), units)]));
}

function responsibilityOf(
  { lead, support, cycle }: Definition,
  own: OwnResponsibility | undefined,
  units: ReadonlyMap<string, UnitRef>,
): Responsibility {
  const ownUnits = own !== undefined && own.leadUnits.length > 0;
  const nameless = (names: readonly string[]) => names.filter((name) => !units.has(name));
  return {
    leadUnits: ownUnits ? own.leadUnits : unitsNamed(lead, units),
    supportUnits: ownUnits ? own.supportUnits : unitsNamed(support, units),
    leadNames: ownUnits ? [] : nameless(lead),
    supportNames: ownUnits ? [] : nameless(support),
    unmatchedNames: nameless([...lead, ...support]),
    ownUnits,
    due: own?.due ?? usualDataDue(cycle),
    ownDue: (own?.due ?? null) !== null,
    note: own?.note ?? '',
    version: own?.version ?? 0,
  };
}

/** The standard names units in general words; several may be the same member unit. */
function unitsNamed(names: readonly string[], units: ReadonlyMap<string, UnitRef>): UnitRef[] {
  const found = names.flatMap((name) => units.get(name) ?? []);
  return [...new Map(found.map((unit) => [unit.id, unit])).values()];
}
