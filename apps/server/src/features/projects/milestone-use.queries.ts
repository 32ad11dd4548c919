import type { Milestone } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import { shippedChain } from './project-basis.queries.js';

/** Milestones as a campaign has known them, in one statement. */
export interface MilestoneUse {
  /** Every one there has ever been, as it was last, by id. */
  readonly known: ReadonlyMap<string, Milestone>;
  /** How many projects have a planned or an actual day of it; none where it is missing. */
  readonly projects: ReadonlyMap<string, number>;
}

export async function readMilestoneUse(work: Work): Promise<MilestoneUse> {
  const [row] = await work.manager.query<{ chains: Milestone[][]; projects: Record<string, number> }[]>(
    `SELECT (SELECT coalesce(json_agg(c.content -> 'milestones' ORDER BY c.number), '[]')
         FROM milestone_chain c WHERE c.campaign_id = $1) AS chains,
       (SELECT coalesce(json_object_agg(u.milestone, u.projects), '{}') FROM (
         SELECT d.milestone, count(DISTINCT d.project_id) AS projects FROM (
           SELECT DISTINCT ON (project_id, milestone, kind) project_id, milestone, on_day FROM project_date
           WHERE campaign_id = $1 ORDER BY project_id, milestone, kind, version DESC) d
         WHERE d.on_day IS NOT NULL GROUP BY d.milestone) u) AS projects`,
    [work.campaignId],
  );
  const milestones = [shippedChain().milestones, ...(row?.chains ?? [])].flat();
  return {
    known: new Map(milestones.map((milestone) => [milestone.id, milestone])),
    projects: new Map(Object.entries(row?.projects ?? {})),
  };
}
