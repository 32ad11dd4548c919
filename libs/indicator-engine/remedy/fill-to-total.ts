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
 * Spreads exactly `total` units so that Σ (amount²/students), and with it the coefficient, is as small as it can be.
 *
 * Each term is convex in its own units, so units given one by one where the next adds least end in the optimum
 * (an exchange argument; docs/remedy.md). Floating point finds a spread near it; then units are exchanged, compared in
 * whole numbers, until no section's last unit adds more than another's next one would — which is what optimal means.
 * @param county every section must have the same share (`isUniform`)
 * @throws RangeError when the bounds leave no room for the total
 * @example fillToTotal(county, upwardFrom([0, 0]), 3) // [1, 2]
 */
export function fillToTotal(county: ExactCounty, bounds: Bounds, total: number): number[] {
  if (sumOf(bounds.lower) > total || sumOf(bounds.upper) < total) {
    throw new RangeError('the bounds leave no room for the total');
  }
  const units = nearlyFilled(county, bounds, total);
  for (let missing = total - sumOf(units); missing > 0; missing -= 1) giveOne(county, bounds, units);
  settle(county, bounds, units);
  return units;
}

/** The highest common level, found by halving, that spends no more than the total. */
function nearlyFilled(county: ExactCounty, { lower, upper }: Bounds, total: number): number[] {
  const step = county.stepApprox[0] ?? 1;
  const at = (level: number) =>
    county.students.map((students, index) => {
      const wanted = Math.floor((students * level - county.haveApprox[index]!) / step + 0.5);
      return Math.min(upper[index]!, Math.max(lower[index]!, wanted));
    });
  let low = -1;
  let high = 1;
  while (sumOf(at(high)) <= total && high < 1e15) high *= 2;
  for (let turn = 0; turn < 100 && high - low > 1e-13 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (sumOf(at(middle)) <= total) low = middle;
    else high = middle;
  }
  const found = at(low);
  return sumOf(found) <= total ? found : [...lower];
}

function giveOne(county: ExactCounty, { upper }: Bounds, units: number[]): void {
  let best = -1;
  let least = Infinity;
  for (let index = 0; index < county.size; index += 1) {
    if (units[index]! >= upper[index]!) continue;
    const step = county.stepApprox[index]!;
    const next = (2 * (county.haveApprox[index]! + step * units[index]!) + step) / county.students[index]!;
    if (next < least) [best, least] = [index, next];
  }
  units[best]! += 1;
}

/** Exact: exchanges units until the dearest last one costs no more than the cheapest next one. */
function settle(county: ExactCounty, { lower, upper }: Bounds, units: number[]): void {
  for (;;) {
    let next: Increment | undefined;
    let last: Increment | undefined;
    for (let index = 0; index < county.size; index += 1) {
      const amount = 2n * county.amountWith(index, units[index]!);
      const students = BigInt(county.students[index]!);
      const step = county.steps[index]!;
      const up = { index, size: amount + step, students };
      const down = { index, size: amount - step, students };
      if (units[index]! < upper[index]! && (!next || exceeds(next, up))) next = up;
      if (units[index]! > lower[index]! && (!last || exceeds(down, last))) last = down;
    }
    if (!next || !last || !exceeds(last, next)) return;
    units[last.index]! -= 1;
    units[next.index]! += 1;
  }
}

/** What one unit adds to Σ (amount²/students): size ÷ students. */
interface Increment {
  readonly index: number;
  readonly size: bigint;
  readonly students: bigint;
}

const exceeds = (a: Increment, b: Increment) => a.size * b.students > b.size * a.students;

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
