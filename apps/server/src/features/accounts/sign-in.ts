import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../../database/core.module.js';
import { recordAudit } from '../audit/audit.module.js';
import {
  addressKey,
  addressLimit,
  clearOldFailures,
  countFailure,
  foldLogin,
  forgetFailures,
  loginKey,
  loginLimit,
  refuseWhileLocked,
} from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';
import { hashSessionToken } from './session-token.js';
import { clearEndedSessions, endSession, openSession } from './sessions.js';

export interface SignInAttempt {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  /** The session the browser still carries; it ends with a new sign-in. */
  readonly formerToken: string | undefined;
}

export interface OpenedSession {
  readonly accountId: string;
  readonly token: string;
}

interface Candidate {
  id: string;
  name: string;
  active: boolean;
  password_hash: string;
}

/** Signing in with login name and password. It owns its transactions: a failure must be counted although it fails. */
@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `sign_in_failed`, the same for unknown name, wrong password and deactivated; `locked` */
  async signIn(attempt: SignInAttempt): Promise<OpenedSession> {
    const keys = [loginKey(attempt.login), addressKey(attempt.address)];
    await refuseWhileLocked(this.dataSource.manager, keys, this.clock.now());
    const [candidate] = await this.dataSource.query<Candidate[]>(
      `SELECT id, name, active, password_hash FROM account WHERE lower(login) = $1`,
      [foldLogin(attempt.login)],
    );
    const matches = await this.hasher.verify(candidate?.password_hash, attempt.password);
    const opened =
      candidate?.active && matches
        ? await this.dataSource.transaction((manager) => this.open(manager, candidate, attempt, keys))
        : undefined;
    if (opened) return opened;
    await this.dataSource.transaction((manager) => this.countFailed(manager, candidate, attempt));
    // Guesses that ran beside the one that locked the name learn nothing either.
    throw new DomainError('sign_in_failed');
  }

  private async open(
    manager: EntityManager,
    candidate: Candidate,
    attempt: SignInAttempt,
    keys: readonly string[],
  ): Promise<OpenedSession | undefined> {
    const now = this.clock.now();
    await refuseWhileLocked(manager, keys, now);
    const account = { id: candidate.id, passwordHash: candidate.password_hash };
    const token = await openSession(manager, account, now);
    if (!token) return undefined;
    await forgetFailures(manager, loginKey(attempt.login));
    if (attempt.formerToken) await endSession(manager, hashSessionToken(attempt.formerToken));
    await clearEndedSessions(manager, now);
    await clearOldFailures(manager, now);
    await recordAudit(manager, {
      at: new Date(now),
      account: candidate,
      action: 'sign_in',
      outcome: 'done',
      detail: { address: attempt.address },
    });
    return { accountId: candidate.id, token };
  }

  private async countFailed(
    manager: EntityManager,
    candidate: Candidate | undefined,
    attempt: SignInAttempt,
  ): Promise<void> {
    const now = this.clock.now();
    const key = loginKey(attempt.login);
    const byLogin = await countFailure(manager, key, loginLimit, now);
    if (byLogin.alreadyLocked) return refuseWhileLocked(manager, [key], now);
    const byAddress = await countFailure(manager, addressKey(attempt.address), addressLimit, now);
    await recordAudit(manager, {
      at: new Date(now),
      account: candidate ?? null,
      action: byLogin.locked || byAddress.locked ? 'sign_in_locked' : 'sign_in',
      outcome: 'failed',
      detail: { address: attempt.address },
    });
  }
}
