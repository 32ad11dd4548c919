import type { Work } from '../../database/unit-of-work.js';
import type { RobotSecrets, RobotVault } from './robot-vault.js';
import type { RobotRow } from './robots.dto.js';

type StoredRobot = Omit<RobotRow, 'host' | 'urlEnding' | 'signed' | 'readable'> & { sealed: Buffer | null };

/** The campaign's robots without what is secret about them. */
export async function readRobots(work: Work, vault: RobotVault): Promise<RobotRow[]> {
  const { campaignId } = work;
  const rows = await work.manager.query<StoredRobot[]>(
    `SELECT r.id, r.channel, r.name, r.sealed_address AS sealed, r.active, r.last_error AS "lastError", r.version,
       (SELECT count(*)::int FROM outbox_message m WHERE m.campaign_id = r.campaign_id AND m.target = r.id
         AND m.status IN ('queued', 'sending', 'uncertain')) AS waiting
     FROM robot r WHERE r.campaign_id = $1 ORDER BY r.created_at, r.id`,
    [campaignId],
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    ...maskOf(vault.open({ campaignId, id: row.id }, sealed)),
  }));
}

function maskOf(
  secrets: RobotSecrets | undefined,
): Pick<RobotRow, 'host' | 'urlEnding' | 'signed' | 'readable'> {
  if (!secrets) return { readable: false, host: null, urlEnding: null, signed: false };
  const { url, secret } = secrets;
  return { readable: true, host: new URL(url).host, urlEnding: url.slice(-4), signed: secret !== null };
}
