import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readDataSets } from './data-sets.queries.js';
import type { DataSetFollower } from './data-set-followers.js';
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
  readonly schools: number;
  readonly classes: number;
}

/**
 * Makes a data set of what a preview had read, all of it or, when asked for, the good rows. The same file for the
 * same kind and day is the same data set: nothing changes, and the answer says so.
 * @param follow what else new data bring with them, in the same transaction
 * @throws DomainError `not_found`; `rule_refused` for errors that were not waived, or when no row is good
 */
export async function confirmImport(
  work: Work,
  importId: string,
  goodRowsOnly: boolean,
  follow: DataSetFollower,
): Promise<ImportResult> {
  const record = await findImport(work, importId);
  const { kind, as_of: asOf, sha256, rows_accepted: accepted, rows_rejected: rejected } = record;
  const known = await readDataSets(work, { file: { kind, asOf, sha256 } });
  if (known[0]) return { dataSet: known[0], added: 0, skipped: 0, alreadyImported: true };
  if (rejected > 0 && !goodRowsOnly) {
    const detail = `有 ${rejected} 行有错误，没有导入任何一行。请改正后重新上传，或选择只导入没有错误的 ${accepted} 行。`;
    throw new DomainError('rule_refused', { detail });
  }
  if (record.schools === 0) throw new DomainError('rule_refused', { detail: '没有一所学校可以导入。' });
  const id = work.newId();
  const made = await insertDataSet(work, importId, id, record);
  if (made) {
    await insertRecords(work, importId, id, record);
    const { file_name: fileName, classes } = record;
    await follow(work, { id, importId, asOf, fileName, sha256, skipped: rejected, classes });
  }
  const dataSet = await soleDataSet(work, { kind, asOf, sha256 });
  return { dataSet, added: made ? accepted : 0, skipped: made ? rejected : 0, alreadyImported: !made };
}

async function findImport(work: Work, id: string): Promise<ImportRecord> {
  const [row] = await work.manager.query<ImportRecord[]>(
    `SELECT kind, as_of, file_name, sha256, rows_accepted, rows_rejected,
       jsonb_array_length(reading -> 'accepted') AS schools,
       coalesce(jsonb_array_length(class_reading -> 'accepted'), 0) AS classes
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
       classes, imported_by, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
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
      record.schools,
      record.classes,
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
  expected: Pick<ImportRecord, 'schools' | 'classes'>,
): Promise<void> {
  const [added] = await work.manager.query<{ schools: number; classes: number }[]>(
    `WITH source AS (SELECT campaign_id, reading, class_reading FROM school_import WHERE campaign_id = $1 AND id = $2),
     school AS (
       INSERT INTO school_record (campaign_id, data_set_id, code, position, content)
       SELECT i.campaign_id, $3, r.row ->> 'code', r.position, r.row
       FROM source i CROSS JOIN LATERAL jsonb_array_elements(i.reading -> 'accepted') WITH ORDINALITY AS r (row, position)
       RETURNING 1),
     class AS (
       INSERT INTO class_record (campaign_id, data_set_id, position, content)
       SELECT i.campaign_id, $3, r.position, r.row
       FROM source i
         CROSS JOIN LATERAL jsonb_array_elements(i.class_reading -> 'accepted') WITH ORDINALITY AS r (row, position)
       RETURNING 1)
     SELECT (SELECT count(*)::int FROM school) AS schools, (SELECT count(*)::int FROM class) AS classes`,
    [work.campaignId, importId, dataSetId],
  );
  await work.fault('after-school-records');
  if (added?.schools !== expected.schools || added.classes !== expected.classes) {
    throw new Error(`${JSON.stringify(added)} stored instead of ${JSON.stringify(expected)}`);
  }
}

async function soleDataSet(
  work: Work,
  file: { readonly kind: DataSetKind; readonly asOf: CivilDate; readonly sha256: string },
): Promise<DataSetRow> {
  const [dataSet] = await readDataSets(work, { file });
  if (!dataSet) throw new Error('the data set that was just made is not there');
  return dataSet;
}
