import type { Behaviour } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { EntityManager } from 'typeorm';
import { approveExtension, refuseExtension } from '../extensions/extensions.module.js';
import { chance } from './chance.js';
import { type SimulationStage, workOn } from './simulation-stage.js';

interface Pending {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly requestedOn: CivilDate;
}

/** The two offices answer what was asked, one after the other on the same day. */
export async function decideExtensions(
  stage: SimulationStage,
  manager: EntityManager,
  today: CivilDate,
  behaviour: Behaviour,
  seed: number,
): Promise<void> {
  for (const actor of [stage.office, stage.supervision]) {
    const work = workOn(stage, manager, today, '16:00', actor);
    for (const { id, seq, version, requestedOn } of await readPending(manager, stage.campaignId)) {
      if (chance(seed, seq, 'extension') < behaviour.office.approvesExtension)
        await approveExtension(work, id, { version, grantedOn: requestedOn });
      else await refuseExtension(work, id, { version, ground: '理由不充分，请按期完成。' });
    }
  }
}

function readPending(manager: EntityManager, campaignId: string): Promise<Pending[]> {
  return manager.query<Pending[]>(
    `SELECT x.id, x.seq, x.version, x.requested_on AS "requestedOn" FROM extension_request x
     WHERE x.campaign_id = $1 AND x.state = 'pending' ORDER BY x.seq`,
    [campaignId],
  );
}
