import type { EntityManager } from 'typeorm';
import type { Actor, Role } from '../../database/actor.js';

/**
 * In whose name the program acts when nobody is there: the longest-standing active person of the government office, or the one
 * that was named.
 * @param by what does it, to be told in the history beside the name
 */
export async function readOfficeActor(
  manager: EntityManager,
  campaignId: string,
  by: string,
  login?: string,
): Promise<Actor | undefined> {
  const [row] = await manager.query<
    { id: string; name: string; role: Role; unit_id: string | null; unit_name: string | null }[]
  >(
    `SELECT a.id, a.name, m.role, m.unit_id, u.name AS unit_name
     FROM membership m JOIN account a ON a.id = m.account_id
     LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
     WHERE m.campaign_id = $1 AND a.active
       AND CASE WHEN $2::text IS NULL THEN m.role = 'government_office' ELSE a.login = $2 END
     ORDER BY a.id LIMIT 1`,
    [campaignId, login ?? null],
  );
  return (
    row && {
      accountId: row.id,
      name: `${row.name}（${by}）`,
      role: row.role,
      unitId: row.unit_id,
      unitName: row.unit_name,
    }
  );
}
