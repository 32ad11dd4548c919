import {
  compareRatios,
  divideRatios,
  multiplyRatios,
  type Ratio,
  reduceRatio,
  wholeRatio,
} from '../decimal.js';
import { ceilRatio, commonMultiple, subtractRatios } from './ratio-arithmetic.js';

/** One section (a stage of a school) as the county's coefficient of variation sees it. */
export interface CountySection {
  /** Whatever the caller knows the section by, e.g. the school's code. */
  readonly id: string;
  /** Pupils of this stage, whole and above 0. */
  readonly students: number;
  /** What counts for this stage now: 人, ㎡, 元 or 间. */
  readonly amount: Ratio;
  /** How much of one more 人, ㎡, 元 or 间 in this school counts for this stage: 1 unless an integrated school splits it. */
  readonly share: Ratio;
  /** The line a pupil: 0.042 for 4.2 人/百生. */
  readonly line: Ratio;
}

/** One indicator in one stage of a county. */
export interface CountyProblem {
  /** The coefficient's limit: 0.5 or 0.45, above 0. */
  readonly limit: Ratio;
  /** The smallest amount that can be bought or moved: 1, or 0.5 for C3. */
  readonly unit: Ratio;
  readonly sections: readonly CountySection[];
}

/**
 * A county problem in whole numbers: every amount is a multiple of 1/denominator of the unit, so that sums, squares and
 * comparisons are exact. `units[i]` below is how many units section i gets (negative: gives away).
 */
export class ExactCounty {
  readonly size: number;
  readonly students: readonly number[];
  /** Amounts × denominator ÷ unit. */
  readonly have: readonly bigint[];
  /** What one unit adds × denominator ÷ unit. */
  readonly steps: readonly bigint[];
  readonly denominator: bigint;
  /** The same as `have` and `steps` in floating point and in units: they guide searches and decide nothing. */
  readonly haveApprox: readonly number[];
  readonly stepApprox: readonly number[];
  readonly totalStudents: number;
  readonly limit: Ratio;
  private readonly problem: CountyProblem;
  private weights: { readonly common: bigint; readonly of: readonly bigint[] } | undefined;

  constructor(problem: CountyProblem) {
    const { sections, unit } = problem;
    checkProblem(problem);
    this.problem = problem;
    this.size = sections.length;
    this.limit = reduceRatio(problem.limit);
    this.students = sections.map((section) => section.students);
    this.totalStudents = this.students.reduce((sum, count) => sum + count, 0);
    const amounts = sections.map((section) => reduceRatio(divideRatios(section.amount, unit)));
    const shares = sections.map((section) => reduceRatio(section.share));
    this.denominator = commonMultiple([...amounts, ...shares].map((ratio) => ratio.denominator));
    const scaled = (ratio: Ratio) => ratio.numerator * (this.denominator / ratio.denominator);
    this.have = amounts.map(scaled);
    this.steps = shares.map(scaled);
    this.haveApprox = amounts.map(approximate);
    this.stepApprox = shares.map(approximate);
  }

  /** Whether one unit counts the same in every section: then filling up by the smallest increment is exact. */
  get isUniform(): boolean {
    return this.steps.every((step) => step === this.steps[0]);
  }

  /** The least whole number of units that brings each section to its line; negative: what it can spare. */
  unitsToLine(): number[] {
    const { unit, sections } = this.problem;
    return sections.map(({ students, amount, share, line }) => {
      const lacking = subtractRatios(multiplyRatios(line, wholeRatio(students)), amount);
      return Number(ceilRatio(divideRatios(lacking, multiplyRatios(share, unit))));
    });
  }

  /** What section i has after getting `units`, scaled by the denominator. */
  amountWith(index: number, units: number): bigint {
    return this.have[index]! + this.steps[index]! * BigInt(units);
  }

  /** Σ amounts now, scaled. */
  total(): bigint {
    return this.have.reduce((sum, amount) => sum + amount, 0n);
  }

  /** Σ amounts with these additions, scaled. */
  totalWith(units: readonly number[]): bigint {
    return units.reduce((sum, count, index) => sum + this.amountWith(index, count), 0n);
  }

