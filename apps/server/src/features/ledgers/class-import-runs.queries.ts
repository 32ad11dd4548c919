import { databaseClockSql } from '../../database/database-clock.js';
import type { Work } from '../../database/unit-of-work.js';
import type { ClassImportState, ImportPhase } from './class-imports.dto.js';
import type { ClassFileForm } from './receive-class-file.js';

export const phaseNames: Readonly<Record<ImportPhase, string>> = {
  reading: '正在读取文件',
  checking: '正在核对各行',
  storing: '正在存入',
  ready: '已读完，待确认',
  failed: '没有读成',
  interrupted: '已中断，请重新上传',
};

// The process that reads a file says every second or so that it is still at it.
const silence = `interval '60 seconds'`;

/** @returns false when there is an import of this id already */
export async function startRun(work: Work, { id, asOf, fileName }: ClassFileForm): Promise<boolean> {
  const rows = await work.manager.query<unknown[]>(
    `INSERT INTO class_import_run (campaign_id, id, as_of, file_name, phase, started_by, started_at, beat_at)
     VALUES ($1, $2, $3, $4, 'reading', $5, $6, ${databaseClockSql}) ON CONFLICT DO NOTHING RETURNING id`,
    [work.campaignId, id, asOf, fileName, work.actor.accountId, work.now],
  );
  return rows.length > 0;
}

export async function noteRun(
  work: Work,
  id: string,
  now: { phase: ImportPhase; rowsDone: number; rowsTotal: number | null; problem?: string },
): Promise<void> {
  await work.manager.query(
    `UPDATE class_import_run SET phase = $3, rows_done = $4, rows_total = $5, problem = $6, beat_at = ${databaseClockSql}
     WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id, now.phase, now.rowsDone, now.rowsTotal, now.problem ?? null],
  );
}

type StateRecord = Omit<ClassImportState, 'startedAt' | 'phaseName'> & { readonly startedAt: Date };

/** The newest first. @param id only this one */
export async function readRuns(work: Work, id: string | null, most = 20): Promise<ClassImportState[]> {
  const rows = await work.manager.query<StateRecord[]>(
    `SELECT r.id, r.file_name AS "fileName", r.as_of AS "asOf", r.rows_done AS "rowsDone", r.rows_total AS "rowsTotal",
       r.problem, json_build_object('id', a.id, 'name', a.name) AS "startedBy", r.started_at AS "startedAt",
       CASE WHEN r.phase IN ('reading', 'checking', 'storing') AND r.beat_at < ${databaseClockSql} - ${silence}
         THEN 'interrupted' ELSE r.phase END AS phase
     FROM class_import_run r JOIN account a ON a.id = r.started_by
     WHERE r.campaign_id = $1 AND ($2::uuid IS NULL OR r.id = $2) ORDER BY r.started_at DESC, r.id DESC LIMIT $3`,
    [work.campaignId, id, most],
  );
  return rows.map((row) => ({
    ...row,
    phaseName: phaseNames[row.phase],
    startedAt: row.startedAt.toISOString(),
  }));
}
