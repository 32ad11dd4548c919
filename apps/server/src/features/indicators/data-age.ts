import type { IndicatorDefinition } from '#indicator-engine';
import { type CivilDate, civilDate, daysBetween } from '#kernel';
import type { Evaluation } from './evaluations.js';
import type { BoardRow } from './indicators.dto.js';
import { isDataLate, nextDataDue } from './responsibilities/data-cycle.js';
import type { Responsibility } from './responsibilities/responsible-units-of.js';
import { restsOnSchools } from './rests-on-schools.js';

export type DataAge = Pick<BoardRow, 'dataAsOf' | 'dataDays' | 'dataDueOn' | 'dataLate'>;

/** How old the data behind an indicator are, and whether newer ones should have come by its cycle. */
export function dataAge(
  indicator: Pick<IndicatorDefinition, 'tests'>,
  { dataSet }: Pick<Evaluation, 'dataSet'>,
  { due }: Pick<Responsibility, 'due'>,
  today: CivilDate,
): DataAge {
  const asOf = dataSet && restsOnSchools(indicator) ? civilDate(dataSet.asOf) : null;
  return {
    dataAsOf: asOf,
    dataDays: asOf && daysBetween(asOf, today),
    dataDueOn: due && nextDataDue(due, today),
    dataLate: due !== null && asOf !== null && isDataLate(due, asOf, today),
  };
}
