import { DomainError } from '#kernel';
import { recordAudit } from '../audit/audit.module.js';
import type { Deactivation, Reactivation } from './account.dto.js';
import { type AccountsWork, lockAccounts } from './accounts-work.js';
import { handOver } from './hand-over.js';
import { refuseOrphaning } from './last-contact.js';
import { refuseStaleAccount } from './refuse-stale-account.js';
import { endSessions } from './sessions.js';

/**
 * Takes an account out of use; its history stays. The last contact of a unit with open tasks must name a successor.
 * @throws DomainError `stale_version`, `not_found`, `last_contact`; `rule_refused` for the last administrator
 */
export async function deactivateAccount(
  work: AccountsWork,
  id: string,
  deactivation: Deactivation,
): Promise<void> {
  const { manager } = work;
  await lockAccounts(manager);
  const [, updated] = await manager.query<[unknown, number]>(
    `UPDATE account SET active = false, version = version + 1 WHERE id = $1 AND version = $2 AND active`,
    [id, deactivation.version],
  );
  if (updated === 0) await refuseStaleAccount(manager, id);
  await refuseWithoutAdministrator(work);
  if (deactivation.handOverTo) await handOver(work, id, deactivation.handOverTo);
  await refuseOrphaning(manager, id);
  await endSessions(manager, [id]);
  await recordAudit(manager, {
    at: work.now,
    account: work.by,
    action: 'account_deactivated',
    target: id,
    outcome: 'done',
    detail: deactivation.handOverTo ? { handOverTo: deactivation.handOverTo } : {},
  });
}

/** @throws DomainError `stale_version`, also when it is active already; `not_found` */
export async function reactivateAccount(
  work: AccountsWork,
  id: string,
  reactivation: Reactivation,
): Promise<void> {
  const [, updated] = await work.manager.query<[unknown, number]>(
    `UPDATE account SET active = true, version = version + 1 WHERE id = $1 AND version = $2 AND NOT active`,
    [id, reactivation.version],
  );
  if (updated === 0) await refuseStaleAccount(work.manager, id);
  await recordAudit(work.manager, {
    at: work.now,
    account: work.by,
    action: 'account_reactivated',
    target: id,
    outcome: 'done',
  });
}

async function refuseWithoutAdministrator({ manager }: AccountsWork): Promise<void> {
  const [row] = await manager.query<{ remains: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM account WHERE administrator AND active) AS remains`,
  );
  if (!row?.remains)
    throw new DomainError('rule_refused', { detail: '这是最后一位在用的系统管理员，不能停用。' });
}
