import { type CivilDate, taskNumber } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { TaskMention } from './create-tasks.dto.js';
import { openStates } from './task-state.js';

/** Why a task was made: a figure below its line, as the data of that day showed it. */
export interface TaskGap {
  readonly taskId: string;
  readonly indicator: string;
  /** null: a figure of the county. */
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly stage: 'primary' | 'junior' | null;
  /** null: the figure does not come from school tables. */
  readonly dataSetId: string | null;
  readonly asOf: CivilDate;
  readonly figure: string;
  readonly line: string;
  readonly lacking: string;
}

const columns = `task_id AS "taskId", indicator, school_code AS "schoolCode", school_name AS "schoolName", stage,
  data_set_id AS "dataSetId", as_of AS "asOf", figure, line, lacking`;

/** The gaps of new tasks, in one statement. */
export async function insertGaps(work: Work, gaps: readonly TaskGap[]): Promise<void> {
  const rows = gaps.map((gap, position) => ({ ...gap, position }));
  await work.manager.query(
    `INSERT INTO task_gap (campaign_id, task_id, position, indicator, school_code, school_name, stage, data_set_id, as_of,
       figure, line, lacking)
     SELECT $1, r."taskId", r.position, r.indicator, r."schoolCode", r."schoolName", r.stage, r."dataSetId", r."asOf",
       r.figure, r.line, r.lacking
     FROM json_to_recordset($2) AS r("taskId" uuid, position int, indicator text, "schoolCode" text, "schoolName" text,
       stage text, "dataSetId" uuid, "asOf" date, figure text, line text, lacking text)`,
    [work.campaignId, JSON.stringify(rows)],
  );
}

export async function readGaps(work: Work, taskId: string): Promise<TaskGap[]> {
  return work.manager.query<TaskGap[]>(
    `SELECT ${columns} FROM task_gap WHERE campaign_id = $1 AND task_id = $2 ORDER BY position`,
    [work.campaignId, taskId],
  );
}

/** Which gaps of an indicator have a task that is neither closed nor cancelled; the newest task of each. */
export async function readOpenGapTasks(
  work: Work,
  indicator: string,
): Promise<(Pick<TaskGap, 'schoolCode' | 'stage'> & { readonly task: TaskMention })[]> {
  const rows = await work.manager.query<
    (Pick<TaskGap, 'schoolCode' | 'stage'> & { id: string; seq: number; title: string })[]
  >(
    `SELECT DISTINCT ON (g.school_code, g.stage) g.school_code AS "schoolCode", g.stage, t.id, t.seq, t.title
     FROM task_gap g JOIN task t ON t.campaign_id = g.campaign_id AND t.id = g.task_id
     WHERE g.campaign_id = $1 AND g.indicator = $2 AND t.state = ANY($3)
     ORDER BY g.school_code, g.stage, t.seq DESC`,
    [work.campaignId, indicator, openStates],
  );
  return rows.map(({ schoolCode, stage, id, seq, title }) => ({
    schoolCode,
    stage,
    task: { id, number: taskNumber(seq), title },
  }));
}
