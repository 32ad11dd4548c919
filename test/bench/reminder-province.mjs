import { v7 } from 'uuid';
import { addDays } from '../../dist/libs/kernel/index.js';
import { today } from './database.mjs';
import { undone, undoneRaw } from './measure.mjs';
import { makeRuns, recordBare, runOnce, storeRules } from './reminder-planning.mjs';

// A province; BENCH_CAMPAIGNS makes it smaller where the machine is.
const campaigns = Number(process.env.BENCH_CAMPAIGNS ?? 158);
const units = 33;
const tasksEach = 33 * 200;

/**
 * the day's turn of a province, a county after the other as the scheduler does it; the days before are recorded
 * already. Against one bare statement over all of them.
 */
export async function reminderProvince(database) {
  const { unitOfWork, raw } = database;
  const ids = Array.from({ length: campaigns }, () => v7());
  // What is put there before the clock runs need not be checked row by row.
  await raw.query(`SET session_replication_role = replica`);
  await fill(raw, ids);
  await storeRules(raw, ids);
  await makeRuns(raw, ids);
  const scopeOf = (campaignId) => ({ actor: null, campaignId });
  const { calendar } = await unitOfWork.read(scopeOf(ids[0]), async (work) => work);
  const before = await recordBare(raw, calendar, addDays(today, -1), { supports: false, known: false });
  await raw.query(`SET session_replication_role = DEFAULT`);
  await raw.query('VACUUM ANALYZE');
  let rows = 0;
  const bare = () =>
    undoneRaw(raw, async () => {
      rows = await recordBare(raw, calendar, today, { supports: false });
    });
  const turn = async () => {
    let took = 0;
    for (const id of ids) took += await undone(unitOfWork, scopeOf(id), runOnce);
    return took;
  };
  const n = 3;
  const bareTimes = [];
  const turnTimes = [];
  // By turns, so that whatever else the machine does meanwhile falls on both.
  for (let round = 0; round < n; round += 1) {
    bareTimes.push(await bare());
    turnTimes.push(await turn());
  }
  const middle = (times) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(n / 2)]);
  return {
    figure: `${campaigns} campaigns × ${tasksEach} open tasks, 10 rules, ${before} keys known, ${rows} new`,
    unit: 'ms',
    value: middle(turnTimes),
    yardstick: 'bare INSERT … SELECT of the same keys, one statement for the province',
    yardstickValue: middle(bareTimes),
    n,
  };
}

/** Counties of invented units, two people in each, tasks due from ten days ago to 290 days ahead. */
async function fill(raw, ids) {
  await raw.query(
    `INSERT INTO campaign (id, name, place, created_at) SELECT id, '某县创建工作', '某县', now() FROM unnest($1::uuid[]) AS c(id)`,
    [ids],
  );
  await raw.query(
    `INSERT INTO source_document (campaign_id, id, entry, title, issuer)
     SELECT id, gen_random_uuid(), 'plan', '方案', '政府办' FROM unnest($1::uuid[]) AS c(id)`,
    [ids],
  );
  await raw.query(
    `INSERT INTO clause (campaign_id, id, entry, document_id, number, title, position)
     SELECT campaign_id, gen_random_uuid(), 'c1', id, '三（二）1', '落实经费', 1 FROM source_document WHERE campaign_id = ANY($1)`,
    [ids],
  );
  await raw.query(
    `INSERT INTO unit (campaign_id, id, entry, name, short_name, kind, clause_id, position)
     SELECT c.campaign_id, gen_random_uuid(), 'u' || n, '单位' || n, '单位' || n, 'department', c.id, n
     FROM clause c, generate_series(1, ${units}) n WHERE c.campaign_id = ANY($1)`,
    [ids],
  );
  await raw.query(
    `WITH person AS (
       SELECT u.campaign_id, u.id AS unit_id, role, gen_random_uuid() AS account_id FROM unit u, unnest('{handler,head}'::text[]) role
       WHERE u.campaign_id = ANY($1)),
     made AS (
       INSERT INTO account (id, login, name, email, password_hash, created_at)
       SELECT account_id, account_id::text, '某某', account_id || '@example.gov.cn', '-', now() FROM person)
     INSERT INTO membership (campaign_id, id, account_id, role, unit_id)
     SELECT campaign_id, gen_random_uuid(), account_id, role, unit_id FROM person`,
    [ids],
  );
  await raw.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at)
     SELECT m.campaign_id, gen_random_uuid(), '', min(m.account_id::text)::uuid, now() FROM membership m
     WHERE m.campaign_id = ANY($1) GROUP BY m.campaign_id`,
    [ids],
  );
  await raw.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, clause_id, lead_unit_id,
       state, priority, required_evidence, due_on, original_due_on, effective_due_on, created_by, created_at, updated_at)
     SELECT u.campaign_id, gen_random_uuid(), u.position * 1000 + n, b.id, u.position * 1000 + n, '第' || n || '项任务', '', 'free',
       u.clause_id, u.id, 'signed', 'normal', '{}', x.due, x.due, x.due, b.created_by, now(), now()
     FROM unit u JOIN task_batch b ON b.campaign_id = u.campaign_id
     CROSS JOIN generate_series(1, ${tasksEach / units}) n
     CROSS JOIN LATERAL (SELECT date '${today}' - 10 + (n * 37 + u.position * 11) % 300 AS due) x
     WHERE u.campaign_id = ANY($1)`,
    [ids],
  );
  await raw.query('VACUUM ANALYZE');
}
