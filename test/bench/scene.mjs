import { join } from 'node:path';
import { v7 } from 'uuid';
import { loadPack, packDataDirectory } from '../../dist/libs/campaign-pack/index.js';
import { instantAt } from '../../dist/libs/kernel/index.js';
import { createAccount } from '../../dist/apps/server/src/features/accounts/accounts.module.js';
import {
  createCampaign,
  loadPackIntoCampaign,
} from '../../dist/apps/server/src/features/campaigns/campaigns.module.js';
import { today } from './database.mjs';

export const pack = loadPack(join(packDataDirectory(), 'xinmi'));

/** 新密's campaign with its 33 units, two people in each, and as many tasks as asked for, put in by set-based SQL. */
export async function createScene({ dataSource, raw }, { tasks, allDueSoon = false }) {
  const campaignId = v7();
  const officeId = await dataSource.transaction((manager) => fill(manager, campaignId));
  if (tasks > 0) await insertTasks(raw, campaignId, officeId, tasks, allDueSoon);
  await raw.query('VACUUM ANALYZE');
  const actor = {
    accountId: officeId,
    name: '政府办',
    role: 'government_office',
    unitId: null,
    unitName: null,
  };
  return { campaignId, scope: { actor, campaignId } };
}

async function fill(manager, campaignId) {
  const now = new Date(instantAt(today, '09:00'));
  const work = { manager, campaignId, now, newId: () => v7(), actor: null };
  await createCampaign(work, { name: pack.name, place: pack.place });
  await loadPackIntoCampaign(work, pack);
  const units = await manager.query(`SELECT id, entry FROM unit WHERE campaign_id = $1`, [campaignId]);
  const person = (login, membership) =>
    createAccount(manager, {
      login: `${login}-${campaignId}`,
      name: login,
      email: `${login}@example.gov.cn`,
      passwordHash: '-',
      mustChangePassword: false,
      administrator: false,
      demo: false,
      createdAt: now,
      membership: { campaignId, ...membership },
    });
  for (const unit of units) {
    for (const role of ['handler', 'head']) await person(`${unit.entry}-${role}`, { role, unitId: unit.id });
  }
  return person('office', { role: 'government_office', unitId: null });
}

/** States, dates, support and history as in a campaign half way: a third is over, some is late, every third has help. */
async function insertTasks(raw, campaignId, officeId, count, allDueSoon) {
  const batchId = v7();
  await raw.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
    [campaignId, batchId, officeId],
  );
  const state = allDueSoon
    ? `(ARRAY['assigned', 'signed', 'in_progress'])[1 + n % 3]`
    : `(ARRAY['assigned', 'signed', 'in_progress', 'in_progress', 'in_review', 'suspended', 'closed', 'closed', 'closed', 'draft'])[1 + n % 10]`;
  const due = allDueSoon ? `date '${today}' - 3 + n % 10` : `date '${today}' - 20 + (n * 7) % 120`;
  await raw.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, clause_id, lead_unit_id,
       state, suspended_from, priority, required_evidence, due_on, original_due_on, effective_due_on, paused_on, created_by,
       created_at, updated_at)
     SELECT $1, gen_random_uuid(), n, $2, n, '第' || n || '项：落实义务教育经费保障', '按方案要求办理。', 'free', c.id, u.id,
       x.state, CASE WHEN x.state = 'suspended' THEN 'signed' END, 'normal', '{}', x.due, x.due, x.due,
       CASE WHEN x.state IN ('in_review', 'suspended', 'closed') THEN x.due - 2 END, $3, x.at, x.at
     FROM generate_series(1, $4::int) n
     CROSS JOIN LATERAL (SELECT ${state} AS state, ${due} AS due, timestamptz '2022-07-01' + n * interval '5 min' AS at) x
     JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS place FROM unit WHERE campaign_id = $1) u
       ON u.place = n % (SELECT count(*) FROM unit WHERE campaign_id = $1)
     JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS place FROM clause WHERE campaign_id = $1) c
       ON c.place = n % (SELECT count(*) FROM clause WHERE campaign_id = $1)`,
    [campaignId, batchId, officeId, count],
  );
  await raw.query(
    `INSERT INTO task_support (campaign_id, task_id, unit_id, state)
     SELECT $1, t.id, u.id, CASE WHEN t.seq % 2 = 0 THEN 'assigned' ELSE 'completed' END
     FROM task t JOIN LATERAL (SELECT id FROM unit WHERE campaign_id = $1 AND id <> t.lead_unit_id
       ORDER BY md5(id::text || t.id::text) LIMIT 1 + t.seq % 2) u ON true
     WHERE t.campaign_id = $1 AND t.seq % 3 = 0`,
    [campaignId],
  );
  await insertHistory(raw, campaignId);
}

/** Made, assigned, and for all past that three reports and the state of today: about five rows a task. */
async function insertHistory(raw, campaignId) {
  await raw.query(
    `INSERT INTO task_event (campaign_id, id, task_id, seq, at, action, from_state, to_state, actor_name, note, due_on,
       effective_due_on, due_version)
     SELECT $1, gen_random_uuid(), t.id, e.seq, t.created_at + e.seq * interval '1 day', e.action, NULL,
       CASE WHEN e.seq = 1 THEN 'draft' WHEN e.seq = 6 THEN t.state WHEN e.seq = 2 THEN 'assigned' ELSE 'in_progress' END,
       '经办', CASE e.action WHEN 'report' THEN '第' || e.seq || '次报告' END, t.due_on, t.effective_due_on, 1
     FROM task t JOIN (VALUES (1, 'create'), (2, 'assign'), (3, 'report'), (4, 'report'), (5, 'report'), (6, 'edit')) e(seq, action)
       ON e.seq = 1 OR t.state <> 'draft' AND (e.seq = 2 OR t.state <> 'assigned')
     WHERE t.campaign_id = $1`,
    [campaignId],
  );
}
