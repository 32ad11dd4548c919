import type { ClassRecord, Stage } from '#indicator-engine';
import type { RawSheet } from './cell.js';
import { classColumns } from './class-columns.js';
import { classNameOf, gradeOf } from './class-words.js';
import { findTable } from './find-table.js';
import { finishReading, refuseDuplicates } from './finish-reading.js';
import { refusal } from './file-refusal.js';
import type { TableReading } from './table-reading.js';
import { rowsOf, type TableRow } from './table-row.js';

/**
 * Reads 班级情况表: every row, every error in one pass.
 * @param register code → name of the schools that may have classes
 * @throws DomainError `import_refused` when there is no such table in the file
 */
export async function readClasses(
  sheets: readonly RawSheet[],
  register: ReadonlyMap<string, string>,
  wanted?: string,
): Promise<TableReading<ClassRecord>> {
  const table = findTable(sheets, classColumns, wanted);
  const rows = await rowsOf(table, classColumns);
  if (rows.length === 0) throw refusal('表头下面没有数据');
  for (const row of rows) checkClass(row, register);
  refuseDuplicates(rows, '班级', keyOf);
  return finishReading(table, sheets, rows, classOf, (accepted) =>
    accepted.flatMap(({ row }) => {
      const registered = register.get(row.text('school') ?? '');
      const name = row.text('schoolName');
      if (name === null || name === registered) return [];
      return [row.remark('学校名称', `与学校基本情况表中的“${registered}”不同，请核对`)];
    }),
  );
}

function checkClass(row: TableRow, register: ReadonlyMap<string, string>): void {
  const code = row.text('school');
  if (code !== null && !register.has(code)) row.fault('学校标识码', '学校基本情况表中没有这所学校');
  const text = row.text('grade');
  if (text === null) return;
  const grade = gradeOf(text);
  if (grade === undefined) {
    row.fault('年级', '应是一年级至九年级，或 1 至 9');
    return;
  }
  const stage = row.text('stage');
  // Grade 6 belongs to the junior stage where five years of primary school are followed by four.
  if (stage === 'primary' && grade > 6) row.fault('年级', '小学没有七至九年级');
  if (stage === 'junior' && grade < 6) row.fault('年级', '初中没有一至五年级');
}

function keyOf(row: TableRow): string | null {
  const [school, grade, name] = [row.text('school'), row.text('grade'), row.text('name')];
  if (school === null || grade === null || name === null) return null;
  return `${school} ${gradeOf(grade)} ${classNameOf(name)}`;
}

function classOf(row: TableRow): ClassRecord {
  return {
    school: row.text('school') ?? '',
    stage: row.text('stage') as Stage,
    grade: gradeOf(row.text('grade') ?? '') ?? 0,
    name: classNameOf(row.text('name') ?? ''),
    students: row.integer('students') ?? 0,
    cell: row.addresses(classColumns)['students'] ?? '',
  };
}
