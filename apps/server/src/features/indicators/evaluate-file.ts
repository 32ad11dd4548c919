import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadStandards, standardsDirectory } from '#campaign-pack';
import {
  type ClassRecord,
  type CountyResult,
  evaluateCounty,
  type SchoolRecord,
  type Standard,
  standardAsOf,
} from '#indicator-engine';
import { type CivilDate, DomainError } from '#kernel';
import { readClasses } from './files/read-classes.js';
import { readSchools } from './files/read-schools.js';
import { readSheets } from './files/read-sheets.js';
import type { TableReading } from './files/table-reading.js';

export interface FileRequest {
  readonly schools: string;
  readonly classes: string | null;
  /** Sheet of the school file the user picked; null: the first that fits. */
  readonly sheet: string | null;
  /** null: the national line alone. */
  readonly place: string | null;
  readonly asOf: CivilDate;
}

/** What was read; the evaluation is there only when every row was accepted: nothing is half-evaluated. */
export interface FileEvaluation {
  readonly schools: TableReading<SchoolRecord>;
  readonly classes: TableReading<ClassRecord> | null;
  readonly standard: Standard;
  readonly result: CountyResult | null;
}

/**
 * Reads the files and judges the county by what is in them; county inputs are 无数据.
 * @throws DomainError when a file cannot be read or there is no such standard
 */
export async function evaluateFile(request: FileRequest): Promise<FileEvaluation> {
  const standard = standardAsOf(loadStandards(standardsDirectory()), request.place, request.asOf);
  const { sheets } = await open(request.schools);
  const schools = await readSchools(sheets, request.sheet ?? undefined);
  const register = new Map(schools.accepted.map(({ code, name }) => [code, name]));
  const classes =
    request.classes === null || schools.faultCount > 0
      ? null
      : await readClasses((await open(request.classes)).sheets, register);
  const isGood = schools.faultCount === 0 && (classes?.faultCount ?? 0) === 0;
  const county = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };
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
