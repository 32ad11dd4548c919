import type { Rung } from '#campaign-pack';
import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { TaskClock } from './escalation-facts.queries.js';
import type { LadderVersion } from './ladder.queries.js';
import type { Person } from './resolve-audience.js';

/** A rung about to be recorded, with the persons it tells. */
export interface NewEscalation {
  readonly id: string;
  readonly task: Pick<TaskClock, 'taskId' | 'seq' | 'title' | 'unitId' | 'clock' | 'dueVersion'>;
  readonly position: number;
  readonly rung: Rung;
  readonly outcome: 'raised' | 'skipped_empty';
  readonly ground: string;
  readonly daysLate: number | null;
  readonly replyBy: CivilDate | null;
  readonly people: readonly Person[];
  /** Why a person raised it; null: by rule. */
  readonly reason: string | null;
}

/** Records rungs, notices and papers, a statement each however many there are. The unique key makes a second time an error. */
export async function insertEscalations(
  work: Work,
  version: LadderVersion,
  runId: string | null,
  escalations: readonly NewEscalation[],
): Promise<void> {
  if (escalations.length === 0) return;
  await insertRungs(work, version, runId, escalations);
  await work.fault('rungs-written');
  await insertNotices(work, escalations);
  await work.fault('notices-written');
  await insertPaperRequests(work, escalations);
}

async function insertRungs(
  work: Work,
  version: LadderVersion,
  runId: string | null,
  escalations: readonly NewEscalation[],
): Promise<void> {
  const rows = escalations.map(
    ({ id, task, position, rung, outcome, ground, daysLate, replyBy, reason }) => ({
      id,
      task_id: task.taskId,
      clock: task.clock,
      due_version: task.dueVersion,
      rung: position,
      unit_id: task.unitId,
      rung_name: rung.name,
      rung_colour: rung.colour,
      outcome,
      audience: rung.audience,
      issues: rung.issues,
      ground,
      days_late: daysLate,
      reply_by: replyBy,
      reason,
    }),
  );
  const person = runId === null ? work.actor : null;
  await work.manager.query(
    `INSERT INTO escalation (campaign_id, id, task_id, clock, due_version, unit_id, rung, rung_name, rung_colour, outcome,
       ladder_version_id, audience, issues, ground, days_late, reply_by, reason, actor_id, actor_name, run_id, rehearsal,
       raised_on, raised_at)
     SELECT $1, r.id, r.task_id, r.clock, r.due_version, r.unit_id, r.rung, r.rung_name, r.rung_colour, r.outcome, $2,
       r.audience, r.issues, r.ground, r.days_late, r.reply_by, r.reason, $3, $4, $5, $6, $7, $8
     FROM json_to_recordset($9) AS r(id uuid, task_id uuid, clock text, due_version int, unit_id uuid, rung int,
       rung_name text, rung_colour text, outcome text, audience text[], issues text, ground text, days_late int, reply_by date, reason text)`,
    [
      work.campaignId,
      version.id,
      person?.accountId ?? null,
      person?.name ?? null,
      runId,
      work.exercise,
      work.today,
      work.now,
      JSON.stringify(rows),
    ],
  );
}

async function insertNotices(work: Work, escalations: readonly NewEscalation[]): Promise<void> {
  const rows = escalations.flatMap(({ id, task, position, rung, ground, replyBy, people }) =>
    people.map((person) => ({
      id: work.newId(),
      escalation_id: id,
      task_id: task.taskId,
      account_id: person.accountId,
      rung: position,
      rung_name: rung.name,
      ground,
      reply_by: replyBy,
      due_version: task.dueVersion,
    })),
  );
  await work.manager.query(
    `INSERT INTO escalation_notice (campaign_id, id, escalation_id, task_id, account_id, rung, rung_name, ground, reply_by,
       due_version)
     SELECT $1, r.* FROM json_to_recordset($2) AS r(id uuid, escalation_id uuid, task_id uuid, account_id uuid, rung int,
       rung_name text, ground text, reply_by date, due_version int)`,
    [work.campaignId, JSON.stringify(rows)],
  );
}

/** 一事一单: a paper each. */
async function insertPaperRequests(work: Work, escalations: readonly NewEscalation[]): Promise<void> {
  const rows = escalations
    .filter(({ outcome, rung }) => outcome === 'raised' && rung.issues !== 'message')
    .map(({ id, task, rung }) => ({
      id: work.newId(),
      escalation_id: id,
      kind: rung.issues,
      unit_id: task.unitId,
      task_id: task.taskId,
    }));
  await work.manager.query(
    `INSERT INTO paper_request (campaign_id, id, escalation_id, kind, unit_id, task_ids, requested_at)
     SELECT $1, r.id, r.escalation_id, r.kind, r.unit_id, ARRAY[r.task_id], $2
     FROM json_to_recordset($3) AS r(id uuid, escalation_id uuid, kind text, unit_id uuid, task_id uuid)`,
    [work.campaignId, work.now, JSON.stringify(rows)],
  );
}
