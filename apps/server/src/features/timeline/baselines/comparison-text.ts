import { formatDateShort } from '#kernel';
import type { BaselineComparison, BaselineComparisonRow } from './baselines.dto.js';
import { totalsText } from './comparison-sheet.js';
import { dayText, marksText, snapshotChangeNames, snapshotKindNames } from './comparison-words.js';

/** What differs, for a terminal; what is as it was is only counted. */
export function comparisonText({ from, to, totals, rows }: BaselineComparison): string {
  const shown = rows.filter((row) => row.change !== 'unchanged' || row.slipped || row.closedSince);
  return [
    `基线“${from.name}”（${formatDateShort(from.on)}）对照“${to.name}”（${formatDateShort(to.on)}）`,
    totalsText(totals),
    ...shown.map(rowText),
  ].join('\n');
}

function rowText(row: BaselineComparisonRow): string {
  const parts = [
    row.moved,
    row.change === 'moved' ? `${dayText(row.dueBefore)} → ${dayText(row.dueAfter)}` : '',
    marksText(row),
    row.detail,
  ].filter((part) => part !== '');
  const head = `  ${snapshotChangeNames[row.change]}　${snapshotKindNames[row.kind]} ${row.number ?? ''} ${row.title}`;
  return parts.length > 0 ? `${head}　${parts.join('；')}` : head;
}
