import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.js';

export { registerReportCommands } from './report.commands.js';
export { runOverdueReport } from './run-overdue-report.js';

/** The overdue report: one definition, on the page, as a workbook, by mail and on the command line. */
@Module({ controllers: [ReportsController] })
export class ReportsModule {}
