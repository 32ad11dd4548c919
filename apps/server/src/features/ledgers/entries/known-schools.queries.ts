import type { Work } from '../../../database/unit-of-work.js';

/** Names of the county's schools by code, each from the newest table that has it. */
export async function readKnownSchools(
  work: Work,
  codes: readonly string[] | null = null,
): Promise<Map<string, string>> {
  const rows = await work.manager.query<{ code: string; name: string }[]>(
    `SELECT DISTINCT ON (r.code) r.code, r.content ->> 'name' AS name
     FROM school_record r JOIN school_data_set s ON s.campaign_id = r.campaign_id AND s.id = r.data_set_id
     WHERE r.campaign_id = $1 AND ($2::text[] IS NULL OR r.code = ANY($2))
     ORDER BY r.code, s.as_of DESC, s.id DESC`,
    [work.campaignId, codes],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
