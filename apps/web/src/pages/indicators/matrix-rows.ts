import type { MatrixRow, ResourceIndicator, Stage } from '../../api/types.js';
import { resources } from './resources.js';

/** A school in one stage, as the matrix lists it. */
export interface SectionRow extends MatrixRow {
  stage: Stage;
}

export interface MatrixFilter {
  q: string | undefined;
  missed: string | undefined;
  verdict: string | undefined;
}

export const sortFields = ['name', 'kind', 'students', 'verdict', 'missed', ...resources] as const;
export type SortField = (typeof sortFields)[number];

const verdictOrder = ['unmet', 'to_verify', 'met', 'not_applicable'];

export const cellOf = (row: MatrixRow, indicator: ResourceIndicator) =>
  row.cells.find((cell) => cell.indicator === indicator);

export const filterRows = (rows: readonly SectionRow[], { q, missed, verdict }: MatrixFilter): SectionRow[] =>
  rows.filter(
    (row) =>
      (q === undefined || row.name.includes(q) || row.code.includes(q)) &&
      (missed === undefined || row.missed.includes(missed)) &&
      (verdict === undefined || row.verdict === verdict),
  );

function keyOf(row: SectionRow, field: SortField): string | number | null {
  switch (field) {
    case 'name':
    case 'kind':
    case 'students':
      return row[field];
    case 'verdict':
      return verdictOrder.indexOf(row.verdict);
    case 'missed':
      return row.missed.length;
    default:
      return cellOf(row, field)?.ratioToLine ?? null;
  }
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** What has no figure stands last in either direction: it is neither the best nor the worst. */
export function sortRows(rows: readonly SectionRow[], field: SortField, descending: boolean): SectionRow[] {
  const turn = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, field) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return turn * (a.key - b.key);
    return turn * chinese.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

/** 0 below 85 % of the line, 1 below the line, 2 at the line, 3 from 1.2 times the line. */
export function heatLevel(
  verdict: string,
  floorMet: boolean | null,
  ratioToLine: number | null,
): number | null {
  if (verdict === 'unmet') return floorMet === true ? 1 : 0;
  if (verdict !== 'met') return null;
  return ratioToLine !== null && ratioToLine >= 1.2 ? 3 : 2;
}
