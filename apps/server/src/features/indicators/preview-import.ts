import { DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readDataSets } from './data-sets.queries.js';
import type { ReceivedTable } from './receive-table.js';
import { type SchoolTables, summaryOf } from './read-tables.js';
import { SchoolImportEntity } from './school-import.entity.js';
import type { ImportPreview } from './school-imports.dto.js';
import { schoolYearOf } from './school-year.js';

/**
 * Notes what was read and says what would become of it; no data set is made.
 * @throws DomainError `rule_refused` for a day to come
 */
export async function previewImport(
  work: Work,
  table: ReceivedTable,
  tables: SchoolTables,
): Promise<ImportPreview> {
  const { kind, asOf, fileName, sha256 } = table;
  if (asOf > work.today) {
    const message = `数据截至日期不能晚于今天（${formatDate(work.today)}）`;
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/asOf', message }],
    });
  }
  const id = work.newId();
  const { rowsRead, accepted, rejected, ...remarks } = summaryOf(tables);
  await work.manager.insert(SchoolImportEntity, {
    campaignId: work.campaignId,
    id,
    kind,
    asOf,
    fileName,
    sha256,
    rowsRead,
    rowsAccepted: accepted,
    rowsRejected: rejected,
    reading: storable(tables.schools),
    classReading: tables.classes && storable(tables.classes),
    createdBy: work.actor.accountId,
    createdAt: work.now,
  });
  const [duplicateOf = null] = await readDataSets(work, { file: table });
  return {
    id,
    fileName,
    kind,
    schoolYear: schoolYearOf(asOf),
    asOf,
    rowsRead,
    accepted,
    rejected,
    ...remarks,
    truncated: remarks.errorCount > remarks.errors.length,
    unchanged: await countUnchanged(work, table, id),
    classRows: tables.classes?.rowsRead ?? 0,
    classRowsRejected: tables.classes?.rejected.length ?? 0,
    duplicateOf,
    confirmable: duplicateOf === null && rejected === 0,
  };
}

/** The database's JSON knows neither NUL nor half of a surrogate pair. */
export function storable(reading: object): object {
  const text = JSON.stringify(reading, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\p{Cs}|\0/gu, '') : value,
  );
  return JSON.parse(text) as object;
}

async function countUnchanged(work: Work, { kind, asOf }: ReceivedTable, importId: string): Promise<number> {
  const [newest] = await readDataSets(work, { kind, until: asOf });
  if (!newest) return 0;
  const [row] = await work.manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count
     FROM school_import i CROSS JOIN LATERAL jsonb_array_elements(i.reading -> 'accepted') AS r (school)
     JOIN school_record s ON s.campaign_id = i.campaign_id AND s.data_set_id = $3 AND s.code = r.school ->> 'code'
     WHERE i.campaign_id = $1 AND i.id = $2 AND s.content - 'cells' = r.school - 'cells'`,
    [work.campaignId, importId, newest.id],
  );
  return row?.count ?? 0;
}
