import { recordAudit } from '../audit/audit.module.js';
import type { NewAccount } from './account.dto.js';
import { type AccountsWork, lockAccounts } from './accounts-work.js';
import { createAccount } from './create-account.js';
import { requireMembershipPlace } from './memberships.js';

/**
 * Creates an account that must change its first password.
 * @returns its id
 * @throws DomainError `login_taken`, `rule_refused`
 */
export async function addAccount(
  work: AccountsWork,
  account: NewAccount,
  passwordHash: string,
): Promise<string> {
  await lockAccounts(work.manager);
  const membership = account.membership
    ? {
        ...account.membership,
        unitId: account.membership.unitId ?? null,
        unitLeader: account.membership.unitLeader ?? false,
      }
    : null;
  if (membership) await requireMembershipPlace(work.manager, membership);
  const id = await createAccount(work.manager, {
    login: account.login,
    name: account.name,
    email: account.email ?? null,
    passwordHash,
    mustChangePassword: true,
    administrator: account.administrator ?? false,
    demo: false,
    createdAt: work.now,
    membership,
  });
  await recordAudit(work.manager, {
    at: work.now,
    account: work.by,
    ...(membership ? { campaignId: membership.campaignId } : {}),
    action: 'account_created',
    target: id,
    outcome: 'done',
    detail: { login: account.login, administrator: account.administrator ?? false, membership },
  });
  return id;
}
