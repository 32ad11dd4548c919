import { type CivilDate, formatDate } from '#kernel';
import type {
  ClassCounts,
  ClassImportPreview,
  ClassImportResult,
  LedgerFollow,
} from './class-imports.dto.js';
import type { LedgerRow } from './entries/entry-views.dto.js';

const listed = 20;

/** What was read of a file of classes and what would follow, in lines of Chinese. */
export function previewText(preview: ClassImportPreview, asOf: CivilDate): string[] {
  const { rowsRead, accepted, rejected, unchanged, counts, errors, errorCount, notes, duplicateOf } = preview;
  return [
    `${formatDate(asOf)}普查：读到 ${rowsRead} 行，可用 ${accepted} 行，有错 ${rejected} 行，与上次相同 ${unchanged} 行`,
    countsText(counts),
    ...errors
      .slice(0, listed)
      .map(({ cell, column, value, reason }) => `  ${cell}　${column}“${value}”：${reason}`),
    ...(errorCount > listed ? [`  另有 ${errorCount - listed} 处错误未列`] : []),
    ...notes,
    ...(duplicateOf ? ['这份数据已经导入过，不会有变化'] : []),
    ...followLines(preview.follows),
  ];
}

export function resultText({ census, added, alreadyImported, judged }: ClassImportResult): string[] {
  if (alreadyImported) return ['已导入过，没有变化。'];
  const counts = `已导入 ${added} 个班，${census.schoolYear}学年。`;
  return judged ? [counts] : [counts, '已有更新的普查，台账没有变化。'];
}

function countsText({ classes, aboveStandard, large, oversize }: ClassCounts): string {
  return `班级 ${classes} 个，超标准 ${aboveStandard} 个，其中大班额 ${large} 个、超大班额 ${oversize} 个`;
}

function followLines(follows: readonly LedgerFollow[]): string[] {
  return follows.map(({ name, count, subjects }) => {
    const some = subjects.slice(0, 3).join('、');
    return `台账：${name} ${count} 条（${some}${count > 3 ? ' 等' : ''}）`;
  });
}

/** A ledger as lines, one an entry. */
export function ledgerListText(name: string, rows: readonly LedgerRow[]): string[] {
  return [
    `${name}台账，共 ${rows.length} 条`,
    ...rows.map(({ number, subject, stateName, value, line, dueOn }) =>
      [number, stateName, subject, value === null ? '' : `${value}/${line ?? ''}`, dueOn ?? '']
        .filter((part) => part !== '')
        .join('　'),
    ),
  ];
}
