import fc from 'fast-check';
import { v7 } from 'uuid';
import { addDays, type CivilDate, civilDate, type TaskState, taskStates } from '#kernel';
import { priorities, type Priority } from '../../apps/server/src/features/tasks/task-words.js';
import type { XinmiScene } from './xinmi-scene.js';

/** A task as a test knows it without asking the program. */
export interface KnownTask {
  readonly id: string;
  readonly seq: number;
  readonly title: string;
  readonly state: TaskState;
  readonly leadUnit: string;
  readonly supportingUnits: readonly string[];
  readonly partDone: boolean;
  readonly clause: string | null;
  readonly priority: Priority;
  readonly due: CivilDate | null;
  readonly pausedOn: CivilDate | null;
  readonly updatedMinute: number;
}

const units = ['finance', 'education', 'police', 'office', 'township-01'] as const;
const clauses = ['annex-finance', 'annex-police', null] as const;
const words = ['落实经费', '教师招聘', '校园100%安全', '建设_用地', '护学岗\\巡查'];
const start = civilDate('2022-08-20');

/** The same tasks for the same seed, in states and with dates from six weeks before to eight weeks after mid-September. */
export function inventTasks(count: number, seed: number): KnownTask[] {
  const day = fc.integer({ min: 0, max: 75 }).map((days) => addDays(start, days));
  const stops = ['in_review', 'suspended', 'closed'];
  const task = fc.record({
    title: fc.constantFrom(...words),
    state: fc.constantFrom(...taskStates),
    leadUnit: fc.constantFrom(...units),
    supportingUnits: fc.subarray([...units], { maxLength: 2 }),
    partDone: fc.boolean(),
    clause: fc.constantFrom(...clauses),
    priority: fc.constantFrom(...priorities),
    due: fc.option(day, { freq: 5 }),
    pausedOn: day,
    // Few different instants, so that many rows share one and the order needs its second key.
    updatedMinute: fc.integer({ min: 0, max: 9 }),
  });
  return fc.sample(task, { numRuns: count, seed }).map((one, index) => ({
    ...one,
    id: v7(),
    seq: index + 1,
    supportingUnits: one.supportingUnits.filter((unit) => unit !== one.leadUnit),
    pausedOn: stops.includes(one.state) ? one.pausedOn : null,
  }));
}

/** Puts them in, past the operations, in three statements. */
export async function insertTasks(scene: XinmiScene, tasks: readonly KnownTask[]): Promise<void> {
  const batchId = v7();
  const rows = tasks.map((task, index) => ({
    ...task,
    index,
    lead: scene.id(`unit ${task.leadUnit}`),
    clause: task.clause && scene.id(`clause ${task.clause}`),
    supports: task.supportingUnits.map((unit) => scene.id(`unit ${unit}`)),
    updated: new Date(Date.parse('2022-08-01T00:00:00Z') + task.updatedMinute * 60_000),
    submitter: ['in_review', 'closed'].includes(task.state) ? scene.accountId('finance') : null,
    closed: task.state === 'closed' ? '2022-08-19T00:00:00Z' : null,
  }));
  await scene.query(
    `INSERT INTO task_batch (campaign_id, id, digest, created_by, created_at) VALUES ($1, $2, '', $3, now())`,
    [scene.campaignId, batchId, scene.accountId('office')],
  );
  await scene.query(
    `INSERT INTO task (campaign_id, id, seq, batch_id, batch_index, title, description, source_kind, clause_id, lead_unit_id,
       state, suspended_from, priority, required_evidence, due_on, effective_due_on, paused_on, submitted_by, closed_at,
       created_by, created_at, updated_at)
     SELECT $1, r.id, r.seq, $2, r.index, r.title, '', 'free', r.clause, r.lead, r.state,
       CASE r.state WHEN 'suspended' THEN 'signed' END, r.priority, '{}', r.due, r.due, r."pausedOn", r.submitter, r.closed,
       $3, r.updated, r.updated
     FROM json_to_recordset($4) AS r(id uuid, seq int, index int, title text, clause uuid, lead uuid, state text, priority text,
       due date, "pausedOn" date, submitter uuid, closed timestamptz, updated timestamptz)`,
    [scene.campaignId, batchId, scene.accountId('office'), JSON.stringify(rows)],
  );
  await scene.query(
    `INSERT INTO task_support (campaign_id, task_id, unit_id, state)
     SELECT $1, r.id, s.unit::uuid, CASE WHEN r."partDone" THEN 'completed' ELSE 'assigned' END
     FROM json_to_recordset($2) AS r(id uuid, supports json, "partDone" boolean), json_array_elements_text(r.supports) AS s(unit)`,
    [scene.campaignId, JSON.stringify(rows)],
  );
}
