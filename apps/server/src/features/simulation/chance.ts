import { createHash } from 'node:crypto';
import type { DayRange } from '#campaign-pack';

/**
 * Luck that depends on nothing but the seed and what it is about: the order in which things are asked does not matter,
 * so the same seed always tells the same story.
 * @returns 0 ≤ x < 1
 */
export function chance(seed: number, ...about: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...about].join('/'))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** A number of days within the range. */
export function daysWithin({ from, to }: DayRange, luck: number): number {
  return from + Math.floor(luck * (to - from + 1));
}
