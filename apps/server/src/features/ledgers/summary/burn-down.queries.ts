import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import { visibleEntriesSql } from '../entries/visible-entries.js';
import { readCensuses } from '../class-censuses.queries.js';
import type { BurnDown, BurnDownMonth } from './ledger-summary.dto.js';

/**
 * How many entries remained at the end of each month, from the first that was opened until today: what is in the history, so
 * that what was closed and came back is seen to have done so.
 */
export async function readBurnDown(
  work: Work,
  kind: { readonly id: string; readonly subject: string },
): Promise<BurnDown> {
  const censuses = kind.subject === 'class' ? (await readCensuses(work)).toReversed() : [];
  return {
    months: await readMonths(work, kind.id),
    censuses: censuses.map(({ asOf, classes, aboveStandard, large, oversize }) => ({
      ...{ asOf, classes, aboveStandard, large, oversize },
    })),
  };
}

function readMonths(work: Work, kind: string): Promise<BurnDownMonth[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(work.campaignId);
  return work.manager.query<BurnDownMonth[]>(
    `WITH entry AS (
       SELECT e.id, e.opened_on FROM ledger_entry e
       WHERE e.campaign_id = ${campaign} AND e.kind = ${parameters.add(kind)}
         AND ${visibleEntriesSql(parameters, work.actor)}),
     change AS (
       SELECT ${monthNumber('opened_on')} AS month, 1 AS opened, 0 AS closed FROM entry
       UNION ALL
       SELECT ${monthNumber(`(v.at AT TIME ZONE 'Asia/Shanghai')`)}, 0, CASE v.to_state WHEN 'closed' THEN 1 ELSE -1 END
       FROM ledger_event v JOIN entry e ON e.id = v.entry_id
       WHERE v.campaign_id = ${campaign} AND v.from_state IS NOT NULL
         AND (v.from_state = 'closed') <> (v.to_state = 'closed')),
     summed AS (
       SELECT m.month, coalesce(sum(c.opened), 0)::int AS opened, coalesce(sum(c.closed), 0)::int AS closed
       FROM generate_series((SELECT min(month) FROM change), ${monthNumber(`${parameters.add(work.today)}::date`)}) AS m(month)
       LEFT JOIN change c ON c.month = m.month GROUP BY m.month)
     SELECT month / 12 || '-' || lpad((month % 12 + 1)::text, 2, '0') AS month, opened, closed,
       (sum(opened - closed) OVER (ORDER BY summed.month))::int AS remaining
     FROM summed ORDER BY summed.month`,
    parameters.values,
  );
}

/** Months counted from the year 0, so that the series has those in which nothing happened. */
function monthNumber(day: string): string {
  return `(extract(year FROM ${day}) * 12 + extract(month FROM ${day}) - 1)::int`;
}
