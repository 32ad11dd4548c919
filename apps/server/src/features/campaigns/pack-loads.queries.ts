import type { PackContent } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';

/** A plan as it was loaded. */
export interface PackLoadRecord {
  readonly id: string;
  readonly packName: string;
  readonly fingerprint: string;
  readonly loadedAt: Date;
  /** Null for the program itself and the command line. */
  readonly loadedBy: string | null;
  readonly content: PackContent;
}

/** Every load of the campaign, oldest first; each keeps its pack whole. One statement. */
export async function readPackLoads(work: Work): Promise<PackLoadRecord[]> {
  return work.manager.query<PackLoadRecord[]>(
    `SELECT l.id, l.content->>'name' AS "packName", l.fingerprint, l.loaded_at AS "loadedAt", a.name AS "loadedBy", l.content
     FROM pack_load l LEFT JOIN account a ON a.id = l.loaded_by
     WHERE l.campaign_id = $1 ORDER BY l.loaded_at, l.id`,
    [work.campaignId],
  );
}
