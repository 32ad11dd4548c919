import type { ExactCounty } from './exact-county.js';
import { ceilRatio } from './ratio-arithmetic.js';
import { fillToTotal, sumOf, upwardFrom } from './fill-to-total.js';

/**
 * The fewest units that bring the coefficient within its limit, no section getting less than its lower bound.
 * Exact: fillToTotal answers each total exactly; totals below `monotoneFrom` are tried one by one, and above it a total
 * that fits makes every larger one fit (docs/remedy.md), so that halving is allowed.
 * @param county every section must have the same share (`isUniform`)
 * @param minimum the fewest units in all that may be given, e.g. 0 when teachers move
 * @returns the units of each section, with the smallest coefficient among those of the fewest units
 * @example leastTotal(county, county.unitsToLine().map((units) => Math.max(0, units)), 0)
 */
export function leastTotal(county: ExactCounty, lower: readonly number[], minimum: number): number[] {
  const fill = (total: number) => fillToTotal(county, upwardFrom(lower), total);
  const start = Math.max(minimum, sumOf(lower));
  const monotone = Math.max(start, monotoneFrom(county));
  for (let total = start; total <= monotone; total += 1) {
    const units = fill(total);
    if (county.fits(units)) return units;
  }
  const fits = (total: number) => county.fits(fill(total));
  return fill(firstThatFits(fits, monotone, Math.max(monotone + 1, guessTotal(county, lower))));
}

/**
 * From this total on one more unit, well placed, always lowers P·ΣY²/p − (1 + L²)·(ΣY)².
 * The best place costs at most the average place, P·min((2Y + 1)/p) ≤ 2T + n, and (1 + L²)(2T + 1) is gained: enough is
 * n − 1 ≤ L²(2T + 1), T being the county's sum in units.
 */
function monotoneFrom(county: ExactCounty): number {
  const step = county.steps[0] ?? 1n;
  const { numerator, denominator } = county.limit;
  const needed = { numerator: BigInt(county.size - 1) * denominator ** 2n, denominator: numerator ** 2n };
  const sum = ceilRatio({
    numerator: needed.numerator - needed.denominator,
    denominator: 2n * needed.denominator,
  });
  return Number(ceilRatio({ numerator: sum * step - county.total(), denominator: step }));
}

/** @param below known not to fit @param guess above it, where to begin; from `below` on, what fits goes on fitting */
function firstThatFits(fits: (total: number) => boolean, below: number, guess: number): number {
  let [low, high] = [below, guess];
  if (fits(guess)) {
    for (let stride = 1; high - stride > low; stride *= 2) {
      if (fits(high - stride)) high -= stride;
      else low = high - stride;
    }
  } else {
    low = guess;
    high = guess + 1;
    for (let stride = 2; !fits(high); stride *= 2) [low, high] = [high, high + stride];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Where the continuous problem ends: the common level at which the coefficient meets its limit. */
function guessTotal(county: ExactCounty, lower: readonly number[]): number {
  const { students, haveApprox, stepApprox, totalStudents } = county;
  const limit = Number(county.limit.numerator) / Number(county.limit.denominator);
  const unitsAt = (level: number) =>
    students.map((count, i) => Math.max(lower[i]!, (count * level - haveApprox[i]!) / stepApprox[i]!));
  let low = 0;
  let high = Math.max(
    ...students.map((count, i) => (haveApprox[i]! + stepApprox[i]! * Math.max(0, lower[i]!)) / count),
  );
  for (let turn = 0; turn < 60; turn += 1) {
    const level = (low + high) / 2;
    const amounts = unitsAt(level).map((units, i) => haveApprox[i]! + stepApprox[i]! * units);
    const squares = amounts.reduce((sum, amount, i) => sum + (amount * amount) / students[i]!, 0);
    if (totalStudents * squares <= (1 + limit * limit) * sumOf(amounts) ** 2) high = level;
    else low = level;
  }
  return Math.round(sumOf(unitsAt(high)));
}
