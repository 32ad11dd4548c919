import type { ExactCounty } from './exact-county.js';
import { anyOfFewer } from './try-fewer.js';
import { sumOf } from './fill-to-total.js';
import { fractionalSpread } from './fractional-spread.js';
import { provenLowerBound } from './lower-bound.js';

export interface SharedSpread {
  readonly units: readonly number[];
  /** Proven: no spread of fewer units fits. */
  readonly lowerBound: number;
}

/**
 * Few units that bring the coefficient within its limit where a unit counts only in part in integrated schools.
 * The units returned always fit (decided exactly) and the lower bound is proven: where both are equal the answer is
 * optimal, otherwise their difference bounds what is left to gain. Small counties are searched until both are equal.
 * @param lower the fewest units each section gets
 * @example sharedTotal(county, [0, 2, 0]) // { units: [0, 3, 1], lowerBound: 4 }
 */
export function sharedTotal(county: ExactCounty, lower: readonly number[]): SharedSpread {
  if (county.fits(lower)) return { units: lower, lowerBound: sumOf(lower) };
  const amounts = fractionalSpread(county, lower);
  const reference = amounts.map((amount, index) => amount / county.students[index]!);
  const lowerBound = provenLowerBound(county, lower, reference);
  let units = rounded(county, lower, amounts);
  for (let fewer = oneFewer(county, lower, units); fewer; fewer = oneFewer(county, lower, units))
    units = fewer;
  for (;;) {
    if (sumOf(units) <= lowerBound) return { units, lowerBound };
    const found = anyOfFewer(county, lower, sumOf(units) - 1);
    if (found === 'too_many') return { units, lowerBound };
    if (found === 'none') return { units, lowerBound: sumOf(units) };
    units = found;
  }
}

/** The fractional spread rounded down, then unit by unit where the next helps most, until it fits. */
function rounded(county: ExactCounty, lower: readonly number[], amounts: readonly number[]): number[] {
  const units = amounts.map((amount, index) => {
    const whole = Math.floor((amount - county.haveApprox[index]!) / county.stepApprox[index]!);
    return Math.max(lower[index]!, whole);
  });
  while (!county.fits(units)) units[bestToGive(county, units)]! += 1;
  return units;
}

/** Takes one unit away and exchanges others while that helps; null when the rest cannot be made to fit this way. */
function oneFewer(county: ExactCounty, lower: readonly number[], from: readonly number[]): number[] | null {
  const units = [...from];
  const first = bestToTake(county, lower, units);
  if (first === null) return null;
  units[first]! -= 1;
  for (let turn = 0; turn < 2 * county.size && !county.fits(units); turn += 1) {
    const given = bestToGive(county, units);
    units[given]! += 1;
    const taken = bestToTake(county, lower, units);
    if (taken === null || taken === given) return null;
    units[taken]! -= 1;
  }
  return county.fits(units) ? units : null;
}

const bestToGive = (county: ExactCounty, units: readonly number[]): number =>
  leastChange(county, units, 1, () => true) ?? 0;

const bestToTake = (county: ExactCounty, lower: readonly number[], units: readonly number[]): number | null =>
  leastChange(county, units, -1, (index) => units[index]! > lower[index]!);

/** Where one unit more or less changes P·ΣY²/p − (1 + L²)·(ΣY)² least (most downwards). */
function leastChange(
  county: ExactCounty,
  units: readonly number[],
  sign: 1 | -1,
  allowed: (index: number) => boolean,
): number | null {
  const limit = Number(county.limit.numerator) / Number(county.limit.denominator);
  const amounts = units.map((count, index) => county.haveApprox[index]! + county.stepApprox[index]! * count);
  const total = sumOf(amounts);
  let best: number | null = null;
  let least = Infinity;
  for (let index = 0; index < county.size; index += 1) {
    if (!allowed(index)) continue;
    const step = sign * county.stepApprox[index]!;
    const spread = (county.totalStudents * step * (2 * amounts[index]! + step)) / county.students[index]!;
    const change = spread - (1 + limit * limit) * step * (2 * total + step);
    if (change < least) [best, least] = [index, change];
  }
  return best;
}
