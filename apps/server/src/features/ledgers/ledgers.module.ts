import { Module, type OnModuleInit } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { DataSetFollowers, IndicatorsModule } from '../indicators/indicators.module.js';
import { ClassImports } from './class-imports.js';
import { ClassImportsController } from './class-imports.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntryStepsController } from './entries/entry-steps.controller.js';
import { EntryEvidenceController } from './evidence/entry-evidence.controller.js';
import { followDataSet } from './follow-data-set.js';
import { LedgerImportsController } from './imports/ledger-imports.controller.js';
import { LedgerSummariesController } from './summary/ledger-summaries.controller.js';
import { LedgerKinds } from './ledger-kinds.js';

export { ClassImports } from './class-imports.js';
export { applyClosing } from './entries/apply-closing.js';
export { openEntry } from './entries/open-entry.js';
export { planEntry } from './entries/plan-entry.js';
export { reportEntry } from './entries/report-entry.js';
export { confirmEntry, recheckEntry } from './entries/review-closing.js';
export { addEntryEvidence } from './evidence/add-entry-evidence.js';
export { followDataSet } from './follow-data-set.js';
export { ledgerTools, type LedgerTools } from './follow-data.js';
export { importClasses } from './import-classes.js';
export { LedgerKinds } from './ledger-kinds.js';
export { registerLedgerCommands } from './ledger.commands.js';
export { runLateLedgers } from './make-late-tasks.js';
export { readBurnDown } from './summary/burn-down.queries.js';
export { countRemaining, readLedgerSummaries, readLedgerSummary } from './summary/read-ledger-summary.js';

/** Ledgers of what has to be closed one by one: opened, closed by people, confirmed by data. */
@Module({
  imports: [EvidenceModule, IndicatorsModule],
  controllers: [
    ClassImportsController,
    EntriesController,
    EntryStepsController,
    EntryEvidenceController,
    LedgerImportsController,
    LedgerSummariesController,
  ],
  providers: [ClassImports, LedgerKinds],
  exports: [ClassImports, LedgerKinds],
})
export class LedgersModule implements OnModuleInit {
  constructor(
    private readonly followers: DataSetFollowers,
    private readonly imports: ClassImports,
  ) {}

  onModuleInit(): void {
    this.followers.register((work, dataSet) => followDataSet(work, this.imports.tools, dataSet));
  }
}
