import type { Standard } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import { type Responsibility, responsibleUnitsOf } from '../responsibilities/responsible-units-of.js';

/** What the acting person may enter, by indicator. */
export interface MayEnter {
  /** Figures and special cases: the lead unit and the government office. */
  figures(indicator: string): boolean;
  /** Judgements: the lead unit alone; the office confirms. */
  judgements(indicator: string): boolean;
}

/** The lead units are the campaign's own, or those that the standard names. */
export async function mayEnterFigures(work: Work, standard: Standard): Promise<MayEnter> {
  return mayEnter(work.actor, await responsibleUnitsOf(work, standard.indicators));
}

/** The same, where the responsible units are known already. */
export function mayEnter(
  { role, unitId }: Work['actor'],
  responsible: ReadonlyMap<string, Pick<Responsibility, 'leadUnits'>>,
): MayEnter {
  const isLed = (indicator: string): boolean =>
    responsible.get(indicator)?.leadUnits.some(({ id }) => id === unitId) ?? false;
  const handles = (role === 'handler' || role === 'head') && unitId !== null;
  const judgements = (indicator: string): boolean => handles && isLed(indicator);
  return {
    figures: (indicator) => role === 'government_office' || judgements(indicator),
    judgements,
  };
}
