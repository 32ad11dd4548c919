import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from '../../http/access.guard.js';
import { Authenticator } from '../../http/authenticator.js';
import { DenialInterceptor } from '../../http/denial.interceptor.js';
import { AuditModule } from '../audit/audit.module.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { ChangeOwnPassword } from './change-own-password.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionController } from './session.controller.js';
import { SetUp } from './set-up.js';
import { SetupController } from './setup.controller.js';
import { SignIn } from './sign-in.js';

/** People, their sessions, and the guard that asks for them before every route. */
@Module({
  imports: [AuditModule],
  controllers: [AccountsController, SessionController, SetupController],
  providers: [
    AccountsService,
    PasswordHasher,
    SetUp,
    SignIn,
    ChangeOwnPassword,
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: DenialInterceptor },
  ],
  exports: [PasswordHasher],
})
export class AccountsModule {}

export { type NewAccountRow, createAccount } from './create-account.js';
export { demoPassword } from './demo-password.js';
export { type DemoAccountLine, listDemoAccounts } from './demo-accounts.js';
export { PasswordHasher } from './password-hasher.js';
export { roleNames } from './role.policy.js';
export { issueSetupCode } from './setup-code.js';
export { registerUserCommands } from './user.commands.js';
