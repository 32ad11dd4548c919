import { type CivilDate, DomainError, type TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { appendEvents, type EventAction } from './task-events.js';
import { mayUpload } from './task.policy.js';
import { lockTask } from './tasks.repository.js';
import type { TaskChange } from './tasks.dto.js';
import { visibleSql } from './visible.js';
import { Parameters } from '../../database/parameters.js';

/** A task as other features may know it. */
export interface VisibleTask {
  readonly id: string;
  readonly state: TaskState;
  readonly version: number;
  readonly leadUnitId: string;
  readonly dueOn: CivilDate | null;
  /** The day the unit is measured against. */
  readonly effectiveDueOn: CivilDate | null;
  readonly dueVersion: number;
  /** Whether this actor may add evidence now. */
  readonly canUpload: boolean;
}

/**
 * A task the actor may see, its row locked until the transaction ends.
 * @throws DomainError `not_found`
 */
export async function lockVisibleTask(work: Work, taskId: string): Promise<VisibleTask> {
  const task = await lockTask(work, taskId);
  return { ...task, canUpload: mayUpload(work.actor, task) };
}

/**
 * Checks that the actor may see a task, without locking it.
 * @throws DomainError `not_found`
 */
export async function requireVisibleTask(work: Work, taskId: string): Promise<void> {
  const parameters = new Parameters();
  const [row] = await work.manager.query<unknown[]>(
    `SELECT 1 FROM task t WHERE t.campaign_id = ${parameters.add(work.campaignId)} AND t.id = ${parameters.add(taskId)}
     AND (${visibleSql(parameters, work.actor)})`,
    parameters.values,
  );
  if (!row) throw new DomainError('not_found', { detail: '没有这项任务，或不属于本单位。' });
}

/** Adds to a task's history something that does not change its state. */
export async function recordTaskEvent(
  work: Work,
  event: {
    readonly taskId: string;
    readonly action: EventAction;
    readonly note?: string;
    readonly changes?: readonly TaskChange[];
  },
): Promise<void> {
  const task = await lockTask(work, event.taskId);
  await appendEvents(work, [
    {
      ...event,
      fromState: task.state,
      toState: task.state,
      dueOn: task.dueOn,
      effectiveDueOn: task.effectiveDueOn,
      dueVersion: task.dueVersion,
    },
  ]);
}
