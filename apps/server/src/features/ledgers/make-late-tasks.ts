import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { claimSlot, recordRun } from '../../jobs/claim-slot.js';
import { planningSlotAt } from '../../jobs/slots.js';
import { createTasks } from '../tasks/tasks.module.js';
import { unitStates } from './entries/entry-row.queries.js';
import { readOfficeActor } from './office-actor.queries.js';
import { ledgerNumber } from './ledger-reading.js';

interface LateEntry {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly unit_id: string;
  readonly due_on: CivilDate;
  readonly state: string;
}

// What one batch of tasks holds; more is made in the hours that follow.
const mostAtOnce = 500;

/**
 * Hourly within the sending window: an entry whose due date has passed in the unit's hands becomes a task of the unit, once
 * for each due date, so that reminders and the ladder apply to it.
 * @returns false outside the window and when another process has the turn
 */
export async function runLateLedgers(work: Work): Promise<boolean> {
  const hour = planningSlotAt(work.calendar, work.now.getTime())?.slice(0, 13);
  const claimed = hour === undefined ? undefined : await claimSlot(work, 'late_ledgers', hour);
  if (!claimed) return false;
  const late = await readLate(work);
  const actor =
    late.length === 0 ? undefined : await readOfficeActor(work.manager, work.campaignId, '台账逾期自动交办');
  const made = actor ? await makeTasks({ ...work, actor }, late) : 0;
  await recordRun(work, claimed.runId, { late: late.length, made });
  return true;
}

/** Late and without a task for this very due date. */
function readLate(work: Work): Promise<LateEntry[]> {
  return work.manager.query<LateEntry[]>(
    `SELECT e.id, e.seq, e.kind, e.subject, e.unit_id, e.due_on, e.state FROM ledger_entry e
     JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id AND NOT u.withdrawn
     WHERE e.campaign_id = $1 AND e.due_on < $2 AND e.state = ANY($3)
       AND NOT EXISTS (SELECT 1 FROM ledger_event v WHERE v.campaign_id = e.campaign_id AND v.entry_id = e.id
         AND v.action = 'late_task' AND v.detail ->> 'dueOn' = e.due_on::text)
     ORDER BY e.due_on, e.seq LIMIT ${mostAtOnce} FOR UPDATE OF e`,
    [work.campaignId, work.today, unitStates],
  );
}

async function makeTasks(work: Work, late: readonly LateEntry[]): Promise<number> {
  const taskIds = await createTasks(work, {
    requestId: work.newId(),
    assign: true,
    pastAllowed: true,
    items: late.map(({ id, seq, subject, unit_id: unitId, due_on: dueOn }) => ({
      source: { kind: 'ledger' as const, id },
      title: `台账逾期未销号：${ledgerNumber(seq)} ${subject}`.slice(0, 200),
      description: '台账条目已过期限仍未销号。请按台账办理，完成后在台账中申请销号，并在本任务中报告情况。',
      leadUnitId: unitId,
      dueOn,
    })),
  });
  await work.fault('late-tasks');
  const rows = late.map(({ id, due_on: dueOn, state }, index) => ({
    id: work.newId(),
    ...{ entry_id: id, task_id: taskIds[index], state, due_on: dueOn },
  }));
  await work.manager.query(
    `WITH r AS (SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS r(id uuid, entry_id uuid, task_id uuid, state text, due_on text)),
     linked AS (
       UPDATE ledger_entry e SET task_id = r.task_id, version = e.version + 1, updated_at = $3::timestamptz FROM r
       WHERE e.campaign_id = $1 AND e.id = r.entry_id)
     INSERT INTO ledger_event (campaign_id, id, entry_id, action, from_state, to_state, detail, source_id, at)
     SELECT $1, r.id, r.entry_id, 'late_task', r.state, r.state,
       jsonb_build_object('dueOn', r.due_on, 'taskId', r.task_id), r.task_id, $3::timestamptz FROM r`,
    [work.campaignId, JSON.stringify(rows), work.now],
  );
  return taskIds.length;
}
