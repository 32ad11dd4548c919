import { type CountyResult, type IndicatorDefinition, isWeak } from '#indicator-engine';
import { boardState } from './board-state.js';
import type { DataAge } from './data-age.js';
import type { BoardRow } from './indicators.dto.js';
import type { Responsibility } from './responsibilities/responsible-units-of.js';
import type { Trend } from './trend.js';

/** What is known of an indicator beside its verdict. */
export interface BoardFacts {
  readonly responsibility: Responsibility;
  readonly trend: Trend;
  readonly age: DataAge;
  readonly openTasks: number;
}

/** One indicator with its units. */
export function boardRow(indicator: IndicatorDefinition, result: CountyResult, facts: BoardFacts): BoardRow {
  const { id, name, group, level, type, cycle } = indicator;
  const { leadUnits, supportUnits, leadNames, supportNames } = facts.responsibility;
  return {
    id,
    name,
    group,
    level,
    type,
    cycle,
    ...boardState(id, result),
    leadUnits: [...leadUnits],
    supportUnits: [...supportUnits],
    leadNames: [...leadNames],
    supportNames: [...supportNames],
    weakBasis: restsOnWeakBasis(indicator),
    ...facts.trend,
    ...facts.age,
    openTasks: facts.openTasks,
  };
}

function restsOnWeakBasis({ basis, tests }: IndicatorDefinition): boolean {
  const lines = tests.flatMap(({ national, local }) => [...national, ...local]);
  return isWeak(basis) || lines.some((line) => isWeak(line.basis));
}
