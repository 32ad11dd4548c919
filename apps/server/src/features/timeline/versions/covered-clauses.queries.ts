import type { Work } from '../../../database/unit-of-work.js';

/**
 * For each instant, the pack ids of the clauses on which a task hung that was neither a draft nor cancelled at that time;
 * null asks for now. One statement, whatever the number of tasks and instants.
 */
export async function readCoveredClauses(
  work: Work,
  instants: readonly (Date | null)[],
): Promise<ReadonlySet<string>[]> {
  const asked = instants.map((until, index) => ({ index, until }));
  const rows = await work.manager.query<{ index: number; entries: string[] }[]>(
    `SELECT q.index, coalesce(array_agg(DISTINCT c.entry) FILTER (WHERE c.entry IS NOT NULL), '{}') AS entries
     FROM json_to_recordset($2) AS q(index int, until timestamptz)
     LEFT JOIN (task t JOIN clause c ON c.campaign_id = t.campaign_id AND c.id = t.clause_id)
       ON t.campaign_id = $1 AND CASE WHEN q.until IS NULL THEN t.state ELSE (
         SELECT e.to_state FROM task_event e WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.at <= q.until
         ORDER BY e.seq DESC LIMIT 1) END NOT IN ('draft', 'cancelled')
     GROUP BY q.index ORDER BY q.index`,
    [work.campaignId, JSON.stringify(asked)],
  );
  return instants.map((_, index) => new Set(rows.find((row) => row.index === index)?.entries ?? []));
}

/** Ids of the clauses of the plan in force, by their ids in the pack. */
export async function readClauseIds(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.manager.query<{ entry: string; id: string }[]>(
    `SELECT entry, id FROM clause WHERE campaign_id = $1 AND NOT withdrawn`,
    [work.campaignId],
  );
  return new Map(rows.map(({ entry, id }) => [entry, id]));
}
