import { type Cell, isBlank } from './cell.js';
import type { Column } from './column.js';
import type { FoundTable } from './find-table.js';

/** What merged cells below the headers mean for the rows they cover. */
export interface MergedCells {
  /** Fills what a text merged over several rows means for each of them, such as one township for three schools. */
  fill(row: number, cells: readonly Cell[]): readonly Cell[];
  /** A number merged over several rows: nobody can say which row it belongs to. */
  isUnderNumber(row: number, column: number): boolean;
}

// Merged cells do not overlap in a file that a spreadsheet program wrote.
const mostCovered = 200_000;

export function mergedCells(table: FoundTable, columns: readonly Column[]): MergedCells {
  const textual = new Set<number>();
  const numeric = new Set<number>();
  for (const { header, kind } of columns) {
    const position = table.positions.get(header);
    if (position === undefined) continue;
    (kind.type === 'text' || kind.type === 'choice' ? textual : numeric).add(position);
  }
  const filled = new Map<number, Map<number, Cell>>();
  const numbers = new Set<string>();
  let covered = 0;
  for (const { top, bottom, left } of table.sheet.merges) {
    if (bottom <= top || top < table.firstRow) continue;
    const value = table.sheet.rows[top]?.[left] ?? null;
    for (let row = top + 1; row <= bottom && covered < mostCovered; row += 1) {
      covered += 1;
      if (numeric.has(left)) numbers.add(`${row}:${left}`);
      if (textual.has(left)) filled.set(row, (filled.get(row) ?? new Map<number, Cell>()).set(left, value));
    }
  }
  return {
    fill: (row, cells) => filledRow(cells, filled.get(row)),
    isUnderNumber: (row, column) => numbers.has(`${row}:${column}`),
  };
}

function filledRow(cells: readonly Cell[], values: ReadonlyMap<number, Cell> | undefined): readonly Cell[] {
  if (!values) return cells;
  const width = Math.max(cells.length, ...[...values.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => {
    const own = cells[column] ?? null;
    return isBlank(own) ? (values.get(column) ?? null) : own;
  });
}
