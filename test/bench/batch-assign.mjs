import { v7 } from 'uuid';
import { createTasks } from '../../dist/apps/server/src/features/tasks/create-tasks.js';
import { readTaskRows } from '../../dist/apps/server/src/features/tasks/list-tasks.queries.js';
import { median, undone, undoneRaw } from './measure.mjs';
import { createScene } from './scene.mjs';

const size = 500;

/** A batch of 500 assigned, with parts, history and the answer's rows; against a bare INSERT of the same task rows. */
export async function batchAssign(database) {
  const { campaignId, scope } = await createScene(database, { tasks: 0 });
  const { raw, unitOfWork } = database;
  const items = await batchItems(raw, campaignId);
  let rows = [];
  const assign = async (work) => {
    const ids = await createTasks(work, { requestId: v7(), assign: true, items });
    await readTaskRows(work, ids);
    return ids;
  };
  const n = 10;
  const value = await median(n, () => undone(unitOfWork, scope, assign));
  await undone(unitOfWork, scope, async (work) => {
    await assign(work);
    rows = await work.manager.query(`SELECT to_jsonb(t) AS row FROM task t WHERE campaign_id = $1`, [
      campaignId,
    ]);
  });
  const yardstickValue = await median(n, () => undoneRaw(raw, () => insertBare(raw, scope, rows)));
  return {
    figure: `batch of ${size} tasks assigned`,
    unit: 'ms',
    value,
    yardstick: `bare pg INSERT of the same ${rows.length} task rows in one statement`,
    yardstickValue,
    n,
  };
}

async function batchItems(raw, campaignId) {
  const read = async (table) =>
    (await raw.query(`SELECT id FROM ${table} WHERE campaign_id = $1 ORDER BY position`, [campaignId])).rows;
  const duties = await read('duty');
  const units = await read('unit');
  return Array.from({ length: size }, (_, index) => ({
    source: { kind: 'duty', id: duties[index % duties.length].id },
    leadUnitId: units[index % units.length].id,
    supportingUnitIds: [units[(index + 1) % units.length].id],
    dueOn: '2022-10-31',
    requiredEvidence: ['document'],
  }));
}

async function insertBare(raw, scope, rows) {
  await raw.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
    [scope.campaignId, rows[0].row.batch_id, scope.actor.accountId],
  );
  await raw.query(`INSERT INTO task SELECT * FROM jsonb_populate_recordset(NULL::task, $1)`, [
    JSON.stringify(rows.map(({ row }) => row)),
  ]);
}
