import { Module } from '@nestjs/common';
import { RemindersController } from './reminders.controller.js';

export { changeReminderRules } from './change-reminder-rules.js';
export type { ReminderRule } from './reminder-rule.js';
export { readRuleSet } from './reminder-rules.queries.js';
export { registerReminderCommands } from './reminder.commands.js';
export { runReminders } from './run-reminders.js';

/** Reminders before and after a due date: decided by the planner, delivered through the outbox, and explained. */
@Module({ controllers: [RemindersController] })
export class RemindersModule {}
