import type { CivilDate, TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { appendEvents, type EventAction } from './task-events.js';
import { openStates } from './task-state.js';

interface OpenTask {
  readonly id: string;
  readonly state: TaskState;
  readonly dueOn: CivilDate | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly dueVersion: number;
}

/**
 * Adds to the history of those of the tasks that are open something that happened elsewhere; their state stays. Whoever
 * made it happen need not see the tasks.
 */
export async function remarkOnTasks(
  work: Work,
  taskIds: readonly string[],
  action: EventAction,
  note: string,
): Promise<void> {
  if (taskIds.length === 0) return;
  const tasks = await work.manager.query<OpenTask[]>(
    `SELECT id, state, due_on AS "dueOn", effective_due_on AS "effectiveDueOn", due_version AS "dueVersion"
     FROM task WHERE campaign_id = $1 AND id = ANY($2) AND state = ANY($3) ORDER BY id FOR UPDATE`,
    [work.campaignId, taskIds, openStates],
  );
  if (tasks.length === 0) return;
  await appendEvents(
    work,
    tasks.map(({ id, state, ...due }) => ({
      taskId: id,
      action,
      fromState: state,
      toState: state,
      note,
      ...due,
    })),
  );
}
