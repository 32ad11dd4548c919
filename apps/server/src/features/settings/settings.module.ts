import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { InstanceController } from './instance.controller.js';
import { SettingsController } from './settings.controller.js';

/** The installation as a whole: what it is and which date it goes by. */
@Module({
  imports: [AccountsModule],
  controllers: [InstanceController, SettingsController],
})
export class SettingsModule {}
