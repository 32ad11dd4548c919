import { Module } from '@nestjs/common';
import { DesksController } from './desks.controller.js';
import { TaskBatchesController } from './task-batches.controller.js';
import { TaskExportsController } from './task-exports.controller.js';
import { TaskTransitionsController } from './task-transitions.controller.js';
import { TasksController } from './tasks.controller.js';

export { workingDaysLeft } from './due-clock.js';
export { EvidenceRow, inlineMediaTypes } from './evidence-row.dto.js';
export { readEvidenceRows } from './evidence-rows.queries.js';
export {
  type EvidenceKind,
  evidenceKinds,
  type Priority,
  type SourceKind,
  taskNumber,
} from './task-words.js';
export { assignTask } from './assign-task.js';
export { cancelTask } from './cancel-task.js';
export { closeTask } from './close-task.js';
export { createTasks } from './create-tasks.js';
export { reportProgress } from './report-progress.js';
export { returnTask } from './return-task.js';
export { signTask } from './sign-task.js';
export { submitTask } from './submit-task.js';
export { advanceSupportPart } from './support-part.js';
export { suspendTask } from './suspend-task.js';
export { type ClockLimits, readClockLimits } from './side-clocks.js';
export { rungSql } from './task-rung.js';
export { runningStates } from './task-state.js';
export { lockVisibleTask, recordTaskEvent, requireVisibleTask, type VisibleTask } from './task-access.js';
export { visibleSql } from './visible.js';

@Module({
  controllers: [
    DesksController,
    TaskBatchesController,
    TaskExportsController,
    TasksController,
    TaskTransitionsController,
  ],
})
export class TasksModule {}
