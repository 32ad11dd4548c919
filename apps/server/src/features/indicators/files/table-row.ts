import { setImmediate as nextTurn } from 'node:timers/promises';
import { addressOf, type Cell, isBlank, shownText } from './cell.js';
import {
  readChoice,
  readCode,
  readDate,
  readDecimal,
  type Reading,
  readInteger,
  readText,
} from './cell-values.js';
import type { Column } from './column.js';
import type { FoundTable } from './find-table.js';
import { mergedCells, type MergedCells } from './merged-cells.js';
import type { CellFault } from './table-reading.js';

type Value = string | number;

/** One row of the table with the meaning of its cells, and what is wrong with them. */
export class TableRow {
  readonly faults: CellFault[] = [];
  private readonly values = new Map<string, Value>();

  constructor(
    private readonly table: FoundTable,
    /** Counted from 0. */
    readonly index: number,
    /** As in the file, blanks under a merged cell filled with it. */
    readonly cells: readonly Cell[],
    columns: readonly Column[],
    merged: MergedCells,
  ) {
    for (const column of columns) this.take(column, merged);
  }

  text(path: string): string | null {
    const value = this.values.get(path);
    return value === undefined ? null : String(value);
  }

  /** The text of a column as it was typed, full-width marks kept; null when there is none. */
  written(header: string): string | null {
    const position = this.table.positions.get(header);
    return position === undefined ? null : shownText(this.cells[position]).trim() || null;
  }

  integer(path: string): number | null {
    const value = this.values.get(path);
    return typeof value === 'number' ? value : null;
  }

  /** Treats the value as if the cell were blank. */
  drop(path: string): void {
    this.values.delete(path);
  }

  fault(header: string, reason: string): void {
    this.faults.push(this.remark(header, reason));
  }

  remark(header: string, reason: string): CellFault {
    const position = this.table.positions.get(header);
    return {
      sheet: this.table.sheet.name,
      row: this.index + 1,
      column: header,
      cell: position === undefined ? '' : addressOf(this.index, position),
      value: position === undefined ? '' : shownText(this.cells[position]),
      reason,
    };
  }

  /** Field path → cell address with its sheet, for every cell that holds something. */
  addresses(columns: readonly Column[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { header, path } of columns) {
      const position = this.values.has(path) ? this.table.positions.get(header) : undefined;
      if (position !== undefined) {
        found[path] = `${this.table.sheet.name}!${addressOf(this.index, position)}`;
      }
    }
    return found;
  }

  private take({ header, path, kind, required }: Column, merged: MergedCells): void {
    const position = this.table.positions.get(header);
    if (position === undefined || kind.type === 'skipped') return;
    const cell = this.cells[position] ?? null;
    if (isBlank(cell)) {
      if (merged.isUnderNumber(this.index, position)) this.fault(header, underMerge);
      else if (required) this.fault(header, '不能为空');
      return;
    }
    const read = readCell(cell, kind);
    if ('reason' in read) this.fault(header, read.reason);
    else this.values.set(path, read.value);
  }
}

const underMerge = '与上面的单元格合并，不知道本行是多少，请取消合并后分别填写';

function readCell(cell: Cell, kind: Exclude<Column['kind'], { type: 'skipped' }>): Reading<Value> {
  switch (kind.type) {
    case 'code':
      return readCode(cell, kind.digits);
    case 'text':
      return readText(cell);
    case 'integer':
      return readInteger(cell, kind.largest);
    case 'decimal':
      return readDecimal(cell);
    case 'choice':
      return readChoice(cell, kind.choices);
    case 'date':
      return readDate(cell);
  }
}

// Some 20 ms of work, after which others have their turn.
const rowsInOneTurn = 500;

/** Every row below the headers that is not blank, styled ones included in what is blank. */
export async function rowsOf(table: FoundTable, columns: readonly Column[]): Promise<TableRow[]> {
  const merged = mergedCells(table, columns);
  const { rows } = table.sheet;
  const found: TableRow[] = [];
  for (let index = table.firstRow; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (row.every((cell) => isBlank(cell))) continue;
    if (found.length % rowsInOneTurn === rowsInOneTurn - 1) await nextTurn();
    found.push(new TableRow(table, index, merged.fill(index, row), columns, merged));
  }
  return found;
}
