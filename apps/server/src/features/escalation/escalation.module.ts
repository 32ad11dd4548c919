import { Module } from '@nestjs/common';
import { EscalationsController } from './escalations.controller.js';
import { LadderController } from './ladder.controller.js';

export { activateLadder } from './activate-ladder.js';
export { countByRung } from './escalation-desk.queries.js';
export type { ForecastSpan } from './forecast-escalation.js';
export { foreseeNotices } from './foresee-notices.js';
export { type ForeseenRung, foreseeRungs } from './foresee-rungs.js';
export { RungCount } from './ladder.dto.js';
export { readLadderVersions } from './ladder.queries.js';
export { saveLadder } from './save-ladder.js';
export { setClockLimits } from './set-clock-limits.js';
export { runEscalation } from './run-escalation.js';
export { runLadderCheck } from './run-ladder-check.js';
export { markTold, readUntoldNotices, type UntoldNotice } from './untold-notices.queries.js';

/** 督办阶梯: which rung a late task has reached, whom that tells, and which papers it asks for. */
@Module({ controllers: [EscalationsController, LadderController] })
export class EscalationModule {}
