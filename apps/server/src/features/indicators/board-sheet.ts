import { conclusionNames, verdictNames } from '#indicator-engine';
import { civilDate, formatDateShort } from '#kernel';
import type { BoardSheet } from '#official-documents';
import { sourceText } from './data-set-text.js';
import type { BoardRow, IndicatorBoard } from './indicators.dto.js';

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
      trend: trendText(row),
      data: ageText(row),
      openTasks: row.openTasks,
      supportUnits: [...row.supportUnits.map(({ shortName }) => shortName), ...row.supportNames],
    })),
  };
}

const changeNames = { better: '改善', same: '持平', worse: '变差' } as const;

function trendText({ trend, change }: BoardRow): string {
  const points = trend.map(({ asOf, text }) => `${formatDateShort(civilDate(asOf))} ${text}`);
  return [...(change ? [changeNames[change]] : []), ...(points.length > 1 ? points : [])].join('\n');
}

function ageText({ dataAsOf, dataDays, dataLate }: BoardRow): string {
  if (dataAsOf === null) return '';
  const late = dataLate ? '，应更新' : '';
  return `${formatDateShort(civilDate(dataAsOf))}（${dataDays} 天${late}）`;
}

export function boardName({ asOf }: IndicatorBoard): string {
  return `指标达标表-${asOf}.xlsx`;
}
