import type { SchoolRecord } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { WhatIfContent } from './what-if-content.dto.js';
import type { WhatIfRow } from './what-ifs.dto.js';

/** A what-if with all that it assumes. */
export type WhatIfRecord = WhatIfRow & { readonly content: WhatIfContent };

type Stored = Omit<WhatIfRecord, 'createdAt' | 'updatedAt' | 'dataSet'> & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly dataSet: Omit<WhatIfRow['dataSet'], 'importedAt'>;
  readonly importedAt: Date;
};

const person = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** Those that are not withdrawn, by name; or the ones asked for. */
export async function readWhatIfs(work: Work, ids?: readonly string[]): Promise<WhatIfRecord[]> {
  const rows = await work.manager.query<Stored[]>(
    `SELECT w.id, w.name, w.goal_year AS "goalYear", w.version, w.assumptions AS content,
       jsonb_array_length(w.assumptions -> 'enrolment') AS "enrolmentRows",
       jsonb_array_length(w.assumptions -> 'projects') AS "projectRows",
       ${person('c')} AS "createdBy", w.created_at AS "createdAt", ${person('u')} AS "updatedBy", w.updated_at AS "updatedAt",
       json_build_object('id', s.id, 'schoolYear', s.school_year, 'asOf', s.as_of, 'kind', s.kind, 'schools', s.schools,
         'classes', s.classes, 'fileName', s.file_name, 'importedBy', ${person('i')}) AS "dataSet",
       s.imported_at AS "importedAt"
     FROM what_if w JOIN school_data_set s ON s.campaign_id = w.campaign_id AND s.id = w.data_set_id
       JOIN account c ON c.id = w.created_by JOIN account u ON u.id = w.updated_by JOIN account i ON i.id = s.imported_by
     WHERE w.campaign_id = $1 AND NOT w.withdrawn AND ($2::uuid[] IS NULL OR w.id = ANY($2))
     ORDER BY w.name, w.id`,
    [work.campaignId, ids ?? null],
  );
  return rows.map(({ importedAt, ...row }) => ({
    ...row,
    dataSet: { ...row.dataSet, importedAt: importedAt.toISOString() },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** The schools of a data set as they were imported. */
export async function readSchoolsOf(work: Work, dataSetId: string): Promise<SchoolRecord[]> {
  const rows = await work.manager.query<{ content: SchoolRecord }[]>(
    `SELECT content FROM school_record WHERE campaign_id = $1 AND data_set_id = $2 ORDER BY position`,
    [work.campaignId, dataSetId],
  );
  return rows.map(({ content }) => content);
}

/** The year in which the plan ends: its last phase or dated target; null: it says none. */
export async function readGoalYear(work: Work): Promise<number | null> {
  const [row] = await work.manager.query<{ year: number | null }[]>(
    `SELECT extract(year FROM max(day))::int AS year FROM (
       SELECT ends_on AS day FROM phase WHERE campaign_id = $1 AND NOT withdrawn
       UNION ALL SELECT due_on FROM target WHERE campaign_id = $1 AND NOT withdrawn) AS days`,
    [work.campaignId],
  );
  return row?.year ?? null;
}
