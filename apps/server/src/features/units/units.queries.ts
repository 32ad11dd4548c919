import type { Work } from '../../database/unit-of-work.js';
import type { UnitRow } from './units.dto.js';

/** Member units in the order of the plan, with how many people can be reached in each. */
export async function readUnits(work: Work, unitId?: string): Promise<UnitRow[]> {
  return work.manager.query<UnitRow[]>(
    `SELECT u.id, u.name, u.short_name AS "shortName", u.kind, u.name_pending AS "namePending", u.position AS "order", u.version,
       ARRAY(SELECT a.alias FROM unit_alias a WHERE a.campaign_id = u.campaign_id AND a.unit_id = u.id ORDER BY a.alias) AS aliases,
       (SELECT count(*)::int FROM duty y WHERE y.campaign_id = u.campaign_id AND NOT y.withdrawn
         AND (y.unit_id = u.id OR y.applies_to = u.kind)) AS "dutyCount",
       (SELECT count(*)::int FROM membership m JOIN account a ON a.id = m.account_id
         WHERE m.campaign_id = u.campaign_id AND m.unit_id = u.id AND a.active) AS "contactCount"
     FROM unit u WHERE u.campaign_id = $1 AND NOT u.withdrawn AND ($2::uuid IS NULL OR u.id = $2) ORDER BY u.position`,
    [work.campaignId, unitId ?? null],
  );
}
