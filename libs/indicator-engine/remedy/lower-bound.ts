import type { ExactCounty } from './exact-county.js';
import { ceilRatio, integerRoot } from './ratio-arithmetic.js';
import { sumOf } from './fill-to-total.js';

const precision = 2 ** 50;

/**
 * A number of units below which no spread can fit, proven in whole numbers from any reference spread.
 *
 * Whatever fits has √(ΣY²/p) ≤ κ·ΣY with κ² = (1 + L²)/P, so by Cauchy–Schwarz, for any reference ratios z ≥ 0,
 * Σ Y·z ≤ √(ΣY²/p)·√(Σp·z²) ≤ h·ΣY for every h ≥ κ·√(Σp·z²): a linear condition Σ Y·(h − z) ≥ 0. What it lacks at the
 * lower bounds, divided by the most that one unit can give it, must be bought on top of them. The nearer the reference is
 * to the best fractional spread, the sharper the bound; it is valid for every one.
 * @param lower the fewest units each section gets
 * @param reference ratios (amount a pupil, in units) of a spread near the best
 */
export function provenLowerBound(
  county: ExactCounty,
  lower: readonly number[],
  reference: readonly number[],
): number {
  const largest = Math.max(...reference);
  const ratios = reference.map((ratio) => BigInt(Math.max(0, Math.round((ratio / largest) * precision))));
  const height = cutHeight(county, ratios);
  let lacking = 0n;
  let best: { readonly gain: bigint } | undefined;
  for (let index = 0; index < county.size; index += 1) {
    const slope = height - ratios[index]!;
    lacking -= county.amountWith(index, lower[index]!) * slope;
    const gain = county.steps[index]! * slope;
    if (gain > 0n && (!best || gain > best.gain)) best = { gain };
  }
  const base = sumOf(lower);
  if (lacking <= 0n || !best) return base;
  return base + Number(ceilRatio({ numerator: lacking, denominator: best.gain }));
}

/** The least whole h (of the ratios' scale) with h² ≥ (1 + L²)/P · Σ p·z², or one above it. */
function cutHeight(county: ExactCounty, ratios: readonly bigint[]): bigint {
  const { numerator, denominator } = county.limit;
  const squares = ratios.reduce((sum, ratio, i) => sum + BigInt(county.students[i]!) * ratio * ratio, 0n);
  const square = ceilRatio({
    numerator: (numerator ** 2n + denominator ** 2n) * squares,
    denominator: denominator ** 2n * BigInt(county.totalStudents),
  });
  return integerRoot(square) + 1n;
}
