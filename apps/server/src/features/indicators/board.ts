import type { Work } from '../../database/unit-of-work.js';
import { boardRow } from './board-row.js';
import type { Evaluation } from './evaluations.js';
import type { BoardCounts, BoardRow, IndicatorBoard } from './indicators.dto.js';
import { readUnitNames } from './unit-names.queries.js';

/** All indicators, 社会认可度 and the vetoes, in the order of the standard. */
export async function indicatorBoard(work: Work, evaluation: Evaluation): Promise<IndicatorBoard> {
  const { dataSet, asOf, standard, result } = evaluation;
  const units = await readUnitNames(work);
  const rows = standard.indicators.map((indicator) => boardRow(indicator, evaluation, units));
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
