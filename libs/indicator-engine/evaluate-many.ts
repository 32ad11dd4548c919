import { squaredCoefficient, withinLimit } from './coefficient.js';
import { type Decimal, ratioOf } from './decimal.js';
import { type IndicatorLines, type Line, linesOf } from './many-lines.js';
import { resourceIndicators, type Standard, stages } from './types.js';

/** Sections of many counties in columns; every number is whole, NaN is 无数据. */
export interface SectionColumns {
  readonly counties: number;
  /** Index of the county of each section. */
  readonly county: Int32Array;
  /** Place in `stages`: 0 primary, 1 junior. */
  readonly stage: Uint8Array;
  readonly students: Float64Array;
  /** C1…C7 in units of 10^−scale of the school table's unit (C6 万元), before an integrated school is split. */
  readonly amounts: readonly Float64Array[];
  readonly scales: readonly number[];
  /** The section's share of C4…C7, as a fraction of whole numbers; 1 and 1 when not shared. */
  readonly shareNumerator: Float64Array;
  readonly shareDenominator: Float64Array;
}

/** 0 met, 1 unmet at the floor or above, 2 unmet below it, 3 no_data, 4 not_applicable. */
export const figureCodes = { met: 0, aboveFloor: 1, belowFloor: 2, noData: 3, notApplicable: 4 } as const;
/** 0 met, 1 unmet, 2 to_verify (no_data of a coefficient), 3 not_applicable. */
export const conclusionCodes = { met: 0, unmet: 1, toVerify: 2, notApplicable: 3 } as const;

export interface ManyResults {
  /** For C1…C7 a code each section. */
  readonly figures: readonly Uint8Array[];
  readonly sections: Uint8Array;
  /** Place of county, stage and indicator: (county × 2 + stage) × 7 + indicator. NaN without a figure. */
  readonly coefficients: Float64Array;
  readonly coefficientVerdicts: Uint8Array;
}

/** From here on C4…C7: split in integrated schools. */
const firstShared = 3;
/** Three products of doubles err by less than 3·2⁻⁵³ relative; twice that leaves room for the difference. */
const productBound = 2 ** -50;

/**
 * Judges hundreds of thousands of sections at once, with the verdicts of the exact path: floating point decides only
 * where its error bound proves the verdict; all else is decided with whole numbers.
 * @throws RangeError when the standard has lines that columns cannot express
 * @example evaluateMany(columns, standard).sections[0] === conclusionCodes.met
 */
export function evaluateMany(columns: SectionColumns, standard: Standard): ManyResults {
  const lines = linesOf(standard, columns.scales);
  const size = columns.students.length;
  const met = new Uint8Array(size);
  const low = new Uint8Array(size);
  const open = new Uint8Array(size);
  const figures = lines.map((line, index) => judgeColumn(columns, index, line, met, low, open));
  const coefficients = new Float64Array(columns.counties * 14).fill(Number.NaN);
  const coefficientVerdicts = new Uint8Array(columns.counties * 14);
  const members = lazyMembers(columns);
  for (let index = 0; index < lines.length; index += 1) {
    const sums = sumColumn(columns, index);
    judgeCoefficients(columns, index, sums, standard, members, coefficients, coefficientVerdicts);
  }
  const minimum = wholeAtLeast(standard.rules.minimumMet.value);
  const sections = concludeAll(columns.students, met, low, open, minimum);
  return { figures, sections, coefficients, coefficientVerdicts };
}

