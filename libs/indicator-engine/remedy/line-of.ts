import { compareRatios, divideRatios, type Ratio, ratioOf } from '../decimal.js';
import { mainTest, thresholdFor } from '../thresholds.js';
import type { ResourceIndicator, SchoolKind, Stage, Standard } from '../types.js';

/** 'national': the national line; 'both': whichever of it and the local target asks for more. */
export type Aim = 'national' | 'both';

/**
 * What one pupil needs of a resource: the line divided by the indicator's factor (4.2 人/百生 → 0.042).
 * @returns null when the standard has no line for this stage and kind of school
 * @example lineOf(standard, 'C1', 'primary', 'primary', 'national') // 42/1000
 */
export function lineOf(
  standard: Standard,
  indicator: ResourceIndicator,
  stage: Stage,
  kind: SchoolKind,
  aim: Aim,
): Ratio | null {
  const test = mainTest(standard, indicator);
  const national = test ? thresholdFor(test.national, stage, kind) : null;
  if (!test || !national) return null;
  const local = aim === 'both' ? thresholdFor(test.local, stage, kind) : null;
  const lines = [national, ...(local ? [local] : [])].map((each) => ratioOf(each.value));
  const line = lines.reduce((highest, each) => (compareRatios(each, highest) > 0 ? each : highest));
  return divideRatios(line, ratioOf(test.factor));
}
