import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, recordRun } from '../../jobs/claim-slot.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { followUpLate } from './follow-up-late.js';

/**
 * One turn of the construction projects of a campaign, hourly within the sending window: late milestones become tasks,
 * and what was made is recorded.
 * @returns false outside the window and when another process has the turn
 */
export async function runLateMilestones(work: Work): Promise<boolean> {
  const hour = planningSlotAt(work.calendar, work.now.getTime())?.slice(0, 13);
  const claimed = hour === undefined ? undefined : await claimSlot(work, 'late_milestones', hour);
  if (!claimed) return false;
  const { late, made, nobody } = await followUpLate(work);
  await work.fault('late-milestones-made');
  await recordRun(work, claimed.runId, { late, made, nobody });
  return true;
}
