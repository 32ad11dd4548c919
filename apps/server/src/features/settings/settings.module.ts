import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { InstanceController } from './instance.controller.js';

/** The installation as a whole: what it is, its exercise date, its first set-up. */
@Module({
  imports: [AccountsModule],
  controllers: [InstanceController],
})
export class SettingsModule {}
