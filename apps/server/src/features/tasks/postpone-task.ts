import { type CivilDate, runningStates } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { change } from './task-changes.js';
import { appendEvents } from './task-events.js';
import { taskStateNames } from './task-state.js';
import { conflict, lockTask, updateTask } from './tasks.repository.js';

export interface Postponement {
  readonly taskId: string;
  /** The version of the due date that was asked to be put off. */
  readonly dueVersion: number;
  readonly dueOn: CivilDate;
  readonly note: string;
}

/**
 * An approved extension moves the due date: a new version of it, for which reminders and escalation start afresh. It
 * holds as it was granted: pauses before were known to whoever granted it.
 * @throws DomainError `wrong_state` when the task no longer runs, or its due date has moved since
 */
export async function postponeTask(
  work: Work,
  { taskId, dueVersion, dueOn, note }: Postponement,
): Promise<void> {
  const task = await lockTask(work, taskId);
  if (!runningStates.includes(task.state)) {
    throw await conflict(work, task, 'wrong_state', `任务现在是“${taskStateNames[task.state]}”，不能延期。`);
  }
  if (task.dueVersion !== dueVersion) {
    throw await conflict(work, task, 'wrong_state', '提出申请以后期限已经另改，这份申请不能再批准。');
  }
  const due = { dueOn, effectiveDueOn: dueOn, dueVersion: dueVersion + 1 };
  await updateTask(work, task, { ...due, pausedDays: 0 });
  await appendEvents(work, [
    {
      taskId,
      action: 'extension_granted',
      fromState: task.state,
      toState: task.state,
      note,
      changes: [change('dueOn', task.dueOn, dueOn)],
      ...due,
    },
  ]);
}
