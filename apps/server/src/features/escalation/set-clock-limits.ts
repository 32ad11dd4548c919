import type { Work } from '../../database/unit-of-work.js';
import type { ClockLimits } from '../tasks/tasks.module.js';

/** How long receipt and review may take, for what is assigned and submitted from now on. */
export async function setClockLimits(work: Work, limits: ClockLimits): Promise<void> {
  await work.manager.query(
    `UPDATE campaign SET receipt_working_days = $2, verification_working_days = $3 WHERE id = $1`,
    [work.campaignId, limits.receiptWorkingDays, limits.verificationWorkingDays],
  );
}
