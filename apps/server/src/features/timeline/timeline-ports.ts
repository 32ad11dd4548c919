import type { Evaluations } from '../indicators/indicators.module.js';
import { GateConditions } from './gate-conditions.js';
import { judgeIndicatorConditions } from './judge-indicator-conditions.js';
import { judgeTaskConditions } from './judge-task-conditions.js';

/** The kinds of conditions that are answered from what this feature may look at itself. */
export function registerOwnConditions(conditions: GateConditions, evaluations: Evaluations): void {
  conditions.register('tasks', judgeTaskConditions);
  conditions.register('indicator', (work, questions) =>
    judgeIndicatorConditions(work, evaluations, questions),
  );
}
