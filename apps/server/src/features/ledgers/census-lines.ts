import {
  compareRatios,
  type Decimal,
  ratioOf,
  type Stage,
  type Standard,
  thresholdFor,
  wholeRatio,
} from '#indicator-engine';
import type { CivilDate } from '#kernel';
import type { ClassCategory } from './ledger-reading.js';

export const stages = ['primary', 'junior'] as const satisfies readonly Stage[];

/** The numbers a class is measured by on one day. */
export interface CensusLines {
  /** The most pupils a class of the stage may have. */
  readonly most: Readonly<Record<Stage, number>>;
  /** 56 and 66: the fewest that make a class 大班额, 超大班额. */
  readonly large: number;
  readonly oversize: number;
  /** When the place's plan wants the line reached; null: it names no day. */
  readonly wantedOn: Readonly<Record<Stage, CivilDate | null>>;
}

/** More than a class can have: on a day without a line no class is above it. */
const noLine = 200;

/** Of the standard in force on the day of the census; a place may have corrected the limits. */
export function censusLines(standard: Standard, indicator: string): CensusLines {
  const test = standard.indicators.find(({ id }) => id === indicator)?.tests[0];
  const most = (stage: Stage): number => {
    const line = thresholdFor(test?.national ?? [], stage, null);
    if (line === null) return noLine;
    const floor = wholeAtMost(line.value);
    const reached = compareRatios(wholeRatio(floor), ratioOf(line.value)) === 0;
    return line.operator === '<' && reached ? floor - 1 : floor;
  };
  const wantedOn = (stage: Stage): CivilDate | null =>
    thresholdFor(test?.local ?? [], stage, null)?.dueOn ?? null;
  return {
    most: { primary: most('primary'), junior: most('junior') },
    large: wholeAtLeast(standard.rules.largeClass.value),
    oversize: wholeAtLeast(standard.rules.oversizeClass.value),
    wantedOn: { primary: wantedOn('primary'), junior: wantedOn('junior') },
  };
}

/** @returns null: within the line */
export function categoryOf(stage: Stage, students: number, lines: CensusLines): ClassCategory | null {
  if (students <= lines.most[stage]) return null;
  if (students >= lines.oversize) return 'oversize';
  return students >= lines.large ? 'large' : 'above_standard';
}

function wholeAtMost({ units, scale }: Decimal): number {
  return Number(units / 10n ** BigInt(scale));
}

function wholeAtLeast(value: Decimal): number {
  const floor = wholeAtMost(value);
  return compareRatios(wholeRatio(floor), ratioOf(value)) === 0 ? floor : floor + 1;
}
