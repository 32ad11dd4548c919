import { formatDate } from '#kernel';
import type { TableSheet } from '#official-documents';
import type { BaselineComparison, BaselineComparisonRow, BaselineComparisonTotals } from './baselines.dto.js';
import { dayText, marksText, snapshotChangeNames, snapshotKindNames } from './comparison-words.js';

const columns = [
  { heading: '类别', width: 8 },
  { heading: '编号', width: 9 },
  { heading: '名称', width: 34 },
  { heading: '单位', width: 14 },
  { heading: '变化', width: 9 },
  { heading: '基线期限', width: 15 },
  { heading: '对照期限', width: 15 },
  { heading: '移动', width: 20 },
  { heading: '基线状态', width: 9 },
  { heading: '对照状态', width: 9 },
  { heading: '说明', width: 26 },
];

/** The rows of the page on paper. */
export function toComparisonSheet(comparison: BaselineComparison, campaignName: string): TableSheet {
  const { from, to, totals, rows } = comparison;
  return {
    name: '基线对照',
    title: `${campaignName}基线对照`,
    head: `基线“${from.name}”（${formatDate(from.on)}）对照“${to.name}”（${formatDate(to.on)}）。本表 ${rows.length} 项；${totalsText(totals)}`,
    columns,
    rows: rows.map((row) => [
      snapshotKindNames[row.kind],
      row.number ?? '',
      row.title,
      row.unit ?? '',
      snapshotChangeNames[row.change],
      row.change === 'added' ? '' : dayText(row.dueBefore),
      row.change === 'removed' ? '' : dayText(row.dueAfter),
      row.moved,
      row.stateBefore ?? '',
      row.stateAfter ?? '',
      noteCell(row),
    ]),
    notes: [comparison.method],
  };
}

function noteCell(row: BaselineComparisonRow): TableSheet['rows'][number][number] {
  const text = [marksText(row), row.detail].filter((part) => part !== '').join('；');
  return row.slipped ? { text, marked: true } : text;
}

export function totalsText(totals: BaselineComparisonTotals): string {
  const parts = [
    `共 ${totals.total} 项`,
    `移动 ${totals.moved}`,
    `新增 ${totals.added}`,
    `撤销 ${totals.removed}`,
    `内容变化 ${totals.changed}`,
    `未变 ${totals.unchanged}`,
  ];
  return `${parts.join('、')}；其中超过基线期限 ${totals.slipped}、此后完成 ${totals.closedSince}。`;
}

export function comparisonName({ from, to }: BaselineComparison): string {
  return `基线对照-${from.on}-${to.on}.xlsx`;
}
