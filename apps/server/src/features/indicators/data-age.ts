import type { IndicatorDefinition } from '#indicator-engine';
import { type CivilDate, civilDate, daysBetween } from '#kernel';
import type { Evaluation } from './evaluations.js';
import type { BoardRow } from './indicators.dto.js';
import { isDataLate, nextDataDue } from './responsibilities/data-cycle.js';
import type { Responsibility } from './responsibilities/responsible-units-of.js';
import { keysOf } from './county/figure-keys.js';
import { restsOnSchools } from './rests-on-schools.js';

export type DataAge = Pick<BoardRow, 'dataAsOf' | 'dataDays' | 'dataDueOn' | 'dataLate'>;

/**
 * How old the data behind an indicator were on the day of the evaluation, and whether newer ones should have come by its
 * cycle: the school tables' day, or that of the oldest figure or judgement of the county.
 */
export function dataAge(
  indicator: IndicatorDefinition,
  evaluation: Pick<Evaluation, 'dataSet' | 'entered' | 'asOf'>,
  { due }: Pick<Responsibility, 'due'>,
): DataAge {
  const { asOf: day } = evaluation;
  const asOf = dataDay(indicator, evaluation);
  return {
    dataAsOf: asOf,
    dataDays: asOf && daysBetween(asOf, day),
    dataDueOn: due && nextDataDue(due, day),
    dataLate: due !== null && asOf !== null && isDataLate(due, asOf, day),
  };
}

function dataDay(
  indicator: IndicatorDefinition,
  { dataSet, entered }: Pick<Evaluation, 'dataSet' | 'entered'>,
): CivilDate | null {
  if (restsOnSchools(indicator)) return dataSet && civilDate(dataSet.asOf);
  const keys = new Set(keysOf(indicator).map(({ key }) => key));
  const days = [
    ...entered.figures.filter(({ key, value }) => value !== null && keys.has(key)).map(({ asOf }) => asOf),
    ...entered.judgements.filter((each) => each.indicator === indicator.id).map(({ judgedOn }) => judgedOn),
  ];
  return days.sort()[0] ?? null;
}
