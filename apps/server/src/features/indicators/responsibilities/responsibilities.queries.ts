import type { Work } from '../../../database/unit-of-work.js';
import type { UnitRef } from '../../../http/refs.dto.js';
import type { DayOfYear } from './data-cycle.js';

/** What the campaign itself says of an indicator. */
export interface OwnResponsibility {
  readonly leadUnits: readonly UnitRef[];
  readonly supportUnits: readonly UnitRef[];
  readonly due: DayOfYear | null;
  readonly note: string;
  readonly version: number;
}

/** By indicator; one that was never touched is not in it, one that was reset names no units. */
export async function readOwnResponsibilities(work: Work): Promise<Map<string, OwnResponsibility>> {
  const units = (role: string): string => `(
    SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind)
      ORDER BY r.position), '[]')
    FROM indicator_responsibility r JOIN unit u ON u.campaign_id = r.campaign_id AND u.id = r.unit_id
    WHERE r.campaign_id = c.campaign_id AND r.indicator = c.indicator AND r.role = '${role}' AND NOT u.withdrawn)`;
  const rows = await work.manager.query<(OwnResponsibility & { readonly indicator: string })[]>(
    `SELECT c.indicator, c.note, c.version, ${units('lead')} AS "leadUnits", ${units('support')} AS "supportUnits",
       CASE WHEN c.due_month IS NOT NULL THEN json_build_object('month', c.due_month, 'day', c.due_day) END AS due
     FROM indicator_cycle c WHERE c.campaign_id = $1`,
    [work.campaignId],
  );
  return new Map(rows.map(({ indicator, ...own }) => [indicator, own]));
}
