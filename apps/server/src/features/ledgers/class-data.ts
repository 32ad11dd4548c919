import type { Stage } from '#indicator-engine';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { RegisteredSchool } from '../indicators/indicators.module.js';
import { categoryOf, type CensusLines } from './census-lines.js';
import { classKeySql, classSubject, schoolYearStart } from './class-key.js';
import type { KnownEntry, LedgerData, LedgerReading } from './ledger-reading.js';

/** A file of classes whose rows are stored, confirmed or not. */
export interface ClassFile {
  readonly importId: string;
  readonly asOf: CivilDate;
  readonly lines: CensusLines;
  readonly register: ReadonlyMap<string, RegisteredSchool>;
  /** Whether no row was left out: only then is a class that is not in the file no longer there. */
  readonly complete: boolean;
}

interface ClassRow {
  readonly key: string;
  readonly school_code: string;
  readonly stage: Stage;
  readonly grade: number;
  readonly name: string;
  readonly students: number;
}

/** What a file of classes says to the ledger, in two statements however many classes there are. */
export async function classData(
  work: Work,
  kind: { readonly id: string; readonly indicator: string | null },
  file: ClassFile,
  entries: readonly KnownEntry[],
): Promise<LedgerData> {
  const rows = await readClassRows(work, kind.id, file);
  const listed = await schoolsInFile(work, file.importId, entries);
  const { register, asOf, importId } = file;
  return {
    kind: kind.id,
    asOf,
    sourceId: importId,
    readings: rows.map((row) => readingOf(row, kind.indicator, file)),
    // A school that still stands and tells no class at all has not reported yet.
    tellsGone: ({ schoolCode }) =>
      file.complete && schoolCode !== null && (listed.has(schoolCode) || !register.has(schoolCode)),
  };
}

function readClassRows(
  work: Work,
  kind: string,
  { importId, asOf, lines }: Pick<ClassFile, 'importId' | 'asOf' | 'lines'>,
): Promise<ClassRow[]> {
  return work.manager.query<ClassRow[]>(
    `SELECT k.key, r.school_code, r.stage, r.grade, r.name, r.students
     FROM class_row r CROSS JOIN LATERAL (SELECT ${classKeySql('r', '$3')} AS key) k
     LEFT JOIN ledger_entry e ON e.campaign_id = r.campaign_id AND e.kind = $4 AND e.subject_key = k.key
     WHERE r.campaign_id = $1 AND r.import_id = $2
       AND (r.students > CASE r.stage WHEN 'primary' THEN $5::int ELSE $6::int END OR e.id IS NOT NULL)
     ORDER BY r.school_code, r.grade, length(r.name), r.name`,
    [work.campaignId, importId, schoolYearStart(asOf), kind, lines.most.primary, lines.most.junior],
  );
}

async function schoolsInFile(
  work: Work,
  importId: string,
  entries: readonly KnownEntry[],
): Promise<ReadonlySet<string>> {
  const codes = [...new Set(entries.flatMap(({ schoolCode }) => schoolCode ?? []))];
  const rows = await work.manager.query<{ code: string }[]>(
    `SELECT c.code FROM unnest($3::text[]) AS c(code)
     WHERE EXISTS (SELECT 1 FROM class_row r WHERE r.campaign_id = $1 AND r.import_id = $2 AND r.school_code = c.code)`,
    [work.campaignId, importId, codes],
  );
  return new Set(rows.map(({ code }) => code));
}

function readingOf(row: ClassRow, indicator: string | null, { lines, register }: ClassFile): LedgerReading {
  const { key, school_code: schoolCode, stage, grade, name, students } = row;
  const schoolName = register.get(schoolCode)?.name ?? schoolCode;
  const category = categoryOf(stage, students, lines);
  return {
    ...{ key, schoolCode, schoolName, stage, indicator, category },
    subject: classSubject(schoolName, stage, grade, name),
    outcome: category === null ? 'within' : 'over',
    value: String(students),
    line: String(lines.most[stage]),
    wantedOn: lines.wantedOn[stage],
  };
}
