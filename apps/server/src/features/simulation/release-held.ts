import type { Behaviour } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { EntityManager } from 'typeorm';
import { decideHolds, drainOutbox } from '../notifications/notifications.module.js';
import { chance, daysWithin } from './chance.js';
import { type SimulationStage, workOn } from './simulation-stage.js';

/** The office releases what was stopped for reaching too many people, each day's messages together, and it leaves. */
export async function releaseHeld(
  stage: SimulationStage,
  manager: EntityManager,
  today: CivilDate,
  { office }: Behaviour,
  seed: number,
): Promise<void> {
  const days = await manager.query<{ day: CivilDate; ids: string[] }[]>(
    `SELECT day, array_agg(id ORDER BY id) AS ids
     FROM (SELECT id, (created_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM outbox_message
       WHERE campaign_id = $1 AND status = 'held') held
     GROUP BY day ORDER BY day`,
    [stage.campaignId],
  );
  const due = days.filter(({ day }) => {
    const takes = daysWithin(office.releasing, chance(seed, day, 'released'));
    return today >= stage.calendar.addWorkingDays(day, takes);
  });
  if (due.length === 0) return;
  const work = workOn(stage, manager, today, '11:00', stage.office);
  await decideHolds(work, { ids: due.flatMap(({ ids }) => ids), decision: 'send' });
  await drainOutbox(work);
}
