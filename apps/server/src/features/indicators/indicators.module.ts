import { Module } from '@nestjs/common';
import { Evaluations } from './evaluations.js';
import { IndicatorsController } from './indicators.controller.js';
import { SchoolImportsController } from './school-imports.controller.js';
import { Standards } from './standards.js';

export { Standards } from './standards.js';
export { importTable } from './import-table.js';
export { registerIndicatorCommands } from './indicator.commands.js';
export { registerTemplateCommands } from './template.commands.js';

/** School data, and what the standard makes of them: on the pages, and from files on the command line. */
@Module({
  controllers: [IndicatorsController, SchoolImportsController],
  providers: [Evaluations, Standards],
  exports: [Standards],
})
export class IndicatorsModule {}
