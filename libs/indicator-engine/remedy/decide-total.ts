import type { ExactCounty } from './exact-county.js';
import { fillToTotal, sumOf, type Tilt, upwardFrom } from './fill-to-total.js';

/** Chords tried for one total before the question is left open. */
const mostChords = 300;

/**
 * Whether some spread of exactly `total` units fits, where a unit may count differently from section to section: exact.
 *
 * Units alone do not fix the sum T of what counts, so T² is replaced by its chord over an interval of T. On the interval
 * the chord lies above T²: when even the least of the (separable, hence exactly solved) chord problem does not fit,
 * nothing in the interval does. When it fits with T outside the interval or at its ends, it truly fits. Otherwise the
 * interval is parted at that T, where both new chords are exact; T has finitely many values (docs/remedy.md).
 * @param lower the fewest units each section gets
 * @returns a spread that fits, 'none' when none does, 'open' after 300 chords without an answer
 * @example decideTotal(county, [0, 2, 0], 4) // [0, 3, 1]
 */
export function decideTotal(
  county: ExactCounty,
  lower: readonly number[],
  total: number,
): number[] | 'none' | 'open' {
  const spare = BigInt(total - sumOf(lower));
  const base = county.totalWith(lower);
  const least = county.steps.reduce((a, b) => (b < a ? b : a));
  const most = county.steps.reduce((a, b) => (b > a ? b : a));
  const intervals = [{ from: base + spare * least, to: base + spare * most }];
  for (let turn = 0; turn < mostChords; turn += 1) {
    const interval = intervals.pop();
    if (!interval) return 'none';
    const { from, to } = interval;
    const units = fillToTotal(county, upwardFrom(lower), total, chordTilt(county, from + to));
    if (county.fits(units)) return units;
    if (!county.fitsChord(units, from, to)) continue;
    const middle = county.totalWith(units);
    intervals.push({ from, to: middle }, { from: middle, to });
  }
  return 'open';
}

/** The slope of (1 + L²)/P times the chord of T², of which the two ends are given as their sum. */
function chordTilt(county: ExactCounty, ends: bigint): Tilt {
  const { numerator, denominator } = county.limit;
  const students = BigInt(county.totalStudents);
  const exact = {
    numerator: (numerator ** 2n + denominator ** 2n) * ends,
    denominator: denominator ** 2n * students,
  };
  return { exact, approximate: county.inUnits(exact) };
}
