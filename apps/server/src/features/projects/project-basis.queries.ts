import { loadMilestones, type MilestoneChain, milestonesDirectory } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import type { ClauseRef } from '../../http/refs.dto.js';

/** What the plan declares for a year; null: it says nothing. */
export interface DeclaredYear {
  readonly year: number;
  readonly schools: number;
  readonly primary: number | null;
  readonly junior: number | null;
  readonly investment: string | null;
  /** What the amount leaves out or takes in. */
  readonly investmentScope: string | null;
  readonly clause: ClauseRef;
}

/** What the projects of a campaign are measured by. */
export interface ProjectBasis {
  readonly chain: MilestoneChain;
  /** Version of the campaign's own chain; 0: it has none and follows the one that comes with the program. */
  readonly chainNumber: number;
  readonly years: readonly DeclaredYear[];
}

let shipped: MilestoneChain | undefined;

/** Read once: the file is part of the program. */
export function shippedChain(): MilestoneChain {
  shipped ??= loadMilestones(milestonesDirectory());
  return { milestones: shipped.milestones, taskWorkingDays: shipped.taskWorkingDays };
}

/** The campaign's milestones and the plan's totals, in one statement. */
export async function readProjectBasis(work: Work): Promise<ProjectBasis> {
  const [row] = await work.manager.query<
    { chain: MilestoneChain | null; number: number | null; years: DeclaredYear[] }[]
  >(
    `SELECT m.content AS chain, m.number,
       (SELECT coalesce(json_agg(json_build_object('year', y.year, 'schools', y.schools, 'primary', y.places_primary,
           'junior', y.places_junior, 'investment', trim_scale(y.investment)::text,
           'investmentScope', y.investment_scope, 'clause', json_build_object('id', c.id, 'number', c.number,
             'title', c.title, 'documentTitle', s.title)) ORDER BY y.year, y.position), '[]')
         FROM project_year y JOIN clause c ON c.campaign_id = y.campaign_id AND c.id = y.clause_id
         JOIN source_document s ON s.campaign_id = c.campaign_id AND s.id = c.document_id
         WHERE y.campaign_id = $1 AND NOT y.withdrawn) AS years
     FROM (SELECT 1) one LEFT JOIN LATERAL (
       SELECT content, number FROM milestone_chain WHERE campaign_id = $1 ORDER BY number DESC LIMIT 1) m ON TRUE`,
    [work.campaignId],
  );
  return {
    chain: row?.chain ?? shippedChain(),
    chainNumber: row?.number ?? 0,
    years: row?.years ?? [],
  };
}
