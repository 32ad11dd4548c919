import type { ExactCounty } from './exact-county.js';
import { sumOf } from './fill-to-total.js';

/** Spreads looked at before the search is given up: well under a second. */
const mostTrials = 20_000;

/**
 * Looks for a spread of at most `total` units that fits, by trying every number of units in the sections where a unit
 * counts in part; the others are then filled up one by one where the next adds least, which is exact for them.
 * @returns the spread found, 'none' when there is none, 'too_many' when there are more than 20,000 to try
 */
export function anyOfFewer(
  county: ExactCounty,
  lower: readonly number[],
  total: number,
): number[] | 'none' | 'too_many' {
  const whole = largestGroup(county);
  const parts = [...lower.keys()].filter((index) => !whole.includes(index));
  const spare = total - sumOf(lower);
  if (spare < 0) return 'none';
  if ((spare + 1) ** (parts.length + 1) > mostTrials) return 'too_many';
  const tryFrom = (at: number, units: number[], left: number): number[] | null => {
    const part = parts[at];
    if (part === undefined) return fillWhole(county, whole, units, left);
    for (let count = 0; count <= left; count += 1) {
      const found = tryFrom(at + 1, units.with(part, units[part]! + count), left - count);
      if (found) return found;
    }
    return null;
  };
  return tryFrom(0, [...lower], spare) ?? 'none';
}

/** The sections that share the commonest step. */
function largestGroup(county: ExactCounty): number[] {
  const groups = new Map<bigint, number[]>();
  for (const [index, step] of county.steps.entries()) groups.set(step, [...(groups.get(step) ?? []), index]);
  return [...groups.values()].reduce(
    (largest, group) => (group.length > largest.length ? group : largest),
    [],
  );
}

function fillWhole(
  county: ExactCounty,
  whole: readonly number[],
  from: number[],
  left: number,
): number[] | null {
  const units = [...from];
  for (let spent = 0; ; spent += 1) {
    if (county.fits(units)) return units;
    if (spent === left) return null;
    units[cheapestNext(county, whole, units)]! += 1;
  }
}

/** Exact: where the next unit adds least to ΣY²/p. */
function cheapestNext(county: ExactCounty, whole: readonly number[], units: readonly number[]): number {
  const size = (index: number) => 2n * county.amountWith(index, units[index]!) + county.steps[index]!;
  return whole.reduce((best, index) =>
    size(index) * BigInt(county.students[best]!) < size(best) * BigInt(county.students[index]!)
      ? index
      : best,
  );
}
