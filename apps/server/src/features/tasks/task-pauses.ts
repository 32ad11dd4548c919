import type { CivilDate, TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { pausedDaysAt } from './due-clock.js';
import { TaskPauseEntity } from './task-pause.entity.js';

export type PauseKind = 'review' | 'suspension' | 'closed';

const kinds: Readonly<Partial<Record<TaskState, PauseKind>>> = {
  in_review: 'review',
  suspended: 'suspension',
  closed: 'closed',
};

interface Step {
  readonly from: TaskState;
  readonly to: TaskState;
  readonly note: string | undefined;
  /** Of the unit that asked for a suspension. */
  readonly requestedBy?: string | undefined;
}

/**
 * Keeps a task's pauses as facts beside its state: leaving a state in which the clock stands still ends the pause with
 * its working days, entering one begins it. The days of a due date version add up to the task's `paused_days`.
 */
export async function followPauses(
  work: Work,
  task: { readonly id: string; readonly dueVersion: number },
  step: Step,
): Promise<void> {
  if (step.from === step.to) return;
  if (kinds[step.from]) await endPause(work, task.id);
  const kind = kinds[step.to];
  if (!kind) return;
  await work.manager.insert(TaskPauseEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    taskId: task.id,
    dueVersion: task.dueVersion,
    kind,
    startedOn: work.today,
    reason: step.note?.trim() || null,
    requestedBy: step.requestedBy ?? null,
    // A review begins by the unit's own submission: nobody has to allow it.
    approvedBy: kind === 'review' ? null : work.actor.accountId,
  });
}

async function endPause(work: Work, taskId: string): Promise<void> {
  const [open] = await work.manager.query<{ id: string; startedOn: CivilDate }[]>(
    `SELECT id, started_on AS "startedOn" FROM task_pause
     WHERE campaign_id = $1 AND task_id = $2 AND ended_on IS NULL`,
    [work.campaignId, taskId],
  );
  if (!open) return;
  const days = pausedDaysAt(
    work.calendar,
    { dueOn: null, pausedDays: 0, pausedOn: open.startedOn },
    work.today,
  );
  await work.manager.query(
    `UPDATE task_pause SET ended_on = $3, working_days = $4 WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, open.id, work.today, days],
  );
}

/** Working days a task has stood still for others since it was assigned, whatever its due date was then. */
export async function allPausedDays(work: Work, taskId: string): Promise<number> {
  const [row] = await work.manager.query<{ days: number }[]>(
    `SELECT coalesce(sum(working_days), 0)::int AS days FROM task_pause
     WHERE campaign_id = $1 AND task_id = $2 AND ended_on IS NOT NULL`,
    [work.campaignId, taskId],
  );
  return row?.days ?? 0;
}

export interface PauseRow {
  kind: PauseKind;
  startedOn: string;
  endedOn: string | null;
  workingDays: number | null;
  reason: string | null;
  requestedBy: string | null;
  approvedBy: string | null;
}

/** A task's pauses in the order they happened, with the names of who asked and who allowed them. */
export function readPauses(work: Work, taskId: string): Promise<PauseRow[]> {
  return work.manager.query<PauseRow[]>(
    `SELECT p.kind, p.started_on AS "startedOn", p.ended_on AS "endedOn", p.working_days AS "workingDays", p.reason,
       (SELECT name FROM account a WHERE a.id = p.requested_by) AS "requestedBy",
       (SELECT name FROM account a WHERE a.id = p.approved_by) AS "approvedBy"
     FROM task_pause p WHERE p.campaign_id = $1 AND p.task_id = $2 ORDER BY p.started_on, p.id`,
    [work.campaignId, taskId],
  );
}
