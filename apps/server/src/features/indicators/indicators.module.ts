import { Module, type OnModuleInit } from '@nestjs/common';
import { ClosingChecks, TasksModule } from '../tasks/tasks.module.js';
import { CountyFiguresController } from './county/county-figures.controller.js';
import { CountyInputsController } from './county/county-inputs.controller.js';
import { DataSetFollowers } from './data-set-followers.js';
import { Evaluations } from './evaluations.js';
import { checkGaps } from './gaps/check-gaps.js';
import { GapTasksController } from './gaps/gap-tasks.controller.js';
import { IndicatorsController } from './indicators.controller.js';
import { Projections } from './projection/projections.js';
import { ProjectionsController } from './projection/projections.controller.js';
import { WhatIfsController } from './projection/what-ifs.controller.js';
import { ResponsibilitiesController } from './responsibilities/responsibilities.controller.js';
import { SchoolImportsController } from './school-imports.controller.js';
import { Standards } from './standards.js';
import { tellAskingTasks } from './tell-asking-tasks.js';

export { judgeEvidence } from './county/judge-evidence.js';
export { recordFigures } from './county/record-figures.js';
export { registerCase } from './county/register-case.js';
export { reviewJudgement } from './county/review-judgement.js';
export { changeVetoState, recordVeto } from './county/veto-register.js';
export { currentStandard } from './current-standard.js';
export { verdicts } from './evaluation-words.js';
export { type IndicatorVerdict, readIndicatorVerdicts } from './indicator-verdicts.js';
export { addWhatIf } from './projection/add-what-if.js';
export { emptyProject, type WhatIfContent } from './projection/what-if-content.dto.js';
export { nextDataDue } from './responsibilities/data-cycle.js';
export { type Responsibility, responsibleUnitsOf } from './responsibilities/responsible-units-of.js';
export { type ConfirmedDataSet, type DataSetFollower, DataSetFollowers } from './data-set-followers.js';
export { type Evaluation, Evaluations } from './evaluations.js';
export { readClasses } from './files/read-classes.js';
export { type ReadingLimits, readingLimits } from './files/read-workbook.js';
export { type Figure, figuresOf } from './gaps/figures-of.js';
export { importText } from './import-text.js';
export { storable } from './preview-import.js';
export { requireImporter } from './require-importer.js';
export { restsOnSchools } from './rests-on-schools.js';
export { readSchoolRegister, type RegisteredSchool } from './school-register.queries.js';
export { schoolYearOf } from './school-year.js';
export { Standards } from './standards.js';
export { addressOf, type RawSheet, shownText } from './files/cell.js';
export { classNameOf, gradeOf } from './files/class-words.js';
export type { Column } from './files/column.js';
export { findTable } from './files/find-table.js';
export { finishReading, refuseDuplicates } from './files/finish-reading.js';
export { readSheets } from './files/read-sheets.js';
export type { TableReading } from './files/table-reading.js';
export { rowsOf, type TableRow } from './files/table-row.js';
export { classTemplate, rejectedWorkbook, templateColumn } from './files/templates.js';
export { receiveForm } from './receive-form.js';
export { CellFault } from './school-imports.dto.js';
export { readUnitNames } from './unit-names.queries.js';
export { importTable } from './import-table.js';
export { registerIndicatorCommands } from './indicator.commands.js';
export { registerTemplateCommands } from './template.commands.js';

/** School data, and what the standard makes of them: on the pages, and from files on the command line. */
@Module({
  imports: [TasksModule],
  controllers: [
    IndicatorsController,
    CountyFiguresController,
    CountyInputsController,
    SchoolImportsController,
    ResponsibilitiesController,
    GapTasksController,
    ProjectionsController,
    WhatIfsController,
  ],
  providers: [DataSetFollowers, Evaluations, Projections, Standards],
  exports: [DataSetFollowers, Evaluations, Standards],
})
export class IndicatorsModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly evaluations: Evaluations,
    private readonly followers: DataSetFollowers,
    private readonly standards: Standards,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register((work, gaps) => checkGaps(work, this.evaluations, gaps));
    this.followers.register((work, dataSet) => tellAskingTasks(work, this.standards, dataSet));
  }
}
