import type { SchoolRecord, Stage } from '#indicator-engine';
import type { RawSheet } from './cell.js';
import { findTable, type FoundTable } from './find-table.js';
import { finishReading, refuseDuplicates } from './finish-reading.js';
import { refusal } from './file-refusal.js';
import { schoolColumns } from './school-columns.js';
import { questionsOnSchools } from './school-questions.js';
import { checkSchool, headerOf, kindOf, requiredPaths } from './school-rules.js';
import type { TableReading } from './table-reading.js';
import { rowsOf, type TableRow } from './table-row.js';

/**
 * Reads 学校基本情况表: every row, every error in one pass; questions are kept apart from errors.
 * @param wanted the sheet the user picked
 * @throws DomainError `import_refused` when there is no such table in the file
 */
export async function readSchools(
  sheets: readonly RawSheet[],
  wanted?: string,
): Promise<TableReading<SchoolRecord>> {
  const table = findTable(sheets, schoolColumns, wanted);
  const rows = await rowsOf(table, schoolColumns);
  if (rows.length === 0) throw refusal('表头下面没有数据');
  requireColumns(table, rows);
  for (const row of rows) checkSchool(row);
  refuseDuplicates(rows, headerOf('code'), (row) => row.text('code'));
  return finishReading(table, sheets, rows, schoolOf, questionsOnSchools);
}

/** A column that every row would miss is one error of the file. */
function requireColumns(table: FoundTable, rows: readonly TableRow[]): void {
  const kinds = new Set(rows.flatMap((row) => kindOf(row) ?? []));
  const missing = [...kinds].flatMap(requiredPaths).map(headerOf);
  const absent = schoolColumns.filter(
    ({ header }) => missing.includes(header) && !table.positions.has(header),
  );
  if (absent.length > 0) throw refusal(`缺少必需的列：${absent.map(({ header }) => header).join('、')}`);
}

function schoolOf(row: TableRow): SchoolRecord {
  const inScope = row.text('inScope');
  const staff = (part: string): Record<Stage, string | null> => ({
    primary: row.text(`${part}.primary`),
    junior: row.text(`${part}.junior`),
  });
  return {
    code: row.text('code') ?? '',
    name: row.text('name') ?? '',
    kind: kindOf(row) ?? 'primary',
    township: row.text('township'),
    locale: row.text('locale') as SchoolRecord['locale'],
    founder: row.text('founder') as SchoolRecord['founder'],
    inScope: inScope === null ? null : inScope === 'yes',
    exclusionReason: row.text('exclusionReason'),
    students: {
      primary: row.integer('students.primary'),
      junior: row.integer('students.junior'),
      senior: row.integer('students.senior'),
    },
    classes: { primary: row.integer('classes.primary'), junior: row.integer('classes.junior') },
    aboveDegree: staff('aboveDegree'),
    backbone: staff('backbone'),
    arts: staff('arts'),
    roomArea: row.text('roomArea'),
    sportsArea: row.text('sportsArea'),
    equipment: row.text('equipment'),
    networkRooms: row.text('networkRooms'),
    musicRooms: row.integer('musicRooms'),
    artRooms: row.integer('artRooms'),
    cells: row.addresses(schoolColumns),
  };
}
