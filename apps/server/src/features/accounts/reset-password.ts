import { DomainError } from '#kernel';
import { recordAudit } from '../audit/audit.module.js';
import type { AccountsWork } from './accounts-work.js';
import { forgetFailures, loginKey } from './login-throttle.js';
import { endSessions } from './sessions.js';

/**
 * Sets a new first password, unlocks the login name, and ends all sessions of the account.
 * @param passwordHash of the password that is told to the person once
 * @throws DomainError `not_found`; `rule_refused` for demo accounts
 */
export async function resetPassword(work: AccountsWork, id: string, passwordHash: string): Promise<void> {
  const { manager } = work;
  const [rows] = await manager.query<[{ login: string }[], number]>(
    `UPDATE account SET password_hash = $2, must_change_password = true, version = version + 1
     WHERE id = $1 AND NOT demo RETURNING login`,
    [id, passwordHash],
  );
  const [account] = rows;
  if (!account) return refuseReset(work, id);
  await forgetFailures(manager, loginKey(account.login));
  await endSessions(manager, [id]);
  await recordAudit(manager, {
    at: work.now,
    account: work.by,
    action: 'password_reset',
    target: id,
    outcome: 'done',
  });
}

async function refuseReset({ manager }: AccountsWork, id: string): Promise<never> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM account WHERE id = $1`, [id]);
  if (rows.length === 0) throw new DomainError('not_found');
  throw new DomainError('rule_refused', { detail: '演示账号供大家共用，不能重置密码。' });
}
