import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { IdPipe } from '../../http/id.pipe.js';
import { CurrentPerson, Policy } from '../../http/policy.decorator.js';
import type { SignedIn } from '../../http/signed-in.js';
import {
  AccountChange,
  AccountPage,
  AccountRow,
  AccountSearch,
  CreatedAccount,
  Deactivation,
  InitialPassword,
  NewAccount,
  Reactivation,
} from './account.dto.js';
import type { AccountsWork } from './accounts-work.js';
import { listAccounts, readAccount } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { changeAccount } from './change-account.js';
import { deactivateAccount, reactivateAccount } from './deactivate-account.js';

@Controller('accounts')
@Policy('administrator')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  list(@Query() search: AccountSearch): Promise<AccountPage> {
    return listAccounts(this.accounts.dataSource.manager, search);
  }

  @Post()
  async create(@CurrentPerson() person: SignedIn, @Body() body: NewAccount): Promise<CreatedAccount> {
    const { id, initialPassword } = await this.accounts.create(ordererOf(person), body);
    return { account: await readAccount(this.accounts.dataSource.manager, id), initialPassword };
  }

  @Patch(':id')
  change(
    @CurrentPerson() person: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AccountChange,
  ): Promise<AccountRow> {
    return this.changed(person, id, (work) => changeAccount(work, id, body));
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  async resetPassword(
    @CurrentPerson() person: SignedIn,
    @Param('id', IdPipe) id: string,
  ): Promise<InitialPassword> {
    return { initialPassword: await this.accounts.reset(ordererOf(person), id) };
  }

  @Post(':id/deactivation')
  @HttpCode(200)
  deactivate(
    @CurrentPerson() person: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Deactivation,
  ): Promise<AccountRow> {
    return this.changed(person, id, (work) => deactivateAccount(work, id, body));
  }

  @Post(':id/reactivation')
  @HttpCode(200)
  reactivate(
    @CurrentPerson() person: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reactivation,
  ): Promise<AccountRow> {
    return this.changed(person, id, (work) => reactivateAccount(work, id, body));
  }

  private changed(
    person: SignedIn,
    id: string,
    operation: (work: AccountsWork) => Promise<void>,
  ): Promise<AccountRow> {
    return this.accounts.run(ordererOf(person), async (work) => {
      await operation(work);
      return readAccount(work.manager, id);
    });
  }
}

function ordererOf(person: SignedIn): AccountsWork['by'] {
  return { id: person.accountId, name: person.name };
}
