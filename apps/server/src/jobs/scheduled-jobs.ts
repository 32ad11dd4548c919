import type { Work } from '../database/unit-of-work.js';
import { warnMissingCalendar } from '../features/calendar/calendar.module.js';
import { runEscalation, runLadderCheck } from '../features/escalation/escalation.module.js';
import { runLateMilestones } from '../features/projects/projects.module.js';
import { runLateLedgers } from '../features/ledgers/ledgers.module.js';
import { runRecurringWork } from '../features/recurring/recurring.module.js';
import { runReminders } from '../features/reminders/reminders.module.js';
import { runOverdueReport } from '../features/reports/reports.module.js';

/** Does its turn if there is one to claim, in the caller's transaction. */
export type ScheduledJob = (work: Work, origin: string) => Promise<boolean>;

/** What every tick asks of each campaign, in this order: first new work, then the rungs, then what is to be said. */
export const scheduledJobs: readonly ScheduledJob[] = [
  runRecurringWork,
  runLateMilestones,
  runLateLedgers,
  runEscalation,
  runLadderCheck,
  runReminders,
  runOverdueReport,
  warnMissingCalendar,
];
