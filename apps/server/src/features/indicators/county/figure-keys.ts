import type { DataCycle, IndicatorDefinition, Standard, Term } from '#indicator-engine';

/** A figure the county enters, as the standard names it. */
export interface FigureKey {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** Persons and places are counted whole. */
  readonly whole: boolean;
  readonly indicator: string;
  /** Entered for every school, not once for the county. */
  readonly perSchool: boolean;
  readonly cycle: DataCycle;
}

/** Every figure that the standard's tests ask the county for, in its order. */
export function countyKeys(standard: Standard): FigureKey[] {
  return standard.indicators.flatMap(keysOf);
}

export function keysOf(indicator: IndicatorDefinition): FigureKey[] {
  const { id, level, cycle } = indicator;
  const terms = indicator.tests
    .filter(({ method }) => method === 'ratio' || method === 'small_school')
    .flatMap(({ numerator, denominator }) => [...numerator, ...denominator]);
  const keys = new Map(terms.map((term) => [term.key, term]));
  return [...keys.values()].map((term) => ({
    ...wordsOf(term),
    indicator: id,
    perSchool: level === 'school',
    cycle,
  }));
}

function wordsOf({ key, name, unit, fraction }: Term): Pick<FigureKey, 'key' | 'name' | 'unit' | 'whole'> {
  return { key, name, unit: unit ?? '人', whole: fraction !== true };
}
