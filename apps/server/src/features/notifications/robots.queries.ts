import type { Work } from '../../database/unit-of-work.js';
import type { RobotRow } from './robots.dto.js';

/** The campaign's robots without what is secret about them. */
export async function readRobots(work: Work): Promise<RobotRow[]> {
  const rows = await work.manager.query<(Omit<RobotRow, 'host' | 'urlEnding'> & { url: string })[]>(
    `SELECT r.id, r.channel, r.name, r.url, r.secret IS NOT NULL AS signed, r.active, r.last_error AS "lastError", r.version,
       (SELECT count(*)::int FROM outbox_message m WHERE m.campaign_id = r.campaign_id AND m.target = r.id
         AND m.status IN ('queued', 'sending', 'uncertain')) AS waiting
     FROM robot r WHERE r.campaign_id = $1 ORDER BY r.created_at, r.id`,
    [work.campaignId],
  );
  return rows.map(({ url, ...row }) => ({ ...row, host: new URL(url).host, urlEnding: url.slice(-4) }));
}
