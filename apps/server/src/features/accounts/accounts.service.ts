import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { DataSource } from 'typeorm';
import { CLOCK } from '../../database/core.module.js';
import type { NewAccount } from './account.dto.js';
import type { AccountsWork } from './accounts-work.js';
import { addAccount } from './add-account.js';
import { initialPassword } from './initial-password.js';
import { PasswordHasher } from './password-hasher.js';
import { resetPassword } from './reset-password.js';

type Orderer = AccountsWork['by'];

/** The edge of account changes, shared by HTTP and command line: transactions, the clock, and first passwords. */
@Injectable()
export class AccountsService {
  constructor(
    readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run<T>(by: Orderer, operation: (work: AccountsWork) => Promise<T>): Promise<T> {
    const now = new Date(this.clock.now());
    return this.dataSource.transaction((manager) => operation({ manager, by, now }));
  }

  /** @returns the password the person is told once; it is stored nowhere */
  async create(by: Orderer, account: NewAccount): Promise<{ id: string; initialPassword: string }> {
    const password = initialPassword(account.login);
    // Hashed before the transaction, which holds the lock on all accounts.
    const passwordHash = await this.hasher.hash(password);
    const id = await this.run(by, (work) => addAccount(work, account, passwordHash));
    return { id, initialPassword: password };
  }

  async reset(by: Orderer, id: string): Promise<string> {
    const [account] = await this.dataSource.query<{ login: string }[]>(
      `SELECT login FROM account WHERE id = $1`,
      [id],
    );
    if (!account) throw new DomainError('not_found');
    const password = initialPassword(account.login);
    const passwordHash = await this.hasher.hash(password);
    await this.run(by, (work) => resetPassword(work, id, passwordHash));
    return password;
  }
}
