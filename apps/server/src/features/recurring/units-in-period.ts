import type { Period } from '#kernel';
import type { UnitRef } from '../../http/refs.dto.js';
import type { ProjectTerm } from '../projects/projects.module.js';

/**
 * The units that have a project in force in a period, each once, in the order given. Periods are whole months, so months
 * are all that has to be compared.
 * @example a unit named on 10 December reports for December, and for no month before it
 */
export function unitsInPeriod(
  terms: readonly ProjectTerm[],
  period: Pick<Period, 'firstMonth' | 'months'>,
): UnitRef[] {
  const { year, month } = period.firstMonth;
  const first = year * 12 + month - 1;
  const last = first + period.months - 1;
  const within = terms.filter(
    ({ from, to }) => monthOf(from) <= last && (to === null || monthOf(to) >= first),
  );
  return [...new Map(within.map(({ unit }) => [unit.id, unit])).values()];
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
