import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readDataSets } from './data-sets.queries.js';
import type { DataSetKind } from './evaluation-words.js';
import type { DataSetRow, ImportResult } from './school-imports.dto.js';
import { schoolYearOf } from './school-year.js';

interface ImportRecord {
  readonly kind: DataSetKind;
  readonly as_of: CivilDate;
  readonly file_name: string;
  readonly sha256: string;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
}

/**
 * Makes a data set of what a preview had read, all of it or, when asked for, the good rows. The same file for the
 * same kind and day is the same data set: nothing changes, and the answer says so.
 * @throws DomainError `not_found`; `rule_refused` for errors that were not waived, or when no row is good
 */
export async function confirmImport(
  work: Work,
  importId: string,
  goodRowsOnly: boolean,
): Promise<ImportResult> {
  const record = await findImport(work, importId);
  const { kind, as_of: asOf, sha256, rows_accepted: accepted, rows_rejected: rejected } = record;
  const known = await readDataSets(work, { file: { kind, asOf, sha256 } });
  if (known[0]) return { dataSet: known[0], added: 0, skipped: 0, alreadyImported: true };
  if (rejected > 0 && !goodRowsOnly) {
    const detail = `有 ${rejected} 行有错误，没有导入任何一行。请改正后重新上传，或选择只导入没有错误的 ${accepted} 行。`;
    throw new DomainError('rule_refused', { detail });
  }
  if (accepted === 0) throw new DomainError('rule_refused', { detail: '没有一行可以导入。' });
  const id = work.newId();
  const made = await insertDataSet(work, importId, id, record);
  if (made) await insertRecords(work, importId, id, accepted);
  const dataSet = await soleDataSet(work, { kind, asOf, sha256 });
  return { dataSet, added: made ? accepted : 0, skipped: made ? rejected : 0, alreadyImported: !made };
}

async function findImport(work: Work, id: string): Promise<ImportRecord> {
  const [row] = await work.manager.query<ImportRecord[]>(
    `SELECT kind, as_of, file_name, sha256, rows_accepted, rows_rejected
     FROM school_import WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这次导入，请重新上传。' });
  return row;
}

/** @returns false when somebody else made the data set of this file a moment ago */
async function insertDataSet(
  work: Work,
  importId: string,
  id: string,
  record: ImportRecord,
): Promise<boolean> {
  const rows = await work.manager.query<unknown[]>(
    `INSERT INTO school_data_set (campaign_id, id, import_id, kind, school_year, as_of, file_name, sha256, schools,
       imported_by, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT ON CONSTRAINT school_data_set_file_key DO NOTHING RETURNING id`,
    [
      work.campaignId,
      id,
      importId,
      record.kind,
      schoolYearOf(record.as_of),
      record.as_of,
      record.file_name,
      record.sha256,
      record.rows_accepted,
      work.actor.accountId,
      work.now,
    ],
  );
  await work.fault('after-data-set');
  return rows.length > 0;
}

async function insertRecords(
  work: Work,
  importId: string,
  dataSetId: string,
  expected: number,
): Promise<void> {
  const [row] = await work.manager.query<{ count: number }[]>(
    `WITH added AS (
       INSERT INTO school_record (campaign_id, data_set_id, code, position, content)
       SELECT i.campaign_id, $3, r.school ->> 'code', r.position, r.school
       FROM school_import i
         CROSS JOIN LATERAL jsonb_array_elements(i.reading -> 'accepted') WITH ORDINALITY AS r (school, position)
       WHERE i.campaign_id = $1 AND i.id = $2 RETURNING 1)
     SELECT count(*)::int AS count FROM added`,
    [work.campaignId, importId, dataSetId],
  );
  await work.fault('after-school-records');
  if (row?.count !== expected) throw new Error(`${row?.count} schools stored instead of ${expected}`);
}

async function soleDataSet(
  work: Work,
  file: { readonly kind: DataSetKind; readonly asOf: CivilDate; readonly sha256: string },
): Promise<DataSetRow> {
  const [dataSet] = await readDataSets(work, { file });
  if (!dataSet) throw new Error('the data set that was just made is not there');
  return dataSet;
}
