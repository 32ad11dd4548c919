import { civilDate, formatDateShort } from '#kernel';
import { dataSetKindNames } from './evaluation-words.js';
import type { DataSetRow } from './school-imports.dto.js';

/** Which data a sheet rests on. */
export function sourceText(dataSet: DataSetRow | null): string {
  return dataSet
    ? `${dataSet.schoolYear} 学年${dataSetKindNames[dataSet.kind]}数据（截至 ${formatDateShort(civilDate(dataSet.asOf))}）`
    : '还没有学校数据';
}
