import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../../database/core.module.js';
import type { SignedIn } from '../../http/signed-in.js';
import { recordAudit } from '../audit/audit.module.js';
import { requireGoodPassword } from './require-good-password.js';
import { countFailure, forgetFailures, loginLimit, refuseWhileLocked } from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';
import { endSessions, openSession } from './sessions.js';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** Changing one's own password: ends all sessions of the account and opens a new one for this browser. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the token of the new session
   * @throws DomainError `weak_password`; `rule_refused` for a wrong current password; `locked` after too many of those
   */
  async change(person: SignedIn, change: PasswordChange): Promise<string> {
    const guessKey = `password:${person.accountId}`;
    await refuseWhileLocked(this.dataSource.manager, [guessKey], this.clock.now());
    const [account] = await this.dataSource.query<{ password_hash: string; demo: boolean }[]>(
      `SELECT password_hash, demo FROM account WHERE id = $1`,
      [person.accountId],
    );
    if (!account) throw new DomainError('signed_out');
    if (account.demo) throw new DomainError('rule_refused', { detail: '演示账号供大家共用，不能修改密码。' });
    if (!(await this.hasher.verify(account.password_hash, change.current))) {
      await this.refuseWrongPassword(guessKey);
    }
    if (change.next === change.current) {
      throw new DomainError('weak_password', {
        detail: '新密码不能与当前密码相同。',
        errors: [{ pointer: '/next', message: '不能与当前密码相同' }],
      });
    }
    requireGoodPassword(change.next, person.login, '/next');
    const hash = await this.hasher.hash(change.next);
    return this.dataSource.transaction(async (manager) => {
      await forgetFailures(manager, guessKey);
      return this.store(manager, person, account.password_hash, hash);
    });
  }

  private async refuseWrongPassword(guessKey: string): Promise<never> {
    const now = this.clock.now();
    await this.dataSource.transaction((manager) => countFailure(manager, guessKey, loginLimit, now));
    throw new DomainError('rule_refused', {
      detail: '当前密码不对。',
      errors: [{ pointer: '/current', message: '当前密码不对' }],
    });
  }

  private async store(
    manager: EntityManager,
    person: SignedIn,
    formerHash: string,
    passwordHash: string,
  ): Promise<string> {
    const now = this.clock.now();
    await manager.query(
      `UPDATE account SET password_hash = $3, must_change_password = false, version = version + 1
       WHERE id = $1 AND password_hash = $2`,
      [person.accountId, formerHash, passwordHash],
    );
    await endSessions(manager, [person.accountId]);
    const token = await openSession(manager, { id: person.accountId, passwordHash }, now);
    // Reset or deactivated by an administrator in this very moment: theirs stands, and this change is undone.
    if (!token) throw new DomainError('signed_out');
    await recordAudit(manager, {
      at: new Date(now),
      account: { id: person.accountId, name: person.name },
      action: 'password_changed',
      target: person.accountId,
      outcome: 'done',
    });
    return token;
  }
}
