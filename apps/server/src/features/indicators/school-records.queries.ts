import type { ClassRecord, SchoolRecord } from '#indicator-engine';
import type { Work } from '../../database/unit-of-work.js';

/** The schools of a data set, in the order of its file. */
export function readSchools(work: Work, dataSetId: string): Promise<SchoolRecord[]> {
  return readRecords<SchoolRecord>(work, 'school_record', dataSetId);
}

export function readClasses(work: Work, dataSetId: string): Promise<ClassRecord[]> {
  return readRecords<ClassRecord>(work, 'class_record', dataSetId);
}

async function readRecords<T>(
  work: Work,
  table: 'school_record' | 'class_record',
  dataSetId: string,
): Promise<T[]> {
  const rows = await work.manager.query<{ content: T }[]>(
    `SELECT content FROM ${table} WHERE campaign_id = $1 AND data_set_id = $2 ORDER BY position`,
    [work.campaignId, dataSetId],
  );
  return rows.map(({ content }) => content);
}
