import type { UnitRef } from '../../http/refs.dto.js';

export interface ResponsibleUnits {
  readonly units: UnitRef[];
  /** Names that are no member unit here. */
  readonly names: string[];
}

/** The standard names units in general words; here they become member units, or stay names. */
export function responsibleUnits(
  named: readonly string[],
  units: ReadonlyMap<string, UnitRef>,
): ResponsibleUnits {
  const found = named.flatMap((name) => units.get(name) ?? []);
  return {
    units: [...new Map(found.map((unit) => [unit.id, unit])).values()],
    names: named.filter((name) => !units.has(name)),
  };
}
