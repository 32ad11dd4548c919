import { civilDate, formatDateShort } from '#kernel';
import { dataSetKindNames } from './evaluation-words.js';
import type { DataSetRow } from './school-imports.dto.js';

/** Which data a sheet rests on. */
export function sourceText(dataSet: DataSetRow | null): string {
  if (!dataSet) return '还没有学校数据';
  const { schoolYear, kind, asOf } = dataSet;
  return `${schoolYear} 学年${dataSetKindNames[kind]}数据（截至${formatDateShort(civilDate(asOf))}）`;
}
