import type { Ratio } from '../decimal.js';
import type { ExactCounty } from './exact-county.js';

/** Whole numbers of units between which each section's addition must stay. */
export interface Bounds {
  readonly lower: readonly number[];
  /** Infinity: no upper bound. */
  readonly upper: readonly number[];
}

/** No more than the lower bounds are prescribed. */
export function upwardFrom(lower: readonly number[]): Bounds {
  return { lower, upper: lower.map(() => Infinity) };
}

/**
 * What a counted unit is worth besides what it adds to Σ (amount²/students): nothing, or the same everywhere. `exact` is
 * in the county's scaled amounts, `approximate` the same in units.
 */
export interface Tilt {
  readonly exact: Ratio;
  readonly approximate: number;
}
const level: Tilt = { exact: { numerator: 0n, denominator: 1n }, approximate: 0 };

/**
 * Spreads exactly `total` units so that Σ (amount²/students − tilt·amount) is as small as it can be; without a tilt, and
 * where a unit counts the same everywhere, the coefficient is then the smallest of this total.
 *
 * Each term is convex in its own units, so units given one by one where the next adds least end in the optimum
 * (an exchange argument; docs/remedy.md). Floating point finds a spread near it; then units are exchanged, compared in
 * whole numbers, until no section's last unit adds more than another's next one would — which is what optimal means.
 * @throws RangeError when the bounds leave no room for the total
 * @example fillToTotal(county, upwardFrom([0, 0]), 3) // [1, 2]
 */
export function fillToTotal(
  county: ExactCounty,
  bounds: Bounds,
  total: number,
  tilt: Tilt = level,
): number[] {
  if (sumOf(bounds.lower) > total || sumOf(bounds.upper) < total) {
    throw new RangeError('the bounds leave no room for the total');
  }
  const units = nearlyFilled(county, bounds, total, tilt.approximate);
  for (let missing = total - sumOf(units); missing > 0; missing -= 1)
    giveOne(county, bounds, units, tilt.approximate);
  settle(county, bounds, units, tilt.exact);
  return units;
}

/** Everything that adds less than a common price, the highest found by halving that spends no more than the total. */
function nearlyFilled(county: ExactCounty, { lower, upper }: Bounds, total: number, tilt: number): number[] {
  const { students, haveApprox, stepApprox } = county;
  const at = (price: number) =>
    students.map((count, index) => {
      const step = stepApprox[index]!;
      const wanted = Math.floor(((count * (price / step + tilt)) / 2 - haveApprox[index]!) / step + 0.5);
      return Math.min(upper[index]!, Math.max(lower[index]!, wanted));
    });
  let low = -(tilt + 2) * Math.max(...stepApprox);
  let high = 1;
  while (sumOf(at(high)) <= total && high < 1e15) high *= 2;
  for (let turn = 0; turn < 100 && high - low > 1e-14 * (Math.abs(low) + Math.abs(high) + tilt); turn += 1) {
    const middle = (low + high) / 2;
    if (sumOf(at(middle)) <= total) low = middle;
    else high = middle;
  }
  const found = at(low);
  return sumOf(found) <= total ? found : [...lower];
}

function giveOne(county: ExactCounty, { upper }: Bounds, units: number[], tilt: number): void {
  let best = -1;
  let least = Infinity;
  for (let index = 0; index < county.size; index += 1) {
    if (units[index]! >= upper[index]!) continue;
    const step = county.stepApprox[index]!;
    const amount = county.haveApprox[index]! + step * units[index]!;
    const next = step * ((2 * amount + step) / county.students[index]! - tilt);
    if (next < least) [best, least] = [index, next];
  }
  units[best]! += 1;
}

/** Exact: exchanges units until the dearest last one costs no more than the cheapest next one. */
function settle(county: ExactCounty, { lower, upper }: Bounds, units: number[], tilt: Ratio): void {
  const students = county.students.map(BigInt);
  for (;;) {
    let next: Increment | undefined;
    let last: Increment | undefined;
    for (let index = 0; index < county.size; index += 1) {
      const amount = 2n * county.amountWith(index, units[index]!);
      const pupils = students[index]!;
      const step = county.steps[index]!;
      const gain = tilt.numerator * pupils;
      const up = { index, size: step * ((amount + step) * tilt.denominator - gain), pupils };
      const down = { index, size: step * ((amount - step) * tilt.denominator - gain), pupils };
      if (units[index]! < upper[index]! && (!next || exceeds(next, up))) next = up;
      if (units[index]! > lower[index]! && (!last || exceeds(down, last))) last = down;
    }
    if (!next || !last || !exceeds(last, next)) return;
    units[last.index]! -= 1;
    units[next.index]! += 1;
  }
}

/** What one unit adds: size ÷ pupils. */
interface Increment {
  readonly index: number;
  readonly size: bigint;
  readonly pupils: bigint;
}

const exceeds = (a: Increment, b: Increment) => a.size * b.pupils > b.size * a.pupils;

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