function judgeColumn(
  columns: SectionColumns,
  index: number,
  lines: IndicatorLines,
  met: Uint8Array,
  low: Uint8Array,
  open: Uint8Array,
): Uint8Array {
  const { students, stage, shareNumerator, shareDenominator } = columns;
  const amounts = columns.amounts[index] ?? new Float64Array(students.length);
  const codes = new Uint8Array(students.length);
  const shared = index >= firstShared;
  const lineOf = [lines.line[0], lines.line[1]] as [Line, Line];
  const floorOf = [lines.floor[0], lines.floor[1]] as [Line, Line];
  for (let i = 0; i < codes.length; i += 1) {
    const pupils = students[i] as number;
    if (pupils === 0) {
      codes[i] = figureCodes.notApplicable;
      continue;
    }
    const amount = (amounts[i] as number) * (shared ? (shareNumerator[i] as number) : 1);
    const weight = pupils * (shared ? (shareDenominator[i] as number) : 1);
    if (!(amount >= 0 && weight > 0)) {
      codes[i] = figureCodes.noData;
      open[i] = 1;
      continue;
    }
    const line = stage[i] === 0 ? lineOf[0] : lineOf[1];
    const own = amount * line.own;
    const need = weight * line.line;
    const gap = own - need;
    if (gap > need * productBound || (gap >= -need * productBound && atLeast(columns, index, i, line))) {
      met[i] = (met[i] as number) + 1;
      continue;
    }
    const floor = stage[i] === 0 ? floorOf[0] : floorOf[1];
    const least = weight * floor.line;
    const rest = amount * floor.own - least;
    const reaches =
      rest > least * productBound || (rest >= -least * productBound && atLeast(columns, index, i, floor));
    codes[i] = reaches ? figureCodes.aboveFloor : figureCodes.belowFloor;
    if (!reaches) low[i] = 1;
  }
  return codes;
}

/** The comparison in whole numbers; only for the few figures that lie on the line within the bound. */
function atLeast(columns: SectionColumns, index: number, i: number, line: Line): boolean {
  const shared = index >= firstShared;
  const amount = BigInt(columns.amounts[index]?.[i] ?? 0);
  const numerator = shared ? BigInt(columns.shareNumerator[i] ?? 1) : 1n;
  const denominator = shared ? BigInt(columns.shareDenominator[i] ?? 1) : 1n;
  const need = line.lineExact * BigInt(columns.students[i] ?? 0) * denominator;
  return amount * numerator * line.ownExact >= need;
}

function concludeAll(
  students: Float64Array,
  met: Uint8Array,
  low: Uint8Array,
  open: Uint8Array,
  minimum: number,
): Uint8Array {
  const sections = new Uint8Array(students.length);
  for (let i = 0; i < sections.length; i += 1) {
    if (students[i] === 0) sections[i] = conclusionCodes.notApplicable;
    else if (open[i] === 1) sections[i] = conclusionCodes.toVerify;
    else if ((met[i] as number) < minimum || low[i] === 1) sections[i] = conclusionCodes.unmet;
  }
  return sections;
}

function wholeAtLeast(value: Decimal): number {
  const { numerator, denominator } = ratioOf(value);
  return Number((numerator + denominator - 1n) / denominator);
}

/** Sums of each county and stage: pupils, amounts, amount² ÷ pupils, how many sections, how many without data. */
interface Sums {
  readonly students: Float64Array;
  readonly amounts: Float64Array;
  readonly squares: Float64Array;
  readonly count: Int32Array;
  readonly missing: Int32Array;
}

function sumColumn(columns: SectionColumns, index: number): Sums {
  const groups = columns.counties * stages.length;
  const sums: Sums = {
    students: new Float64Array(groups),
    amounts: new Float64Array(groups),
    squares: new Float64Array(groups),
    count: new Int32Array(groups),
    missing: new Int32Array(groups),
  };
  const { county, stage, students, shareNumerator, shareDenominator } = columns;
  const amounts = columns.amounts[index] ?? new Float64Array(students.length);
  const shared = index >= firstShared;
  for (let i = 0; i < students.length; i += 1) {
    const pupils = students[i] as number;
    if (pupils === 0) continue;
    const group = (county[i] as number) * 2 + (stage[i] as number);
    sums.count[group] = (sums.count[group] as number) + 1;
    const whole = amounts[i] as number;
    const amount = shared ? (whole * (shareNumerator[i] as number)) / (shareDenominator[i] as number) : whole;
    if (!(amount >= 0 && pupils > 0)) {
      sums.missing[group] = (sums.missing[group] as number) + 1;
      continue;
    }
    sums.students[group] = (sums.students[group] as number) + pupils;
    sums.amounts[group] = (sums.amounts[group] as number) + amount;
    sums.squares[group] = (sums.squares[group] as number) + (amount * amount) / pupils;
  }
  return sums;
}

