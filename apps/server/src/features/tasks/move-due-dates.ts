import { type CivilDate, DomainError, formatDateShort, type TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { change } from './task-changes.js';
import type { TaskChange } from './tasks.dto.js';
import { appendEvents } from './task-events.js';

/** A due date that a change of the working calendar moves. */
export interface DueMove {
  readonly taskId: string;
  readonly state: TaskState;
  readonly version: number;
  readonly dueVersion: number;
  readonly dueOn: CivilDate | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly newDueOn: CivilDate | null;
  readonly newEffectiveDueOn: CivilDate | null;
  readonly sides: readonly SideMove[];
}

/** A last day of receipt or review that moves. */
export interface SideMove {
  readonly kind: 'receipt' | 'verification' | 'support_receipt';
  /** The supporting unit's; null for the task's own. */
  readonly unitId: string | null;
  readonly dueOn: CivilDate;
  readonly newDueOn: CivilDate;
}

/**
 * Moves due dates and the last days of receipt and review of one campaign, each task with an event that cites why; of a
 * new due date reminders start afresh. A fixed number of statements.
 * @throws DomainError `preview_stale` when a task has changed since it was looked at
 */
export async function moveDueDates(work: Work, moves: readonly DueMove[], reason: string): Promise<void> {
  if (moves.length === 0) return;
  const [moved] = await work.manager.query<[{ id: string }[]]>(
    `UPDATE task t SET due_on = r.due, effective_due_on = r.effective, due_version = r."dueVersion",
       receipt_due_on = coalesce(r.receipt, t.receipt_due_on),
       verification_due_on = coalesce(r.verification, t.verification_due_on),
       version = t.version + 1, updated_at = $2
     FROM json_to_recordset($3) AS r(id uuid, version int, due date, effective date, "dueVersion" int, receipt date,
       verification date)
     WHERE t.campaign_id = $1 AND t.id = r.id AND t.version = r.version RETURNING t.id`,
    [work.campaignId, work.now, JSON.stringify(moves.map(taskRow))],
  );
  if (moved.length !== moves.length) throw new DomainError('preview_stale');
  await moveSupportReceipts(work, moves);
  await appendEvents(
    work,
    moves.map((move) => ({
      taskId: move.taskId,
      action: 'calendar_change',
      fromState: move.state,
      toState: move.state,
      note: reason,
      changes: changesOf(move),
      dueOn: move.newDueOn,
      effectiveDueOn: move.newEffectiveDueOn,
      dueVersion: dueVersionOf(move),
    })),
  );
}

/** Only another due date begins a term of its own; a receipt or review goes on within it. */
function dueVersionOf(move: DueMove): number {
  const moved = move.newDueOn !== move.dueOn || move.newEffectiveDueOn !== move.effectiveDueOn;
  return move.dueVersion + (moved ? 1 : 0);
}

function taskRow(move: DueMove): Readonly<Record<string, string | number | null>> {
  const newDay = (kind: SideMove['kind']): CivilDate | null =>
    move.sides.find((side) => side.kind === kind)?.newDueOn ?? null;
  return {
    id: move.taskId,
    version: move.version,
    due: move.newDueOn,
    effective: move.newEffectiveDueOn,
    dueVersion: dueVersionOf(move),
    receipt: newDay('receipt'),
    verification: newDay('verification'),
  };
}

async function moveSupportReceipts(work: Work, moves: readonly DueMove[]): Promise<void> {
  const parts = moves.flatMap(({ taskId, sides }) =>
    sides.flatMap(({ unitId, newDueOn }) => (unitId === null ? [] : [{ taskId, unitId, newDueOn }])),
  );
  if (parts.length === 0) return;
  await work.manager.query(
    `UPDATE task_support s SET receipt_due_on = r."newDueOn"
     FROM json_to_recordset($2) AS r("taskId" uuid, "unitId" uuid, "newDueOn" date)
     WHERE s.campaign_id = $1 AND s.task_id = r."taskId" AND s.unit_id = r."unitId"`,
    [work.campaignId, JSON.stringify(parts)],
  );
}

const sideFields = {
  receipt: 'receiptDueOn',
  verification: 'verificationDueOn',
  support_receipt: 'supportReceiptDueOn',
} as const;

function changesOf(move: DueMove): TaskChange[] {
  const day = (date: CivilDate | null): string | null => date && formatDateShort(date);
  const sides = new Map(move.sides.map((side) => [`${side.kind} ${side.dueOn} ${side.newDueOn}`, side]));
  return [
    change('dueOn', day(move.dueOn), day(move.newDueOn)),
    change('effectiveDueOn', day(move.effectiveDueOn), day(move.newEffectiveDueOn)),
    ...[...sides.values()].map((side) => change(sideFields[side.kind], day(side.dueOn), day(side.newDueOn))),
  ].filter((one) => one.before !== one.after);
}
