import { v7 } from 'uuid';
import {
  createCampaign,
  loadPackIntoCampaign,
} from '../../dist/apps/server/src/features/campaigns/campaigns.module.js';
import { median, undone, undoneRaw } from './measure.mjs';
import { createScene, pack } from './scene.mjs';

const tables = [
  'source_document',
  'clause',
  'unit',
  'unit_alias',
  'duty',
  'phase',
  'project',
  'project_year',
  'target',
];

/** 新密's pack into a new campaign, checks and comparison included; against bare INSERTs of the same rows. */
export async function packLoad(database) {
  const { campaignId: loaded, scope } = await createScene(database, { tasks: 0 });
  const { raw, unitOfWork } = database;
  const n = 15;
  const value = await median(n, () =>
    undone(unitOfWork, { ...scope, campaignId: v7() }, async (work) => {
      await createCampaign(work, { name: pack.name, place: pack.place });
      await loadPackIntoCampaign(work, pack);
    }),
  );
  const copies = await rowsOf(raw, loaded);
  const yardstickValue = await median(n, () => undoneRaw(raw, () => insertBare(raw, copies)));
  return {
    figure: '新密 pack loaded into a new campaign',
    unit: 'ms',
    value,
    yardstick: `bare pg INSERT of the same ${copies.reduce((sum, { rows }) => sum + rows.length, 0)} rows, one statement a table`,
    yardstickValue,
    n,
  };
}

async function rowsOf(raw, campaignId) {
  const copies = [];
  for (const table of tables) {
    const { rows } = await raw.query(`SELECT to_jsonb(x) AS row FROM ${table} x WHERE campaign_id = $1`, [
      campaignId,
    ]);
    copies.push({ table, rows: rows.map(({ row }) => row) });
  }
  return copies;
}

async function insertBare(raw, copies) {
  const campaignId = v7();
  await raw.query(`INSERT INTO campaign (id, name, place, created_at) VALUES ($1, '空', '空', now())`, [
    campaignId,
  ]);
  for (const { table, rows } of copies) {
    await raw.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows.map((row) => ({ ...row, campaign_id: campaignId }))),
    ]);
  }
}