  /** Whether the coefficient is within its limit: P·ΣY²/p ≤ (1 + L²)·(ΣY)². */
  fits(units: readonly number[]): boolean {
    const sum = this.totalWith(units);
    return sum > 0n && this.fitsChord(units, sum, sum);
  }

  /**
   * The same with (ΣY)² replaced by its chord between two sums: P·ΣY²/p ≤ (1 + L²)·((from + to)·ΣY − from·to). Each side
   * of the floating-point form is off by less than (n + 16)·2⁻⁵³ of its terms' sum; only a difference above twice that
   * decides, and anything nearer, infinite or not a number goes to whole numbers.
   */
  fitsChord(units: readonly number[], from: bigint, to: bigint): boolean {
    const amounts = units.map((count, index) => this.amountWith(index, count));
    const sum = amounts.reduce((total, amount) => total + amount, 0n);
    const squares = amounts.reduce((total, y, i) => total + Number(y) ** 2 / this.students[i]!, 0);
    const limit = Number(this.limit.numerator) / Number(this.limit.denominator);
    const left = this.totalStudents * squares;
    const plus = (1 + limit * limit) * Number(from + to) * Number(sum);
    const minus = (1 + limit * limit) * Number(from) * Number(to);
    const margin = (this.size + 16) * Number.EPSILON * (left + Math.abs(plus) + minus);
    if (left < plus - minus - margin) return true;
    if (left > plus - minus + margin) return false;
    return this.fitsExactly(amounts, (from + to) * sum - from * to);
  }

  private fitsExactly(amounts: readonly bigint[], square: bigint): boolean {
    this.weights ??= inverseWeights(this.students);
    const { common, of } = this.weights;
    const squares = amounts.reduce((total, amount, index) => total + amount * amount * of[index]!, 0n);
    const { numerator, denominator } = this.limit;
    const left = BigInt(this.totalStudents) * squares * denominator ** 2n;
    return left <= (numerator ** 2n + denominator ** 2n) * common * square;
  }

  /** A scaled amount as a floating-point number of units. */
  inUnits({ numerator, denominator }: Ratio): number {
    return approximate({ numerator, denominator: denominator * this.denominator });
  }

  /** The coefficient for display; null while the county has nothing at all. */
  coefficient(units: readonly number[]): number | null {
    const amounts = units.map((count, index) =>
      approximate({ numerator: this.amountWith(index, count), denominator: this.denominator }),
    );
    const mean = amounts.reduce((sum, amount) => sum + amount, 0) / this.totalStudents;
    if (mean <= 0) return null;
    const variance = amounts.reduce((sum, amount, index) => {
      const students = this.students[index]!;
      return sum + (students / this.totalStudents) * (amount / students - mean) ** 2;
    }, 0);
    return Math.sqrt(variance) / mean;
  }
}

function checkProblem({ limit, unit, sections }: CountyProblem): void {
  const zero = wholeRatio(0);
  for (const [name, value] of Object.entries({ limit, unit })) {
    if (compareRatios(value, zero) <= 0) throw new RangeError(`${name} must be above 0`);
  }
  for (const { id, students, amount, share, line } of sections) {
    if (!Number.isSafeInteger(students) || students <= 0)
      throw new RangeError(`section ${id}: students must be whole and above 0`);
    if (compareRatios(amount, zero) < 0) throw new RangeError(`section ${id}: the amount is negative`);
    if (compareRatios(share, zero) <= 0) throw new RangeError(`section ${id}: the share must be above 0`);
    if (compareRatios(line, zero) <= 0) throw new RangeError(`section ${id}: the line must be above 0`);
  }
}

function inverseWeights(students: readonly number[]) {
  const common = commonMultiple(students.map(BigInt));
  return { common, of: students.map((count) => common / BigInt(count)) };
}

/** Shifts both parts until they fit a double. */
function approximate({ numerator, denominator }: Ratio): number {
  const excess = Math.max(0, denominator.toString(16).length - 200) * 4;
  return Number(numerator >> BigInt(excess)) / Number(denominator >> BigInt(excess));
}
