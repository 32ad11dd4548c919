import type { Evaluations } from '../indicators/indicators.module.js';
import { GateConditions } from './gate-conditions.js';
import { judgeIndicatorConditions } from './judge-indicator-conditions.js';
import { judgeLedgerConditions } from './judge-ledger-conditions.js';
import { judgeProjectConditions } from './judge-project-conditions.js';
import { judgeTaskConditions } from './judge-task-conditions.js';
import { readProjectLines } from './read-project-lines.js';
import { TimelineSources } from './timeline-sources.js';

/** What phases and baselines ask of the features that keep tasks, indicators, projects and ledgers. */
export interface TimelinePorts {
  readonly conditions: GateConditions;
  readonly sources: TimelineSources;
}

export function timelinePorts(evaluations: Evaluations): TimelinePorts {
  const conditions = new GateConditions();
  conditions.register('tasks', judgeTaskConditions);
  conditions.register('indicator', (work, questions) =>
    judgeIndicatorConditions(work, evaluations, questions),
  );
  conditions.register('projects', judgeProjectConditions);
  conditions.register('ledger', judgeLedgerConditions);
  return { conditions, sources: timelineSources() };
}

export function timelineSources(): TimelineSources {
  const sources = new TimelineSources();
  sources.register('project', readProjectLines);
  return sources;
}
