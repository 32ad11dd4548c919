import { decideTotal } from './decide-total.js';
import type { ExactCounty } from './exact-county.js';
import { sumOf } from './fill-to-total.js';
import { fractionalSpread } from './fractional-spread.js';
import { provenLowerBound } from './lower-bound.js';

export interface SharedSpread {
  readonly units: readonly number[];
  /** Proven: no spread of fewer units fits. */
  readonly lowerBound: number;
}

/**
 * The fewest units that bring the coefficient within its limit where a unit counts only in part in integrated schools.
 * Totals are decided exactly one after the other, from the first that the bound by fractional units does not rule out.
 * Should one stay open, the bound stays there and the answer is the next total that fits: the gap is then stated.
 * @param lower the fewest units each section gets
 * @example sharedTotal(county, [0, 2, 0]) // { units: [0, 3, 1], lowerBound: 4 }
 */
export function sharedTotal(county: ExactCounty, lower: readonly number[]): SharedSpread {
  if (county.fits(lower)) return { units: lower, lowerBound: sumOf(lower) };
  const amounts = fractionalSpread(county, lower);
  const reference = amounts.map((amount, index) => amount / county.students[index]!);
  let firstOpen: number | undefined;
  for (let total = provenLowerBound(county, lower, reference); ; total += 1) {
    const decision = decideTotal(county, lower, total);
    if (decision === 'open') firstOpen ??= total;
    else if (decision !== 'none') return { units: decision, lowerBound: firstOpen ?? total };
  }
}
