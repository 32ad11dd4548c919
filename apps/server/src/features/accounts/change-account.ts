import { recordAudit } from '../audit/audit.module.js';
import type { AccountChange, MembershipChoice } from './account.dto.js';
import { type AccountsWork, lockAccounts } from './accounts-work.js';
import { refuseOrphaning } from './last-contact.js';
import {
  listMemberships,
  type MembershipPlace,
  putMembership,
  removeMemberships,
  requireMembershipPlace,
} from './memberships.js';
import { refuseStaleAccount } from './refuse-stale-account.js';
import { endSessions } from './sessions.js';

type Place = Pick<MembershipPlace, 'role' | 'unitId'>;

/**
 * Changes name, mail address or membership. A changed role or unit ends the person's sessions;
 * the mark of the unit's leader changes no right.
 * @throws DomainError `stale_version`, `not_found`, `last_contact`, `rule_refused`
 */
export async function changeAccount(work: AccountsWork, id: string, change: AccountChange): Promise<void> {
  const { manager } = work;
  await lockAccounts(manager);
  const [, updated] = await manager.query<[unknown, number]>(
    `UPDATE account SET name = coalesce($3, name), email = CASE WHEN $4 THEN $5 ELSE email END, version = version + 1
     WHERE id = $1 AND version = $2`,
    [id, change.version, change.name ?? null, change.email !== undefined, change.email ?? null],
  );
  if (updated === 0) await refuseStaleAccount(manager, id);
  if (change.membership !== undefined) await changeMembership(work, id, change.membership);
  const fields = (['name', 'email'] as const).filter((field) => change[field] !== undefined);
  if (fields.length > 0) {
    await recordAudit(manager, {
      at: work.now,
      account: work.by,
      action: 'account_changed',
      target: id,
      outcome: 'done',
      detail: { fields },
    });
  }
}

async function changeMembership(
  work: AccountsWork,
  id: string,
  choice: MembershipChoice | null,
): Promise<void> {
  const { manager } = work;
  const before = await listMemberships(manager, id);
  const former = before.find((one) => one.campaignId === choice?.campaignId);
  const after = choice && placeOf(choice, former);
  if (after) await requireMembershipPlace(manager, after);
  const stays = after && former && samePlace(former, after);
  if (after ? stays && former.unitLeader === after.unitLeader : before.length === 0) return;
  if (!after) await refuseOrphaning(manager, id);
  else if (former && former.unitId !== after.unitId) await refuseOrphaning(manager, id, after.campaignId);
  if (after) await putMembership(manager, id, after);
  else await removeMemberships(manager, id);
  if (!stays) await endSessions(manager, [id]);
  await recordAudit(manager, {
    at: work.now,
    account: work.by,
    ...(after ? { campaignId: after.campaignId } : {}),
    action: 'role_changed',
    target: id,
    outcome: 'done',
    detail: { before, after },
  });
}

function placeOf(choice: MembershipChoice, former: MembershipPlace | undefined): MembershipPlace {
  const { campaignId, role, unitId = null } = choice;
  const stays = former !== undefined && samePlace(former, { role, unitId });
  return { campaignId, role, unitId, unitLeader: choice.unitLeader ?? (stays && former.unitLeader) };
}

function samePlace(one: Place, other: Place): boolean {
  return one.role === other.role && one.unitId === other.unitId;
}
