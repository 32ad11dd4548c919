import { Module } from '@nestjs/common';
import { LedgerKinds } from './ledger-kinds.js';

export { LedgerKinds } from './ledger-kinds.js';

/** Ledgers of what has to be closed one by one: opened, closed by people, confirmed by data. */
@Module({ providers: [LedgerKinds], exports: [LedgerKinds] })
export class LedgersModule {}
