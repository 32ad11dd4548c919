import { Module } from '@nestjs/common';
import { ClosingChecks } from './closing-checks.js';
import { DesksController } from './desks.controller.js';
import { TaskBatchesController } from './task-batches.controller.js';
import { TaskExportsController } from './task-exports.controller.js';
import { TaskTransitionsController } from './task-transitions.controller.js';
import { TasksController } from './tasks.controller.js';

export { effectiveDueOn, workingDaysLeft } from './due-clock.js';
export { EvidenceRow, inlineMediaTypes } from './evidence-row.dto.js';
export { readEvidenceRows } from './evidence-rows.queries.js';
export {
  type EvidenceKind,
  evidenceKindNames,
  evidenceKinds,
  type Priority,
  type SourceKind,
  priorities,
  sourceKinds,
} from './task-words.js';
export { assignTask } from './assign-task.js';
export { type DueMove, moveDueDates, type SideMove } from './move-due-dates.js';
export { DueRuleInput } from './due-rule.dto.js';
export { cancelTask } from './cancel-task.js';
export { closeTask } from './close-task.js';
export { claimRequest, createTasks, createTasksOfRequest } from './create-tasks.js';
export { ClosingChecks, type ClosingCheck, noClosingChecks } from './closing-checks.js';
export { RowFault, TaskMention } from './create-tasks.dto.js';
export { DataCheck, type DataCheckLine, type DataCheckState } from './data-check.dto.js';
export { countTasksByIndicator } from './list-tasks.queries.js';
export { insertGaps, readOpenGapTasks, type TaskGap } from './task-gaps.js';
export { readTaskRows } from './list-tasks.queries.js';
export { StandingCounts, UnitOverviewRow } from './overview.dto.js';
export { totalOf, unitOverview } from './task-counts.queries.js';
export { TaskRow } from './tasks.dto.js';
export { postponeTask } from './postpone-task.js';
export { remarkOnAskingTasks } from './remark-on-asking-tasks.js';
export { remarkOnTasks } from './remark-on-tasks.js';
export { reportProgress } from './report-progress.js';
export { returnTask } from './return-task.js';
export { signTask } from './sign-task.js';
export { submitTask } from './submit-task.js';
export { advanceSupportPart } from './support-part.js';
export { suspendTask } from './suspend-task.js';
export { type TaskView } from './tasks.dto.js';
export { readTaskView } from './task-view.queries.js';
export { runningStates, taskNumber, type TaskState } from '#kernel';
export { openStates, taskStateNames } from './task-state.js';
export { type ClockLimits, readClockLimits } from './side-clocks.js';
export { rungSql } from './task-rung.js';
export { lockVisibleTask, recordTaskEvent, requireVisibleTask, type VisibleTask } from './task-access.js';
export { type Standing, standings, standingSql } from './standing.js';
export { isOffice } from './task.policy.js';
export { visibleSql } from './visible.js';

@Module({
  controllers: [
    DesksController,
    TaskBatchesController,
    TaskExportsController,
    TasksController,
    TaskTransitionsController,
  ],
  providers: [ClosingChecks],
  exports: [ClosingChecks],
})
export class TasksModule {}
