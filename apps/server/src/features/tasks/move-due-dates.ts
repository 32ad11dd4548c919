import { type CivilDate, DomainError, formatDateShort, type TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { change } from './task-changes.js';
import { appendEvents } from './task-events.js';

/** A due date that a change of the working calendar moves. */
export interface DueMove {
  readonly taskId: string;
  readonly state: TaskState;
  readonly version: number;
  readonly dueVersion: number;
  readonly dueOn: CivilDate;
  readonly effectiveDueOn: CivilDate;
  readonly newDueOn: CivilDate;
  readonly newEffectiveDueOn: CivilDate;
}

/**
 * Moves due dates of one campaign, each with an event that cites why; reminders start afresh for the new date.
 * A fixed number of statements.
 * @throws DomainError `preview_stale` when a task has changed since it was looked at
 */
export async function moveDueDates(work: Work, moves: readonly DueMove[], reason: string): Promise<void> {
  if (moves.length === 0) return;
  const [moved] = await work.manager.query<[{ id: string }[]]>(
    `UPDATE task t SET due_on = r.due, effective_due_on = r.effective, due_version = t.due_version + 1,
       version = t.version + 1, updated_at = $2
     FROM json_to_recordset($3) AS r(id uuid, version int, due date, effective date)
     WHERE t.campaign_id = $1 AND t.id = r.id AND t.version = r.version RETURNING t.id`,
    [
      work.campaignId,
      work.now,
      JSON.stringify(
        moves.map((move) => ({
          id: move.taskId,
          version: move.version,
          due: move.newDueOn,
          effective: move.newEffectiveDueOn,
        })),
      ),
    ],
  );
  if (moved.length !== moves.length) throw new DomainError('preview_stale');
  await appendEvents(
    work,
    moves.map((move) => ({
      taskId: move.taskId,
      action: 'calendar_change',
      fromState: move.state,
      toState: move.state,
      note: reason,
      changes: [
        change('dueOn', formatDateShort(move.dueOn), formatDateShort(move.newDueOn)),
        change(
          'effectiveDueOn',
          formatDateShort(move.effectiveDueOn),
          formatDateShort(move.newEffectiveDueOn),
        ),
      ].filter((one) => one.before !== one.after),
      dueOn: move.newDueOn,
      effectiveDueOn: move.newEffectiveDueOn,
      dueVersion: move.dueVersion + 1,
    })),
  );
}
