import { Module } from '@nestjs/common';
import { Evaluations, IndicatorsModule } from '../indicators/indicators.module.js';
import { BaselinesController } from './baselines/baselines.controller.js';
import { GateConditions } from './gate-conditions.js';
import { TimelineController } from './timeline.controller.js';
import { type TimelinePorts, timelinePorts } from './timeline-ports.js';
import { TimelineSources } from './timeline-sources.js';
import { PlanVersionsController } from './versions/plan-versions.controller.js';

export { takeBaseline } from './baselines/take-baseline.js';
export { evaluateGates } from './evaluate-gates.js';
export type { NamedCondition } from './gate-condition.js';
export {
  type GateAnswer,
  GateConditions,
  type GateEvaluation,
  type GateQuestion,
} from './gate-conditions.js';
export { passGate } from './pass-gate.js';
export type { PhaseView } from './phases.dto.js';
export { readPhases } from './phases.js';
export { saveGate } from './save-gate.js';
export { setPhaseDates } from './set-phase-dates.js';
export { registerTimelineCommands } from './timeline.commands.js';
export { Deadline } from './timeline.dto.js';
export { type PhaseState, phaseStates } from './phase-state.js';
export { timelineSources } from './timeline-ports.js';
export {
  type TimelineLine,
  type TimelineMilestone,
  type TimelineReader,
  TimelineSources,
} from './timeline-sources.js';
export { readNextDeadlines } from './timeline-tasks.queries.js';

const PORTS = Symbol('timeline ports');

/** Phases with their gates, the course of tasks and projects, baselines, and versions of the plan. */
@Module({
  imports: [IndicatorsModule],
  controllers: [TimelineController, BaselinesController, PlanVersionsController],
  providers: [
    { provide: PORTS, inject: [Evaluations], useFactory: timelinePorts },
    { provide: GateConditions, inject: [PORTS], useFactory: ({ conditions }: TimelinePorts) => conditions },
    { provide: TimelineSources, inject: [PORTS], useFactory: ({ sources }: TimelinePorts) => sources },
  ],
})
export class TimelineModule {}
