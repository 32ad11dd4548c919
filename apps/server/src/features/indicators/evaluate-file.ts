import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type ClassRecord,
  type CountyResult,
  evaluateCounty,
  type SchoolRecord,
  type Standard,
  standardAsOf,
} from '#indicator-engine';
import { type CivilDate, DomainError } from '#kernel';
import { readCountyFile } from './county/read-county-file.js';
import { readClasses } from './files/read-classes.js';
import { readSchools } from './files/read-schools.js';
import { readSheets } from './files/read-sheets.js';
import { openStandards } from './open-standards.js';
import type { TableReading } from './files/table-reading.js';

export interface FileRequest {
  readonly schools: string;
  readonly classes: string | null;
  /** Sheet of the school file the user picked; null: the first that fits. */
  readonly sheet: string | null;
  /** null: the national line alone. */
  readonly place: string | null;
  readonly asOf: CivilDate;
  /** What the county enters itself; null: 无数据. */
  readonly county: string | null;
  /** The county's own corrections of the standard. */
  readonly standards: string | undefined;
}

/** What was read; the evaluation is there only when every row was accepted: nothing is half-evaluated. */
export interface FileEvaluation {
  readonly schools: TableReading<SchoolRecord>;
  readonly classes: TableReading<ClassRecord> | null;
  readonly standard: Standard;
  readonly result: CountyResult | null;
}

/**
 * Reads the files and judges the county by what is in them; what the county enters itself comes from its own file.
 * @throws DomainError when a file cannot be read or there is no such standard
 */
export async function evaluateFile(request: FileRequest): Promise<FileEvaluation> {
  const standard = standardAsOf(openStandards(request.standards), request.place, request.asOf);
  const { sheets } = await open(request.schools);
  const schools = await readSchools(sheets, request.sheet ?? undefined);
  const register = new Map(schools.accepted.map(({ code, name }) => [code, name]));
  const classes =
    request.classes === null || schools.faultCount > 0
      ? null
      : await readClasses((await open(request.classes)).sheets, register);
  const isGood = schools.faultCount === 0 && (classes?.faultCount ?? 0) === 0;
  const county = await readCountyFile(request.county, standard, new Set(register.keys()));
  const input = { schools: schools.accepted, classes: classes?.accepted ?? null, county };
  return { schools, classes, standard, result: isGood ? evaluateCounty(input, standard) : null };
}

async function open(path: string): ReturnType<typeof readSheets> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? '没有这个文件' : '文件打不开';
    throw new DomainError('import_refused', { detail: `${reason}：${path}。` });
  });
  return readSheets(basename(path), bytes);
}
