import type { LedgerKind } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import type { ConfirmedDataSet } from '../indicators/indicators.module.js';
import { findCensus } from './confirm-class-import.js';
import { followData, type LedgerTools } from './follow-data.js';
import { registerCensus } from './register-census.js';
import { schoolData } from './school-data.js';
import { type LedgerNews, tellLedgerNews } from './tell-ledger-news.js';

/**
 * What a confirmed school workbook does to the ledgers: its schools are judged, if there are no newer ones, and its
 * 班级情况表 is a census of the same day.
 */
export async function followDataSet(
  work: Work,
  tools: LedgerTools,
  dataSet: ConfirmedDataSet,
): Promise<void> {
  await work.manager.query(`SELECT 1 FROM campaign WHERE id = $1 FOR UPDATE`, [work.campaignId]);
  const news: LedgerNews[] = [];
  if (await isNewest(work, dataSet)) news.push(...(await followSchools(work, tools, dataSet)));
  if (dataSet.classes > 0) news.push(...(await followClasses(work, tools, dataSet)));
  await tellLedgerNews(work, news, dataSet.importId, tools.origin);
}

async function isNewest(work: Work, { id, asOf }: ConfirmedDataSet): Promise<boolean> {
  const newer = await work.manager.query<unknown[]>(
    `SELECT 1 FROM school_data_set WHERE campaign_id = $1 AND id <> $2 AND as_of > $3 LIMIT 1`,
    [work.campaignId, id, asOf],
  );
  return newer.length === 0;
}

const aboutSchools: ReadonlySet<LedgerKind['subject']> = new Set(['school', 'school_indicator']);

async function followSchools(
  work: Work,
  tools: LedgerTools,
  { id, asOf, skipped }: ConfirmedDataSet,
): Promise<LedgerNews[]> {
  const evaluation = await tools.evaluations.evaluate(work, { dataSetId: id, asOf });
  const evaluated = { dataSetId: id, asOf, evaluation, complete: skipped === 0 };
  const news: LedgerNews[] = [];
  for (const kind of tools.kinds.all.filter(({ subject }) => aboutSchools.has(subject))) {
    const followed = await followData(work, tools, kind, () => schoolData(kind, evaluated));
    news.push(...followed.news);
  }
  return news;
}

/** The classes of the workbook, as if they had come in a file of their own. */
async function followClasses(
  work: Work,
  tools: LedgerTools,
  { id, asOf, fileName, sha256, skipped, classes }: ConfirmedDataSet,
): Promise<readonly LedgerNews[]> {
  const importId = work.newId();
  await work.manager.query(
    `INSERT INTO class_import (campaign_id, id, as_of, file_name, sha256, rows_read, rows_accepted, rows_rejected, remarks,
       created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, 0, '{"rejected": [], "headers": [], "sheet": "", "notes": []}', $7, $8)`,
    [work.campaignId, importId, asOf, fileName, sha256, classes, work.actor.accountId, work.now],
  );
  await work.manager.query(
    `INSERT INTO class_row (campaign_id, import_id, school_code, stage, grade, name, students)
     SELECT r.campaign_id, $3, r.content ->> 'school', r.content ->> 'stage', (r.content ->> 'grade')::smallint,
       r.content ->> 'name', (r.content ->> 'students')::smallint
     FROM class_record r WHERE r.campaign_id = $1 AND r.data_set_id = $2`,
    [work.campaignId, id, importId],
  );
  if (await findCensus(work, importId, { as_of: asOf, sha256 })) return [];
  return (await registerCensus(work, tools, { importId, asOf, sha256, skipped })).news;
}
