import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { RecurringController } from './recurring.controller.js';

export { createRules } from './change-rules.js';
export { runRecurringWork } from './run-recurring-work.js';

/** Work that comes round again: rules, and the tasks they make. */
@Module({ imports: [IndicatorsModule], controllers: [RecurringController] })
export class RecurringModule {}
