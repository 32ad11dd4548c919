import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../database/actor.js';
import type { BusinessTime } from '../../database/business-time.js';
import type { UnitRef } from '../../http/refs.dto.js';
import { deskOf } from './role.policy.js';
import type { SessionView } from './session.dto.js';

interface SessionAccountRow {
  id: string;
  login: string;
  name: string;
  administrator: boolean;
  must_change_password: boolean;
  demo: boolean;
  campaigns: { id: string; name: string; place: string; role: Role; unit: UnitRef | null }[];
}

/** What the web client needs to know of the person: who, which campaigns in which role, and what day it is. */
export async function readSession(
  manager: EntityManager,
  time: BusinessTime,
  accountId: string,
): Promise<SessionView> {
  const [row] = await manager.query<SessionAccountRow[]>(
    `SELECT a.id, a.login, a.name, a.administrator, a.must_change_password,
            EXISTS (SELECT 1 FROM account WHERE demo AND active) AS demo,
            coalesce((
              SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'place', c.place, 'role', m.role,
                       'unit', CASE WHEN u.id IS NOT NULL THEN json_build_object(
                         'id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) END) ORDER BY c.created_at, c.id)
              FROM membership m JOIN campaign c ON c.id = m.campaign_id
                LEFT JOIN unit u ON u.campaign_id = m.campaign_id AND u.id = m.unit_id
              WHERE m.account_id = a.id), '[]') AS campaigns
     FROM account a WHERE a.id = $1`,
    [accountId],
  );
  if (!row) throw new DomainError('signed_out');
  const moment = await time.moment(manager);
  return {
    account: { id: row.id, login: row.login, name: row.name, administrator: row.administrator },
    mustChangePassword: row.must_change_password,
    campaigns: row.campaigns.map((campaign) => ({ ...campaign, desk: deskOf(campaign.role) })),
    today: moment.today,
    exerciseDate: moment.exerciseDate,
    demo: row.demo,
  };
}
