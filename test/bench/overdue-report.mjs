import { overdueReport } from '../../dist/apps/server/src/features/reports/overdue-report.js';
import { median } from './measure.mjs';
import { createScene } from './scene.mjs';

const asOf = '2022-09-09';

/** The report of a past day from the history of 10,000 tasks; against a bare read of each task's last event. */
export async function overdueReportAsOf(database) {
  const { campaignId, scope } = await createScene(database, { tasks: 10_000 });
  const n = 15;
  const report = () => database.unitOfWork.read(scope, (work) => overdueReport(work, asOf));
  const value = await median(n, async () => void (await report()));
  const { totals } = await report();
  const yardstickValue = await median(n, async () => {
    await database.raw.query(
      `SELECT DISTINCT ON (task_id) task_id, to_state FROM task_event WHERE campaign_id = $1 ORDER BY task_id, seq DESC`,
      [campaignId],
    );
  });
  return {
    figure: `overdue report as of ${asOf}, ${totals.tasks} of 10,000 tasks overdue`,
    unit: 'ms',
    value,
    yardstick: 'bare pg read of the last event of each task',
    yardstickValue,
    n,
  };
}
