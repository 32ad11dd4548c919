import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntryStepsController } from './entries/entry-steps.controller.js';
import { EntryEvidenceController } from './evidence/entry-evidence.controller.js';
import { LedgerImportsController } from './imports/ledger-imports.controller.js';
import { LedgerKinds } from './ledger-kinds.js';

export { LedgerKinds } from './ledger-kinds.js';

/** Ledgers of what has to be closed one by one: opened, closed by people, confirmed by data. */
@Module({
  imports: [EvidenceModule],
  controllers: [EntriesController, EntryStepsController, EntryEvidenceController, LedgerImportsController],
  providers: [LedgerKinds],
  exports: [LedgerKinds],
})
export class LedgersModule {}
