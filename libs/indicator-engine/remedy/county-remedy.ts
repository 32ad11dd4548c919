import { type Ratio, multiplyRatios, wholeRatio } from '../decimal.js';
import { type CountyProblem, ExactCounty } from './exact-county.js';
import { sumOf } from './fill-to-total.js';
import { givenAway, leastMoves } from './least-moves.js';
import { leastTotal } from './least-total.js';
import { sharedTotal } from './shared-total.js';

/** 'add': only more. 'move': what a school has above its own line may first go to others (C1–C3). */
export type RemedyMode = 'add' | 'move';

export interface SectionChange {
  /** The section's id as given. */
  readonly section: string;
  /** Whole units got (above 0) or given away (below 0). */
  readonly units: number;
  /** The same in 人, ㎡, 元 or 间: what is bought or moved, not only what counts for the stage. */
  readonly amount: Ratio;
}

export interface CountyRemedy {
  /** Sections that change, in the order given. */
  readonly changes: readonly SectionChange[];
  /** Units added in all: got less given away. */
  readonly added: number;
  /** Units that leave one school for another. */
  readonly moved: number;
  /** No fewer added units are enough: proven. Equal to `added` when `optimal`. */
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** The coefficient before and after, for display; null while the county has nothing at all. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What brings one indicator's coefficient in one stage within its limit and every school over its line, with the fewest
 * whole units added and, in mode 'move', the fewest of those moved (教督〔2017〕6号, coefficient per indicator and stage).
 * @param problem sections with pupils and data, amounts in 人, ㎡, 元 or 间
 * @param mode 'move' needs a share of 1 in every section
 * @throws RangeError for pupils that are not whole and positive, a negative amount, a limit or line of 0, or moves of shares
 * @example countyRemedy(problem, 'add') // { added: 12, moved: 0, lowerBound: 12, optimal: true, changes: […], … }
 */
export function countyRemedy(problem: CountyProblem, mode: RemedyMode): CountyRemedy {
  const county = new ExactCounty(problem);
  if (mode === 'move' && !county.isUniform) throw new RangeError('what counts in part cannot be moved');
  const { units, lowerBound } = spread(county, mode);
  const added = sumOf(units);
  const changes = problem.sections.flatMap(({ id }, index) => {
    const count = units[index]!;
    if (count === 0) return [];
    return [{ section: id, units: count, amount: multiplyRatios(wholeRatio(count), problem.unit) }];
  });
  return {
    changes,
    added,
    moved: givenAway(units),
    lowerBound,
    optimal: lowerBound === added,
    before: county.coefficient(units.map(() => 0)),
    after: county.coefficient(units),
  };
}

function spread(
  county: ExactCounty,
  mode: RemedyMode,
): { readonly units: readonly number[]; readonly lowerBound: number } {
  const toLine = county.unitsToLine();
  const upOnly = toLine.map((units) => Math.max(0, units));
  if (county.size === 0) return { units: [], lowerBound: 0 };
  if (!county.isUniform) return sharedTotal(county, upOnly);
  const units = mode === 'move' ? leastMoves(county, toLine) : leastTotal(county, upOnly, 0);
  return { units, lowerBound: sumOf(units) };
}
