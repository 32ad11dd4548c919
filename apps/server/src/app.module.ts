import { type DynamicModule, Module } from '@nestjs/common';
import { CoreModule, type Runtime } from './database/core.module.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { CalendarModule } from './features/calendar/calendar.module.js';
import { CampaignsModule } from './features/campaigns/campaigns.module.js';
import { EscalationModule } from './features/escalation/escalation.module.js';
import { EvidenceModule } from './features/evidence/evidence.module.js';
import { ExtensionsModule } from './features/extensions/extensions.module.js';
import { HealthModule } from './features/health/health.module.js';
import { IndicatorsModule } from './features/indicators/indicators.module.js';
import { LedgersModule } from './features/ledgers/ledgers.module.js';
import { NotificationsModule } from './features/notifications/notifications.module.js';
import { ProjectsModule } from './features/projects/projects.module.js';
import { RecurringModule } from './features/recurring/recurring.module.js';
import { RemindersModule } from './features/reminders/reminders.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { SettingsModule } from './features/settings/settings.module.js';
import { SimulationModule } from './features/simulation/simulation.module.js';
import { TasksModule } from './features/tasks/tasks.module.js';
import { TimelineModule } from './features/timeline/timeline.module.js';
import { UnitsModule } from './features/units/units.module.js';
import { WallChartModule } from './features/wall-chart/wall-chart.module.js';
import { JobsModule } from './jobs/jobs.module.js';

/** The list of features; nothing else. */
@Module({})
export class AppModule {
  static forRuntime(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forRuntime(runtime),
        AccountsModule,
        AuditModule,
        CalendarModule,
        CampaignsModule,
        EscalationModule,
        EvidenceModule,
        ExtensionsModule,
        HealthModule,
        IndicatorsModule,
        JobsModule,
        LedgersModule,
        NotificationsModule,
        ProjectsModule,
        RecurringModule,
        RemindersModule,
        ReportsModule,
        SettingsModule,
        SimulationModule,
        TasksModule,
        TimelineModule,
        UnitsModule,
        WallChartModule,
      ],
    };
  }
}
