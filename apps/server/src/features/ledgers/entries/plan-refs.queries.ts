import type { Work } from '../../../database/unit-of-work.js';

/** What a plan may name. */
export interface PlanRef {
  readonly name: string;
  readonly type: 'department' | 'township' | 'project';
}

/** Units and projects by id, those that are there. */
export async function readPlanRefs(
  work: Work,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PlanRef>> {
  const rows = await work.manager.query<(PlanRef & { readonly id: string })[]>(
    `SELECT id, name, kind AS type FROM unit WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn
     UNION ALL SELECT id, year || '年' || school, 'project' FROM project WHERE campaign_id = $1 AND id = ANY($2) AND NOT withdrawn`,
    [work.campaignId, ids.filter((id) => typeof id === 'string')],
  );
  return new Map(rows.map(({ id, ...ref }) => [id, ref]));
}

export function namesOf(refs: ReadonlyMap<string, PlanRef>): Map<string, string> {
  return new Map([...refs].map(([id, { name }]) => [id, name]));
}
