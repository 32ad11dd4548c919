import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { EscalationModule } from '../features/escalation/escalation.module.js';
import { NotificationsModule } from '../features/notifications/notifications.module.js';
import { RemindersModule } from '../features/reminders/reminders.module.js';
import { ReportsModule } from '../features/reports/reports.module.js';
import { SchedulerService } from './scheduler.service.js';

/** The scheduler, inside the server process. */
@Module({
  imports: [ScheduleModule.forRoot(), EscalationModule, NotificationsModule, RemindersModule, ReportsModule],
  providers: [SchedulerService],
})
export class JobsModule {}
