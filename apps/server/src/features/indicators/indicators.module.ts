import { Module } from '@nestjs/common';
import { CountyFiguresController } from './county/county-figures.controller.js';
import { CountyInputsController } from './county/county-inputs.controller.js';
import { Evaluations } from './evaluations.js';
import { IndicatorsController } from './indicators.controller.js';
import { SchoolImportsController } from './school-imports.controller.js';
import { Standards } from './standards.js';

export { judgeEvidence } from './county/judge-evidence.js';
export { recordFigures } from './county/record-figures.js';
export { registerCase } from './county/register-case.js';
export { reviewJudgement } from './county/review-judgement.js';
export { changeVetoState, recordVeto } from './county/veto-register.js';
export { currentStandard } from './current-standard.js';
export { importTable } from './import-table.js';
export { registerIndicatorCommands } from './indicator.commands.js';
export { registerTemplateCommands } from './template.commands.js';

/** School data, and what the standard makes of them: on the pages, and from files on the command line. */
@Module({
  controllers: [
    IndicatorsController,
    CountyFiguresController,
    CountyInputsController,
    SchoolImportsController,
  ],
  providers: [Evaluations, Standards],
})
export class IndicatorsModule {}
