import { conclusionNames, verdictNames } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { BoardSheet } from '#official-documents';
import { sourceText } from './data-set-text.js';
import type { IndicatorBoard } from './indicators.dto.js';

/** The board in the words of the printed form. */
export function toBoardSheet(board: IndicatorBoard, campaignName: string): BoardSheet {
  return {
    campaignName,
    asOf: civilDate(board.asOf),
    source: sourceText(board.dataSet),
    conclusion: conclusionNames[board.verdict],
    rows: board.rows.map((row) => ({
      number: row.group === 'approval' ? '' : row.id,
      name: row.name,
      verdict: verdictNames[row.verdict],
      localVerdict: row.localVerdict && verdictNames[row.localVerdict],
      text: row.text,
      unmet: row.schoolsTotal > 0 ? { count: row.schoolsUnmet, of: row.schoolsTotal } : null,
      leadUnits: [...row.leadUnits.map(({ shortName }) => shortName), ...row.leadNames],
      supportUnits: [...row.supportUnits.map(({ shortName }) => shortName), ...row.supportNames],
    })),
  };
}

export function boardName({ asOf }: IndicatorBoard): string {
  return `指标达标表-${asOf}.xlsx`;
}
