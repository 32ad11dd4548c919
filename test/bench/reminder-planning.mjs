import { lastDueReached } from '../../dist/apps/server/src/features/reminders/rule-days.js';
import { offsetCode, offsetText } from '../../dist/apps/server/src/features/reminders/reminder-rule.js';
import { runReminders } from '../../dist/apps/server/src/features/reminders/run-reminders.js';
import { median, undone, undoneRaw } from './measure.mjs';
import { createScene } from './scene.mjs';

const tasks = 33 * 200;

/** Ten rules, in working days. */
export const tenRules = [-20, -15, -10, -7, -5, -3, -1, 0, 1, 3].map((offsetDays) => ({
  offsetDays,
  dayKind: 'working',
}));

export async function storeRules(raw, campaignIds) {
  for (const [position, rule] of tenRules.entries()) {
    await raw.query(
      `INSERT INTO reminder_rule SELECT id, $2, $3, $4, 'working', '{handler,lead_head,supporting}', '{}', '{}', true
       FROM unnest($1::uuid[]) AS c(id)`,
      [campaignIds, position, offsetText(rule), rule.offsetDays],
    );
  }
}

const unknown = `WHERE NOT EXISTS (SELECT 1 FROM reminder x WHERE x.campaign_id = t.campaign_id AND x.task_id = t.id
  AND x.account_id = m.account_id AND x.due_version = t.due_version AND x.rule = r.code)`;

/**
 * The yardstick: one bare statement that finds what has been reached and is not recorded, and records it, for all the
 * campaigns at once; no message, no severity.
 */
export async function recordBare(raw, calendar, day, { supports, known = true }) {
  const supporting = supports
    ? `OR EXISTS (SELECT 1 FROM task_support s WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id
         AND s.unit_id = m.unit_id AND s.state <> 'completed')`
    : '';
  const reach = tenRules.map((rule) => ({
    code: offsetCode(rule),
    name: offsetText(rule),
    last_due: lastDueReached(calendar, rule, day),
  }));
  const { rowCount } = await raw.query(
    `INSERT INTO reminder (campaign_id, run_id, task_id, account_id, due_version, effective_due_on, rule, rule_name, outcome,
       planned_at)
     SELECT t.campaign_id, run.id, t.id, m.account_id, t.due_version, t.effective_due_on, r.code, r.name, 'queued', now()
     FROM json_to_recordset($1) AS r(code text, name text, last_due date)
     JOIN task t ON t.effective_due_on <= r.last_due AND t.state IN ('assigned', 'signed', 'in_progress')
     JOIN job_run run ON run.campaign_id = t.campaign_id AND run.job = 'yardstick'
     JOIN membership m ON m.campaign_id = t.campaign_id AND (m.unit_id = t.lead_unit_id ${supporting})
     ${known ? unknown : ''}`,
    [JSON.stringify(reach)],
  );
  return rowCount;
}

/** A run in each campaign for the yardstick's rows to hang on. */
export async function makeRuns(raw, campaignIds) {
  await raw.query(
    `INSERT INTO job_run (campaign_id, id, job, slot, claimed_at)
     SELECT id, gen_random_uuid(), 'yardstick', '', now() FROM unnest($1::uuid[]) AS c(id)`,
    [campaignIds],
  );
}

export async function runOnce(work) {
  if (!(await runReminders(work, 'http://localhost'))) throw new Error('the slot was not claimed');
}

/** one whole turn for 33 units of 200 tasks and ten rules, all near their due day, to the outbox. */
export async function reminderPlanning(database) {
  const { scope, campaignId } = await createScene(database, { tasks, allDueSoon: true });
  const { unitOfWork, raw, statements } = database;
  await storeRules(raw, [campaignId]);
  await makeRuns(raw, [campaignId]);
  const { calendar, today } = await unitOfWork.read(scope, async (work) => work);
  const n = 5;
  statements.length = 0;
  const value = await median(n, () => undone(unitOfWork, scope, runOnce));
  const perRun = Math.round(statements.length / (n + 3));
  let rows = 0;
  const yardstickValue = await median(n, () =>
    undoneRaw(raw, async () => {
      rows = await recordBare(raw, calendar, today, { supports: true });
    }),
  );
  return {
    figure: `one turn of reminders, ${tasks} tasks, 10 rules, ${rows} rows, ${perRun} statements`,
    unit: 'ms',
    value,
    yardstick: 'bare INSERT … SELECT of the same keys',
    yardstickValue,
    n,
  };
}
