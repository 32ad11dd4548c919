import type { Work } from '../../database/unit-of-work.js';

/** A school as the newest school data set has it. */
export interface RegisteredSchool {
  readonly code: string;
  readonly name: string;
  /** As written in the table. */
  readonly township: string | null;
}

/** The schools that may have classes, by code; empty before the first school table. */
export async function readSchoolRegister(work: Work): Promise<Map<string, RegisteredSchool>> {
  const rows = await work.manager.query<RegisteredSchool[]>(
    `SELECT r.code, r.content ->> 'name' AS name, r.content ->> 'township' AS township
     FROM school_record r
     WHERE r.campaign_id = $1 AND r.data_set_id = (
       SELECT id FROM school_data_set WHERE campaign_id = $1 ORDER BY as_of DESC, id DESC LIMIT 1)`,
    [work.campaignId],
  );
  return new Map(rows.map((school) => [school.code, school]));
}
