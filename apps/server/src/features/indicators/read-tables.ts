import type { ClassRecord, SchoolRecord } from '#indicator-engine';
import type { RawSheet } from './files/cell.js';
import { readClasses } from './files/read-classes.js';
import { readSchools } from './files/read-schools.js';
import { mostFaults, type CellFault, type TableReading } from './files/table-reading.js';

/** The tables of one file. */
export interface SchoolTables {
  readonly schools: TableReading<SchoolRecord>;
  /** null: the file has no sheet 班级情况表. */
  readonly classes: TableReading<ClassRecord> | null;
}

const classSheet = '班级情况表';

/**
 * Reads 学校基本情况表 and, when there is a sheet of that name, 班级情况表; classes belong to accepted schools.
 * @throws DomainError `import_refused`
 */
export async function readTables(sheets: readonly RawSheet[]): Promise<SchoolTables> {
  const isClasses = ({ name, rows }: RawSheet): boolean => name === classSheet && rows.length > 0;
  const schools = await readSchools(sheets.filter((sheet) => !isClasses(sheet)));
  if (!sheets.some(isClasses)) return { schools, classes: null };
  const register = new Map(schools.accepted.map(({ code, name }) => [code, name]));
  return { schools, classes: await readClasses(sheets.filter(isClasses), register, classSheet) };
}

/** Figures and remarks of both tables together. */
export function summaryOf({ schools, classes }: SchoolTables): {
  rowsRead: number;
  accepted: number;
  rejected: number;
  errors: CellFault[];
  errorCount: number;
  questions: CellFault[];
  unknownColumns: string[];
  notes: string[];
} {
  const both = classes ? [schools, classes] : [schools];
  const sum = (of: (reading: TableReading<unknown>) => number): number =>
    both.reduce((total, reading) => total + of(reading), 0);
  return {
    rowsRead: sum(({ rowsRead }) => rowsRead),
    accepted: sum(({ accepted }) => accepted.length),
    rejected: sum(({ rejected }) => rejected.length),
    errors: both.flatMap(({ faults }) => faults).slice(0, mostFaults),
    errorCount: sum(({ faultCount }) => faultCount),
    questions: both.flatMap(({ questions }) => questions).slice(0, mostFaults),
    unknownColumns: both.flatMap(({ unknownColumns }) => unknownColumns),
    notes: both.flatMap(({ notes }) => notes),
  };
}
