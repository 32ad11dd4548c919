import type { Ladder } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';

/** A saved version of the campaign's ladder. */
export interface LadderVersion {
  readonly id: string;
  readonly number: number;
  readonly ladder: Ladder;
  readonly leaderIds: readonly string[];
  readonly basis: string;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly active: boolean;
}

const columns = `v.id, v.number, v.content AS ladder, v.leader_ids AS "leaderIds", v.basis, a.name AS "savedBy",
  v.saved_at AS "savedAt", v.id IS NOT DISTINCT FROM (
    SELECT x.ladder_version_id FROM ladder_activation x WHERE x.campaign_id = v.campaign_id
    ORDER BY x.id DESC LIMIT 1) AS active
  FROM ladder_version v JOIN account a ON a.id = v.saved_by`;

/** All versions, the newest first. */
export function readLadderVersions(work: Work): Promise<LadderVersion[]> {
  return work.manager.query<LadderVersion[]>(
    `SELECT ${columns} WHERE v.campaign_id = $1 ORDER BY v.number DESC`,
    [work.campaignId],
  );
}

/** The version that holds now, or undefined while the ladder rests. */
export async function readActiveLadder(work: Work): Promise<LadderVersion | undefined> {
  const [version] = await work.manager.query<LadderVersion[]>(
    `SELECT * FROM (SELECT ${columns} WHERE v.campaign_id = $1) l WHERE l.active`,
    [work.campaignId],
  );
  return version;
}
