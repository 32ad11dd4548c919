import { join } from 'node:path';
import { loadBehaviour, loadPack, packDataDirectory, usualBehaviourFile } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readLadderVersions } from '../escalation/escalation.module.js';
import { readRuleSet } from '../reminders/reminders.module.js';
import { readClockLimits } from '../tasks/tasks.module.js';
import { readPackId } from './request-simulation.js';
import type { SimulationInput } from './run-simulation.js';

// The same luck for every ladder, so that two of them can be compared.
const seed = 1;

/** What a noted run has to be told: the plan, the ladder, and the campaign's own reminder rules and time limits. */
export async function readSimulationInput(work: Work, id: string): Promise<SimulationInput> {
  const [run] = await work.manager.query<{ versionId: string; from: CivilDate; to: CivilDate }[]>(
    `SELECT ladder_version_id AS "versionId", from_on AS "from", to_on AS "to" FROM simulation_run
     WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, id],
  );
  const version = (await readLadderVersions(work)).find((one) => one.id === run?.versionId);
  const packId = await readPackId(work);
  if (!run || !version || packId === null) throw new Error(`simulation ${id} lost what it was asked with`);
  const { rules, usingDefaults } = await readRuleSet(work);
  return {
    pack: loadPack(join(packDataDirectory(), packId)),
    behaviour: loadBehaviour(usualBehaviourFile()),
    calendar: work.calendar,
    from: run.from,
    to: run.to,
    seed,
    rules: {
      title: version.ladder.name,
      ladder: version.ladder,
      basis: version.basis,
      limits: await readClockLimits(work),
      ...(usingDefaults ? {} : { reminderRules: rules }),
    },
  };
}
