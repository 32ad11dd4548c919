import type { ExactCounty } from './exact-county.js';
import { fillToTotal, sumOf, upwardFrom } from './fill-to-total.js';
import { leastTotal } from './least-total.js';

/**
 * Teachers may move before any are added: the fewest added, then, with that many, the fewest moved. Nobody gives away
 * more than it has above its own line.
 *
 * Fewest added: the same search as without moves, only that the lower bounds may be negative. Fewest moved: for a number
 * of moves M the receivers' and the givers' sides part, each a fill of its own, and more moves never make it worse up to
 * the M of the best spread (docs/remedy.md), so that halving is allowed.
 * @returns the units of each section; negative: given away
 * @example leastMoves(county, county.unitsToLine()) // [-2, 1, 1]
 */
export function leastMoves(county: ExactCounty, lower: readonly number[]): number[] {
  const best = leastTotal(county, lower, 0);
  const added = sumOf(best);
  const receivers = upwardFrom(lower.map((units) => Math.max(0, units)));
  const givers = { lower: lower.map((units) => Math.min(0, units)), upper: lower.map(() => 0) };
  const moving = (moves: number) => {
    const received = fillToTotal(county, receivers, added + moves);
    const given = fillToTotal(county, givers, -moves);
    return received.map((units, index) => units + given[index]!);
  };
  let low = Math.max(0, sumOf(receivers.lower) - added) - 1;
  let high = givenAway(best);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (county.fits(moving(middle))) high = middle;
    else low = middle;
  }
  return moving(high);
}

/** How many units leave the schools they are in. */
export function givenAway(units: readonly number[]): number {
  return units.reduce((sum, count) => sum + Math.max(0, -count), 0);
}
