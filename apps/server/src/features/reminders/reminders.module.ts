import { Module } from '@nestjs/common';

export { registerReminderCommands } from './reminder.commands.js';
export { runReminders } from './run-reminders.js';

/** Reminders before and after a due date: decided by the planner, delivered through the outbox. */
@Module({})
export class RemindersModule {}
