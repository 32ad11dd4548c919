import type { Work } from '../../database/unit-of-work.js';
import { countTasksByIndicator, openStates } from '../tasks/tasks.module.js';
import { boardRow } from './board-row.js';
import { dataAge } from './data-age.js';
import type { Evaluation, Evaluations } from './evaluations.js';
import type { BoardCounts, BoardRow, IndicatorBoard } from './indicators.dto.js';
import { responsibleUnitsOf } from './responsibilities/responsible-units-of.js';
import { readCourse, trendOf } from './trend.js';

/** All indicators, 社会认可度 and the vetoes, in the order of the standard. */
export async function indicatorBoard(
  work: Work,
  evaluations: Evaluations,
  evaluation: Evaluation,
): Promise<IndicatorBoard> {
  const { dataSet, asOf, standard, result } = evaluation;
  const responsibilities = await responsibleUnitsOf(work, standard.indicators);
  const course = await readCourse(work, evaluations, evaluation);
  const openTasks = await countTasksByIndicator(work, { state: [...openStates] });
  const rows = standard.indicators.flatMap((indicator) => {
    const responsibility = responsibilities.get(indicator.id);
    if (!responsibility) return [];
    return boardRow(indicator, result, {
      responsibility,
      trend: trendOf(indicator.id, course),
      age: dataAge(indicator, evaluation, responsibility),
      openTasks: openTasks.get(indicator.id) ?? 0,
    });
  });
  return {
    dataSet,
    asOf,
    place: standard.placeName,
    standardFingerprint: standard.fingerprint,
    fingerprint: result.fingerprint,
    verdict: result.verdict,
    localVerdict: result.localVerdict,
    reasons: [...result.reasons],
    rows,
    vetoes: result.vetoes.map(({ veto, name, verdict, events }) => ({
      id: veto,
      name,
      verdict,
      events: events.length,
    })),
    counts: countsOf(rows),
  };
}

function countsOf(rows: readonly BoardRow[]): BoardCounts {
  const count = (verdict: BoardRow['verdict']): number =>
    rows.filter((row) => row.verdict === verdict).length;
  return {
    met: count('met'),
    unmet: count('unmet'),
    noData: count('no_data'),
    notApplicable: count('not_applicable'),
    error: count('error'),
  };
}
