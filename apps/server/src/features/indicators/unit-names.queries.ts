import type { Work } from '../../database/unit-of-work.js';
import type { UnitRef } from '../../http/refs.dto.js';

/** Every name of every member unit: full names go before short ones, and those before other ways to say it. */
export async function readUnitNames(work: Work): Promise<Map<string, UnitRef>> {
  const rows = await work.manager.query<(UnitRef & { readonly called: string })[]>(
    `SELECT n.called, u.id, u.name, u.short_name AS "shortName", u.kind
     FROM unit u CROSS JOIN LATERAL (
       SELECT u.name AS called, 1 AS rank UNION ALL SELECT u.short_name, 2
       UNION ALL SELECT a.alias, 3 FROM unit_alias a WHERE a.campaign_id = u.campaign_id AND a.unit_id = u.id) n
     WHERE u.campaign_id = $1 AND NOT u.withdrawn ORDER BY n.rank, u.position`,
    [work.campaignId],
  );
  const units = new Map<string, UnitRef>();
  for (const { called, ...unit } of rows) if (!units.has(called)) units.set(called, unit);
  return units;
}
