import type { Rung } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, recordRun } from '../../jobs/claim-slot.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { readPeople, readTaskClocks, type TaskClock } from './escalation-facts.queries.js';
import { insertEscalations, type NewEscalation } from './escalation.repository.js';
import { readActiveLadder } from './ladder.queries.js';
import { planEscalation } from './plan-escalation.js';
import { type Person, resolveAudience } from './resolve-audience.js';

/**
 * One turn of the ladder of a campaign: claims the slot, decides, records the rungs, whom they tell and the papers they
 * ask for, all in the caller's transaction and in a fixed number of statements (R-13, R-47). The digest of the reminders'
 * turn that follows says it to people.
 * @returns false outside the sending window (R-05) and when another process has the slot (R-11)
 */
export async function runEscalation(work: Work): Promise<boolean> {
  const slot = planningSlotAt(work.calendar, work.now.getTime());
  const claimed = slot === undefined ? undefined : await claimSlot(work, 'escalation', slot);
  if (!claimed) return false;
  const version = await readActiveLadder(work);
  if (!version) return true;
  const clocks = await readTaskClocks(work);
  const people = await readPeople(work, version.leaderIds);
  const audienceOf = (clock: TaskClock, rung: Rung): Person[] =>
    resolveAudience(people, rung, clock.unitId, clock.clock);
  const planned = planEscalation(
    clocks,
    version.ladder,
    work.calendar,
    work.today,
    (clock, rung) => audienceOf(clock, rung).length > 0,
  );
  await work.fault('rungs-planned');
  const escalations = planned.map(({ fact, ...rest }): NewEscalation => ({
    ...rest,
    id: work.newId(),
    task: fact,
    people: rest.outcome === 'raised' ? audienceOf(fact, rest.rung) : [],
    reason: null,
  }));
  await insertEscalations(work, version, claimed.runId, escalations);
  await recordRun(work, claimed.runId, {
    raised: planned.filter((one) => one.outcome === 'raised').length,
    skipped: planned.filter((one) => one.outcome === 'skipped_empty').length,
  });
  return true;
}
