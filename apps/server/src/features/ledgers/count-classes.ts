import type { Work } from '../../database/unit-of-work.js';
import type { CensusLines } from './census-lines.js';
import type { ClassCounts } from './class-imports.dto.js';

/** The three counts of a stored file; every one is part of the one before, whatever limits a place sets. */
export async function countClasses(work: Work, importId: string, lines: CensusLines): Promise<ClassCounts> {
  const [row] = await work.manager.query<ClassCounts[]>(
    `SELECT count(*)::int AS classes, count(*) FILTER (WHERE above)::int AS "aboveStandard",
       count(*) FILTER (WHERE above AND students >= least($5::int, $6::int))::int AS large,
       count(*) FILTER (WHERE above AND students >= $6)::int AS oversize
     FROM (SELECT students, students > CASE stage WHEN 'primary' THEN $3::int ELSE $4::int END AS above
       FROM class_row WHERE campaign_id = $1 AND import_id = $2) c`,
    [work.campaignId, importId, lines.most.primary, lines.most.junior, lines.large, lines.oversize],
  );
  return row ?? { classes: 0, aboveStandard: 0, large: 0, oversize: 0 };
}
