import { DomainError } from '#kernel';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Role } from '../../database/actor.js';
import { belongsToUnit } from './role.policy.js';

export interface MembershipPlace {
  readonly campaignId: string;
  readonly role: Role;
  readonly unitId: string | null;
  /** Whether this head is 主要负责人 of the unit, the last of it whom the ladder tells; a unit may have several. */
  readonly unitLeader: boolean;
}

/**
 * Checks that a membership names a campaign, and a unit where the role stands for one. An office may be a member unit
 * with duties of its own, so its people may name their unit too; only a head is its leader.
 * @throws DomainError `rule_refused`
 */
export async function requireMembershipPlace(manager: EntityManager, place: MembershipPlace): Promise<void> {
  if (belongsToUnit(place.role) && place.unitId === null) {
    refuse('/membership/unitId', '承办人、负责人须选定所在单位');
  }
  if (place.unitLeader && place.role !== 'head') {
    refuse('/membership/unitLeader', '只有负责人才能标为主要负责人');
  }
  const [found] = await manager.query<{ campaign: boolean; unit: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM campaign WHERE id = $1) AS campaign,
            EXISTS (SELECT 1 FROM unit WHERE campaign_id = $1 AND id = $2) AS unit`,
    [place.campaignId, place.unitId],
  );
  if (!found?.campaign) refuse('/membership/campaignId', '没有这项创建工作');
  if (place.unitId !== null && !found?.unit) refuse('/membership/unitId', '没有这个单位');
}

function refuse(pointer: string, message: string): never {
  throw new DomainError('rule_refused', { detail: `${message}。`, errors: [{ pointer, message }] });
}

export async function listMemberships(manager: EntityManager, accountId: string): Promise<MembershipPlace[]> {
  return manager.query<MembershipPlace[]>(
    `SELECT campaign_id AS "campaignId", role, unit_id AS "unitId", unit_leader AS "unitLeader"
     FROM membership WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
}

/** Makes the account a member, or changes what it is there. */
export async function putMembership(
  manager: EntityManager,
  accountId: string,
  place: MembershipPlace,
): Promise<void> {
  await manager.query(
    `INSERT INTO membership (campaign_id, id, account_id, role, unit_id, unit_leader)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (campaign_id, account_id) DO UPDATE
       SET role = EXCLUDED.role, unit_id = EXCLUDED.unit_id, unit_leader = EXCLUDED.unit_leader`,
    [place.campaignId, v7(), accountId, place.role, place.unitId, place.unitLeader],
  );
}

export async function removeMemberships(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`DELETE FROM membership WHERE account_id = $1`, [accountId]);
}
