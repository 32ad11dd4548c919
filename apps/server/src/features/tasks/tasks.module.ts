import { Module } from '@nestjs/common';
import { DesksController } from './desks.controller.js';
import { TaskBatchesController } from './task-batches.controller.js';
import { TaskTransitionsController } from './task-transitions.controller.js';
import { TasksController } from './tasks.controller.js';

export { workingDaysLeft } from './due-clock.js';
export { EvidenceRow, inlineMediaTypes } from './evidence-row.dto.js';
export { readEvidenceRows } from './evidence-rows.queries.js';
export { type EvidenceKind, evidenceKinds, taskNumber } from './task-words.js';
export { runningStates } from './task-state.js';
export { lockVisibleTask, recordTaskEvent, requireVisibleTask, type VisibleTask } from './task-access.js';

@Module({ controllers: [DesksController, TaskBatchesController, TasksController, TaskTransitionsController] })
export class TasksModule {}