function judgeCoefficients(
  columns: SectionColumns,
  index: number,
  sums: Sums,
  standard: Standard,
  members: (group: number) => Int32Array,
  coefficients: Float64Array,
  verdicts: Uint8Array,
): void {
  const limits = stages.map((stage) => standard.rules.coefficientLimit[stage].value);
  const bounds = limits.map((limit) => 1 + (Number(limit.units) / 10 ** limit.scale) ** 2);
  for (let group = 0; group < sums.count.length; group += 1) {
    const place = group * resourceIndicators.length + index;
    const total = sums.amounts[group] as number;
    if ((sums.missing[group] as number) > 0) {
      verdicts[place] = conclusionCodes.toVerify;
    } else if (total === 0) {
      verdicts[place] = conclusionCodes.notApplicable;
    } else {
      const own = (sums.students[group] as number) * (sums.squares[group] as number);
      const bound = (bounds[group & 1] as number) * total * total;
      // Sums of n positive terms err by less than n·2⁻⁵³ each, the products and the limit by a few more.
      const error = bound * (4 * (sums.count[group] as number) + 32) * 2 ** -53;
      const limit = limits[group & 1] as Decimal;
      const within =
        own < bound - error || (own <= bound + error && exactlyWithin(columns, index, members(group), limit));
      verdicts[place] = within ? conclusionCodes.met : conclusionCodes.unmet;
      coefficients[place] = Math.sqrt(Math.max(0, own / (total * total) - 1));
    }
  }
}

function exactlyWithin(columns: SectionColumns, index: number, members: Int32Array, limit: Decimal): boolean {
  const shared = index >= firstShared;
  const shares = [...members].map((i) => ({
    students: columns.students[i] ?? 0,
    amount: {
      numerator:
        BigInt(columns.amounts[index]?.[i] ?? 0) * (shared ? BigInt(columns.shareNumerator[i] ?? 1) : 1n),
      denominator: shared ? BigInt(columns.shareDenominator[i] ?? 1) : 1n,
    },
  }));
  const squared = squaredCoefficient(shares);
  return squared !== null && withinLimit(squared, limit);
}

/** The sections of each county and stage, sorted on the first question only: near verdicts are rare. */
function lazyMembers(columns: SectionColumns): (group: number) => Int32Array {
  let starts: Int32Array | undefined;
  const sorted = new Int32Array(columns.students.length);
  const groupOf = (i: number): number => (columns.county[i] as number) * 2 + (columns.stage[i] as number);
  const sort = (): Int32Array => {
    const ends = new Int32Array(columns.counties * stages.length + 1);
    for (let i = 0; i < sorted.length; i += 1)
      if (columns.students[i] !== 0) ends[groupOf(i) + 1] = (ends[groupOf(i) + 1] as number) + 1;
    for (let group = 1; group < ends.length; group += 1)
      ends[group] = (ends[group] as number) + (ends[group - 1] as number);
    const next = ends.slice();
    for (let i = 0; i < sorted.length; i += 1) {
      if (columns.students[i] === 0) continue;
      sorted[next[groupOf(i)] as number] = i;
      next[groupOf(i)] = (next[groupOf(i)] as number) + 1;
    }
    return ends;
  };
  return (group) => {
    starts ??= sort();
    return sorted.subarray(starts[group], starts[group + 1]);
  };
}
