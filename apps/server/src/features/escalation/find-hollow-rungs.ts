import type { Work } from '../../database/unit-of-work.js';
import { isMailAddress } from '../notifications/notifications.module.js';
import { readMemberUnits, readPeople } from './escalation-facts.queries.js';
import { type HollowRung, hollowRungs } from './hollow-rungs.js';
import type { LadderVersion } from './ladder.queries.js';

/** Where a version of the ladder would reach nobody, as people and units are now. */
export async function findHollowRungs(
  work: Work,
  { ladder, leaderIds }: Pick<LadderVersion, 'ladder' | 'leaderIds'>,
): Promise<HollowRung[]> {
  const people = await readPeople(work, leaderIds);
  return hollowRungs(ladder, people, await readMemberUnits(work), isMailAddress);
}
