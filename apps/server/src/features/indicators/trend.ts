import type { Verdict } from '#indicator-engine';
import type { Work } from '../../database/unit-of-work.js';
import { boardState, type BoardState } from './board-state.js';
import { readDataSets } from './data-sets.queries.js';
import type { Evaluation, Evaluations } from './evaluations.js';
import type { BoardRow, TrendPoint } from './indicators.dto.js';

export type Trend = Pick<BoardRow, 'trend' | 'change'>;

/** Three before the one that is shown. */
const mostEarlier = 3;

/** The evaluations of earlier data by the standard of the same day, oldest first, and the one shown; one for each day. */
export async function readCourse(
  work: Work,
  evaluations: Evaluations,
  shown: Evaluation,
): Promise<Evaluation[]> {
  const { dataSet, asOf } = shown;
  if (!dataSet) return [];
  const known = await readDataSets(work, { until: asOf });
  const earlier = known
    .filter((each) => each.asOf < dataSet.asOf)
    .filter((each, index, all) => all.findIndex((other) => other.asOf === each.asOf) === index)
    .slice(0, mostEarlier);
  const course = [shown];
  for (const { id } of earlier) {
    course.unshift(await evaluations.evaluate(work, { dataSetId: id, asOf }));
  }
  return course;
}

/** An indicator over those data: verdict and main figure of each, and whether the last step was for the better. */
export function trendOf(indicator: string, course: readonly Evaluation[]): Trend {
  const points = course.flatMap(({ dataSet, result }) =>
    dataSet ? [{ dataSet, state: boardState(indicator, result) }] : [],
  );
  const [before, after] = points.slice(-2);
  return {
    trend: points.map(({ dataSet, state }): TrendPoint => ({
      asOf: dataSet.asOf,
      kind: dataSet.kind,
      verdict: state.verdict,
      text: state.schoolsTotal > 0 ? `${state.schoolsUnmet}/${state.schoolsTotal} 未达标` : state.text,
    })),
    change: before && after ? changeOf(before.state, after.state) : null,
  };
}

const rank: Readonly<Partial<Record<Verdict, number>>> = { unmet: 0, met: 1 };

/** By the number of schools below the line, else by the verdict; null while one of the two is not known. */
function changeOf(before: BoardState, after: BoardState): Trend['change'] {
  const known = rank[before.verdict] !== undefined && rank[after.verdict] !== undefined;
  if (!known) return null;
  const counted = before.schoolsTotal > 0 && after.schoolsTotal > 0;
  const step = counted
    ? before.schoolsUnmet - after.schoolsUnmet
    : (rank[after.verdict] ?? 0) - (rank[before.verdict] ?? 0);
  if (step === 0) return 'same';
  return step > 0 ? 'better' : 'worse';
}
