import { laddersDirectory, loadLadders } from '#campaign-pack';
import { addDays, civilDate, type CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { activateLadder, runEscalation, saveLadder } from '../escalation/escalation.module.js';
import type { Aside } from './tell-story.js';

const inForceFrom = civilDate('2022-08-22');
const lastTold = civilDate('2022-09-14');

async function activate(work: Work): Promise<void> {
  const shipped = loadLadders(laddersDirectory()).find(({ id }) => id === 'xinmi');
  if (!shipped) throw new Error('the ladder of 新密 is not there');
  const { basis, name, rungs, start } = shipped;
  const leaderIds = [work.actor.accountId];
  await activateLadder(work, await saveLadder(work, { ladder: { name, rungs, start }, leaderIds, basis }));
}

function days(): CivilDate[] {
  const all: CivilDate[] = [];
  for (let day = inForceFrom; day <= lastTold; day = addDays(day, 1)) all.push(day);
  return all;
}

/** 新密's ladder holds from the end of the summer, and its turns of the working days since then have raised what was late. */
export const ladderAsides: readonly Aside[] = [
  { on: inForceFrom, play: activate },
  ...days().map((on): Aside => ({
    on,
    play: async (work) => {
      await runEscalation(work);
    },
  })),
];
