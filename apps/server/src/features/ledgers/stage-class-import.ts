import type { ClassRecord } from '#indicator-engine';
import type { Work } from '../../database/unit-of-work.js';
import { storable, type TableReading } from '../indicators/indicators.module.js';
import { ClassImportEntity } from './class-import.entity.js';
import type { ClassFileForm } from './receive-class-file.js';

/** What is kept of a reading beside its good rows. */
export type ClassRemarks = Omit<TableReading<ClassRecord>, 'accepted' | 'rowsRead'>;

// 100,000 rows in a second; more at once gains nothing and keeps whoever waits for progress without any.
const rowsAtOnce = 10_000;

/** Stores a file as it was read, with all its good rows. @param onRows hears how many are in */
export async function stageClassImport(
  work: Work,
  { id, asOf, fileName, sha256 }: ClassFileForm,
  { accepted, rowsRead, ...remarks }: TableReading<ClassRecord>,
  onRows: (rows: number) => void,
): Promise<void> {
  await work.manager.insert(ClassImportEntity, {
    ...{ campaignId: work.campaignId, id, asOf, fileName, sha256, rowsRead },
    rowsAccepted: accepted.length,
    rowsRejected: remarks.rejected.length,
    remarks: storable(remarks satisfies ClassRemarks),
    createdBy: work.actor.accountId,
    createdAt: work.now,
  });
  await work.fault('class-import');
  for (let start = 0; start < accepted.length; start += rowsAtOnce) {
    const chunk = accepted.slice(start, start + rowsAtOnce);
    await work.manager.query(
      `INSERT INTO class_row (campaign_id, import_id, school_code, stage, grade, name, students)
       SELECT $1, $2, r.school, r.stage, r.grade, r.name, r.students
       FROM unnest($3::text[], $4::text[], $5::smallint[], $6::text[], $7::smallint[])
         AS r(school, stage, grade, name, students)`,
      [
        work.campaignId,
        id,
        chunk.map(({ school }) => school),
        chunk.map(({ stage }) => stage),
        chunk.map(({ grade }) => grade),
        chunk.map(({ name }) => name.replaceAll(/\p{Cs}|\0/gu, '')),
        chunk.map(({ students }) => students),
      ],
    );
    await work.fault('class-rows');
    onRows(start + chunk.length);
  }
}
