import { Module } from '@nestjs/common';
import { Evaluations } from './evaluations.js';
import { IndicatorsController } from './indicators.controller.js';
import { Projections } from './projection/projections.js';
import { ProjectionsController } from './projection/projections.controller.js';
import { WhatIfsController } from './projection/what-ifs.controller.js';
import { SchoolImportsController } from './school-imports.controller.js';
import { Standards } from './standards.js';

export { addWhatIf } from './projection/add-what-if.js';
export { emptyProject, type WhatIfContent } from './projection/what-if-content.dto.js';
export { importTable } from './import-table.js';
export { registerIndicatorCommands } from './indicator.commands.js';
export { registerTemplateCommands } from './template.commands.js';

/** School data, and what the standard makes of them: on the pages, and from files on the command line. */
@Module({
  controllers: [IndicatorsController, SchoolImportsController, ProjectionsController, WhatIfsController],
  providers: [Evaluations, Projections, Standards],
})
export class IndicatorsModule {}
