import { listTasks } from '../../dist/apps/server/src/features/tasks/list-tasks.queries.js';
import { median } from './measure.mjs';
import { createScene } from './scene.mjs';

/** The first page of 50 of 10,000 tasks, transaction included; against a bare SELECT of the same rows. */
export async function taskList(database) {
  const { campaignId, scope } = await createScene(database, { tasks: 10_000 });
  const n = 30;
  const page = () => database.unitOfWork.read(scope, (work) => listTasks(work, { limit: 50 }));
  const value = await median(n, async () => void (await page()));
  const { items } = await page();
  const ids = items.map((task) => task.id);
  const yardstickValue = await median(n, async () => {
    await database.raw.query(
      `SELECT id, seq, title, state, effective_due_on FROM task WHERE campaign_id = $1 AND id = ANY($2)`,
      [campaignId, ids],
    );
  });
  return {
    figure: 'first page of 50 of 10,000 tasks',
    unit: 'ms',
    value,
    yardstick: 'bare pg SELECT of the same 50 rows',
    yardstickValue,
    n,
  };
}
