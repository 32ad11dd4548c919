import { overview } from '../../dist/apps/server/src/features/tasks/desks.queries.js';
import { median } from './measure.mjs';
import { createScene } from './scene.mjs';

/** How 10,000 tasks of 33 units stand; against a bare count by unit and state. */
export async function unitOverviewOf(database) {
  const { campaignId, scope } = await createScene(database, { tasks: 10_000 });
  const n = 30;
  const value = await median(n, async () => void (await database.unitOfWork.read(scope, overview)));
  const yardstickValue = await median(n, async () => {
    await database.raw.query(
      `SELECT lead_unit_id, state, count(*) FROM task WHERE campaign_id = $1 GROUP BY lead_unit_id, state`,
      [campaignId],
    );
  });
  return {
    figure: 'overview of 33 units with 10,000 tasks',
    unit: 'ms',
    value,
    yardstick: 'bare pg count(*) GROUP BY unit, state',
    yardstickValue,
    n,
  };
}
