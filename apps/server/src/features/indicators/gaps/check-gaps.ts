import type { Work } from '../../../database/unit-of-work.js';
import type { DataCheck, DataCheckLine, DataCheckState, TaskGap } from '../../tasks/tasks.module.js';
import { sourceText } from '../data-set-text.js';
import type { Evaluation, Evaluations } from '../evaluations.js';
import { type Figure, figuresOf } from './figures-of.js';

/** What the newest data say to gaps that are said to be closed. */
export async function checkGaps(
  work: Work,
  evaluations: Evaluations,
  gaps: readonly TaskGap[],
): Promise<DataCheck> {
  const newest = await evaluations.evaluate(work, {});
  const known = new Set(newest.standard.indicators.map(({ id }) => id));
  const indicators = [...new Set(gaps.map(({ indicator }) => indicator))].filter((id) => known.has(id));
  const figures = new Map(
    indicators.flatMap((id) => figuresOf(newest, id)).map((figure) => [keyOf(figure), figure]),
  );
  const lines = gaps.map((gap) => checkLine(gap, newest.dataSet, figures.get(keyOf(gap))));
  return {
    state: stateOf(lines),
    source: newest.dataSet ? sourceText(newest.dataSet) : null,
    lines,
  };
}

type Newest = Evaluation['dataSet'];

/**
 * A figure of the school tables is compared once there is a newer data set; one of the county once it differs.
 * @param figure what the newest data say; absent when the school is not in them
 */
export function checkLine(gap: TaskGap, newest: Newest, figure: Figure | undefined): DataCheckLine {
  const state = lineState(gap, newest, figure);
  return {
    indicator: gap.indicator,
    schoolCode: gap.schoolCode,
    schoolName: gap.schoolName,
    stage: gap.stage,
    oldAsOf: gap.asOf,
    oldFigure: gap.figure,
    line: gap.line,
    lacking: gap.lacking,
    newFigure: state === 'no_newer_data' || !figure ? null : figure.figure,
    state,
  };
}

function lineState(gap: TaskGap, newest: Newest, figure: Figure | undefined): DataCheckState {
  if (gap.dataSetId !== null) {
    if (!newest) return 'no_data';
    if (!isNewer(newest, gap)) return 'no_newer_data';
  } else if (figure?.verdict === 'unmet' && figure.figure === gap.figure) return 'no_newer_data';
  if (figure?.verdict === 'met') return 'agrees';
  return figure?.verdict === 'unmet' ? 'contradicts' : 'no_data';
}

/** By the day they are as of, then by when they came, as the list of data sets has it. */
function isNewer(newest: NonNullable<Newest>, { dataSetId, asOf }: TaskGap): boolean {
  return newest.asOf > asOf || (newest.asOf === asOf && dataSetId !== null && newest.id > dataSetId);
}

/** One contradiction outweighs all, then what could not be compared. */
function stateOf(lines: readonly DataCheckLine[]): DataCheckState {
  const order: readonly DataCheckState[] = ['contradicts', 'no_data', 'no_newer_data'];
  return order.find((state) => lines.some((line) => line.state === state)) ?? 'agrees';
}

function keyOf({
  indicator,
  schoolCode,
  stage,
}: Pick<TaskGap, 'indicator' | 'schoolCode' | 'stage'>): string {
  return `${indicator} ${schoolCode} ${stage}`;
}
