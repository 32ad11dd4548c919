import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { receiptsAfterPause } from './support-receipt.js';
import type { LockedTask } from './tasks.repository.js';

/** From the assignment on every supporting unit has the same time to sign as the lead unit. */
export async function startSupportReceipts(
  work: Work,
  taskId: string,
  receiptDueOn: CivilDate,
): Promise<void> {
  await work.manager.query(
    `UPDATE task_support SET receipt_due_on = $3 WHERE campaign_id = $1 AND task_id = $2 AND state = 'assigned'`,
    [work.campaignId, taskId, receiptDueOn],
  );
}

/** A task goes on: receipts not yet given are put off by the working days it stood still. */
export async function postponeSupportReceipts(
  work: Work,
  task: LockedTask,
  pausedOn: CivilDate,
): Promise<void> {
  const moved = receiptsAfterPause(work.calendar, task.supports, pausedOn, work.today);
  if (moved.length === 0) return;
  await work.manager.query(
    `UPDATE task_support s SET receipt_due_on = r."dueOn"
     FROM json_to_recordset($3) AS r("unitId" uuid, "dueOn" date)
     WHERE s.campaign_id = $1 AND s.task_id = $2 AND s.unit_id = r."unitId"`,
    [work.campaignId, task.id, JSON.stringify(moved)],
  );
}
