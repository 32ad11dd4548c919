import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, recordRun } from '../../jobs/claim-slot.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { makeInstances } from './make-instances.js';

/**
 * One turn of the recurring work of a campaign, hourly within the sending window: makes what is due, and records what
 * it did or why it did nothing.
 * @returns false outside the window and when another process has the turn
 */
export async function runRecurringWork(work: Work): Promise<boolean> {
  const hour = planningSlotAt(work.calendar, work.now.getTime())?.slice(0, 13);
  const claimed = hour === undefined ? undefined : await claimSlot(work, 'recurring_work', hour);
  if (!claimed) return false;
  const { rules, made, skipped, reason } = await makeInstances(work);
  await work.fault('recurring-made');
  await recordRun(work, claimed.runId, { rules, made, skipped, ...(reason === '' ? {} : { reason }) });
  return true;
}
