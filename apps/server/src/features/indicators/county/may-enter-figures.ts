import type { IndicatorDefinition, Standard } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import { responsibleUnits } from '../responsible-units.js';
import { readUnitNames } from '../unit-names.queries.js';

/** What the acting person may enter, by indicator. */
export interface MayEnter {
  /** Figures and special cases: the lead unit and the government office. */
  figures(indicator: string): boolean;
  /** Judgements: the lead unit alone; the office confirms. */
  judgements(indicator: string): boolean;
}

/** The lead units are those that the standard names, found through the campaign's names. */
export async function mayEnterFigures(work: Work, standard: Standard): Promise<MayEnter> {
  const { role, unitId } = work.actor;
  const units = await readUnitNames(work);
  const isLed = ({ lead }: IndicatorDefinition): boolean =>
    responsibleUnits(lead, units).units.some(({ id }) => id === unitId);
  const led = new Set(standard.indicators.filter(isLed).map(({ id }) => id));
  const handles = (role === 'handler' || role === 'head') && unitId !== null;
  const judgements = (indicator: string): boolean => handles && led.has(indicator);
  return {
    figures: (indicator) => role === 'government_office' || judgements(indicator),
    judgements,
  };
}
