import { laddersDirectory, loadLadders } from '#campaign-pack';
import type { Work } from '../../database/unit-of-work.js';
import { isOffice, readClockLimits } from '../tasks/tasks.module.js';
import { readPeople } from './escalation-facts.queries.js';
import { findHollowRungs } from './find-hollow-rungs.js';
import type { LadderContent, LadderVersions, LadderView } from './ladder.dto.js';
import { readActiveLadder, readLadderVersions } from './ladder.queries.js';

/** The ladder in force and how long the clocks run, as every member may know them. */
export async function readLadder(work: Work): Promise<LadderView> {
  const version = await readActiveLadder(work);
  return {
    active: (version?.ladder as LadderContent | undefined) ?? null,
    limits: await readClockLimits(work),
  };
}

/** All that the page for editing the ladder shows. */
export async function readLadderPage(work: Work): Promise<LadderVersions> {
  const versions = await readLadderVersions(work);
  const { members } = await readPeople(work, []);
  const active = versions.find((version) => version.active);
  return {
    items: versions.map((version) => ({
      ...version,
      ladder: version.ladder as LadderContent,
      leaderIds: [...version.leaderIds],
      savedAt: version.savedAt.toISOString(),
    })),
    shipped: loadLadders(laddersDirectory()).map(
      ({ id, basis, toVerify, checkedOn, name, rungs, start }) => ({
        id,
        basis,
        toVerify,
        checkedOn,
        ladder: { name, rungs, start } as LadderContent,
      }),
    ),
    people: members.filter(isOffice).map(({ accountId, name }) => ({ id: accountId, name })),
    hollow: active ? await findHollowRungs(work, active) : [],
  };
}
