import type { IndicatorDefinition } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { Evaluation } from '../evaluations.js';
import { responsibleUnitsOf } from '../responsibilities/responsible-units-of.js';
import type { CountyFigures, FigureEntry, FigureIndicator, SchoolName } from './county-figures.dto.js';
import type { EnteredFigure } from './entered.queries.js';
import { type FigureKey, keysOf } from './figure-keys.js';
import { mayEnter } from './may-enter-figures.js';

/** Indicators with the figures they ask for: what is entered, what is missing, and what one may enter. */
export async function countyFigures(work: Work, evaluation: Evaluation): Promise<CountyFigures> {
  const { asOf, standard, result, entered } = evaluation;
  const responsible = await responsibleUnitsOf(work, standard.indicators);
  const may = mayEnter(work.actor, responsible);
  const states = new Map(result.indicators.map((each) => [each.indicator, each]));
  const row = (indicator: IndicatorDefinition, keys: readonly FigureKey[]): FigureIndicator => {
    const lead = responsible.get(indicator.id);
    const state = states.get(indicator.id);
    return {
      id: indicator.id,
      name: indicator.name,
      cycle: indicator.cycle,
      perSchool: indicator.level === 'school',
      ...entriesOf(keys, entered.figures),
      verdict: state?.verdict ?? 'no_data',
      reason: state?.reason ?? null,
      leadUnits: [...(lead?.leadUnits ?? [])],
      leadNames: [...(lead?.leadNames ?? [])],
      mayEnter: may.figures(indicator.id),
    };
  };
  return {
    asOf,
    schools: schoolNames(evaluation),
    indicators: standard.indicators
      .map((indicator) => ({ indicator, keys: keysOf(indicator) }))
      .filter(({ keys }) => keys.length > 0)
      .map(({ indicator, keys }) => row(indicator, keys)),
  };
}

export function schoolNames({ schools }: Pick<Evaluation, 'schools'>): SchoolName[] {
  return schools.map(({ code, name, kind }) => ({ code, name, kind }));
}

export function figureEntry(figure: EnteredFigure): FigureEntry {
  const { key, school, value, asOf, note, unitName, recordedBy, recordedOn } = figure;
  return { key, school, value, asOf, note, unitName, recordedBy, recordedOn };
}

function entriesOf(
  keys: readonly FigureKey[],
  figures: readonly EnteredFigure[],
): Pick<FigureIndicator, 'fields' | 'schoolEntries'> {
  const own = figures.filter((each) => keys.some(({ key }) => key === each.key)).map(figureEntry);
  return {
    fields: keys.map(({ key, name, unit, whole }) => ({
      key,
      name,
      unit,
      whole,
      entry: own.find((each) => each.key === key && each.school === null) ?? null,
    })),
    schoolEntries: own.filter(({ school }) => school !== null),
  };
}
