import type { ExactCounty } from './exact-county.js';

/**
 * The best spread when units may be divided, in floating point: a guide for rounding and for the proven bound, which
 * holds whatever this returns.
 *
 * At the optimum every section that gets more than its lower bound stands at the ratio h·(1 − ρ·θ), θ being the units one
 * counted unit takes there (1/share) relative to the cheapest, and h = (1 + L²)·mean. For each ρ the level h that just fits
 * is found by halving, and ρ by halving on that last condition.
 * @returns amounts of the sections, in units
 */
export function fractionalSpread(county: ExactCounty, lower: readonly number[]): number[] {
  const spread = new Spread(county, lower);
  let best = spread.fitted(0) ?? spread.base;
  let low = 0;
  let high = 1;
  for (let turn = 0; turn < 50; turn += 1) {
    const rho = (low + high) / 2;
    const found = spread.fitted(rho);
    if (found && spread.levelOf(found, rho) < spread.wantedLevel(found)) {
      low = rho;
      best = found;
    } else high = rho;
  }
  return best;
}

class Spread {
  readonly base: number[];
  private readonly expense: readonly number[];
  private readonly squaredLimit: number;

  constructor(
    private readonly county: ExactCounty,
    lower: readonly number[],
  ) {
    this.base = county.haveApprox.map((have, index) => have + county.stepApprox[index]! * lower[index]!);
    const cheapest = Math.max(...county.stepApprox);
    this.expense = county.stepApprox.map((step) => cheapest / step);
    this.squaredLimit = (Number(county.limit.numerator) / Number(county.limit.denominator)) ** 2;
  }

  /** The lowest spread of this kind that fits; null when none does. */
  fitted(rho: number): number[] | null {
    let high = Math.max(...this.base.map((amount, index) => amount / this.county.students[index]!));
    for (let turn = 0; !this.fits(this.at(high, rho)); turn += 1) {
      if (turn === 40) return null;
      high *= 2;
    }
    let low = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const level = (low + high) / 2;
      if (this.fits(this.at(level, rho))) high = level;
      else low = level;
    }
    return this.at(high, rho);
  }

  private at(level: number, rho: number): number[] {
    return this.base.map((amount, index) =>
      Math.max(amount, this.county.students[index]! * level * (1 - rho * this.expense[index]!)),
    );
  }

  /** The level h a spread was made with: that of any section it has raised; 0 when it raised none. */
  levelOf(amounts: readonly number[], rho: number): number {
    let level = 0;
    for (const [index, amount] of amounts.entries()) {
      const raised = amount > this.base[index]!;
      if (raised)
        level = Math.max(level, amount / this.county.students[index]! / (1 - rho * this.expense[index]!));
    }
    return level;
  }

  wantedLevel(amounts: readonly number[]): number {
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    return ((1 + this.squaredLimit) * sum) / this.county.totalStudents;
  }

  private fits(amounts: readonly number[]): boolean {
    const squares = amounts.reduce((sum, amount, i) => sum + (amount * amount) / this.county.students[i]!, 0);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return this.county.totalStudents * squares <= (1 + this.squaredLimit) * total * total;
  }
}
