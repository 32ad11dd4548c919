import { DomainError, runningStates } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { TransitionInput } from './change-state.js';
import { receiptLatenessAt } from './support-receipt.js';
import { appendEvents } from './task-events.js';
import { supportTransition, type SupportTransition, taskStateNames } from './task-state.js';
import { conflict, lockTask, requireVersion, updateTask } from './tasks.repository.js';

const partNames: Readonly<Record<SupportTransition, string>> = {
  sign: '签收',
  report: '报告进展',
  complete: '完成',
};

/**
 * A supporting unit signs for, reports on or completes its own part; the task itself does not change state.
 * @throws DomainError `forbidden`, `stale_version`, `wrong_state`, `note_required`
 */
export async function advanceSupportPart(
  work: Work,
  action: SupportTransition,
  input: TransitionInput,
): Promise<void> {
  const task = await lockTask(work, input.taskId);
  const part = task.supports.find((one) => one.unitId === work.actor.unitId);
  if (!part) throw new DomainError('forbidden', { detail: '本单位不是这项任务的配合单位。' });
  await requireVersion(work, task, input.version);
  const to = supportTransition(action, part.state);
  if (!to || !runningStates.includes(task.state)) {
    const detail = `任务现在是“${taskStateNames[task.state]}”，配合部分不能${partNames[action]}。`;
    throw await conflict(work, task, 'wrong_state', detail);
  }
  const note = input.note?.trim();
  if (action === 'report' && !note) {
    const message = '请写明配合工作的进展';
    throw new DomainError('note_required', {
      detail: `${message}。`,
      errors: [{ pointer: '/note', message }],
    });
  }
  await work.manager.query(
    `UPDATE task_support SET state = $4, last_report = coalesce($5, last_report), updated_at = $6
     WHERE campaign_id = $1 AND task_id = $2 AND unit_id = $3`,
    [work.campaignId, task.id, part.unitId, to, note || null, work.now],
  );
  if (action === 'sign') {
    const lateness = receiptLatenessAt(work.calendar, part.receiptDueOn, work.today);
    await freezeReceipt(work, { taskId: task.id, unitId: part.unitId, lateness });
  }
  await updateTask(work, task, {});
  await appendEvents(work, [
    {
      taskId: task.id,
      action: `support_${action}`,
      fromState: task.state,
      toState: task.state,
      note,
      dueOn: task.dueOn,
      effectiveDueOn: task.effectiveDueOn,
      dueVersion: task.dueVersion,
    },
  ]);
}

async function freezeReceipt(
  work: Work,
  part: { readonly taskId: string; readonly unitId: string; readonly lateness: number | null },
): Promise<void> {
  await work.manager.query(
    `UPDATE task_support SET signed_at = $4, receipt_lateness_days = $5
     WHERE campaign_id = $1 AND task_id = $2 AND unit_id = $3`,
    [work.campaignId, part.taskId, part.unitId, work.now, part.lateness],
  );
}
