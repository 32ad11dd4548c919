import { type CivilDate, DomainError, type DueRule, type TaskState } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { readTaskRow } from './task-row.queries.js';
import { TaskEntity } from './task.entity.js';
import { sees, type TaskFacts } from './task.policy.js';
import { type EvidenceKind, evidenceKindNames, type Priority } from './task-words.js';

/** A task as the operations work on it; its row is locked until the transaction ends. */
export interface LockedTask extends TaskFacts {
  readonly id: string;
  readonly seq: number;
  readonly title: string;
  readonly description: string;
  readonly priority: Priority;
  readonly clauseId: string | null;
  readonly requiredEvidence: readonly EvidenceKind[];
  readonly suspendedFrom: TaskState | null;
  readonly dueOn: CivilDate | null;
  readonly effectiveDueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
  readonly dueRule: DueRule | null;
  readonly assignedAt: Date | null;
  readonly dueVersion: number;
  readonly pausedDays: number;
  readonly pausedOn: CivilDate | null;
  readonly receiptDueOn: CivilDate | null;
  readonly signedAt: Date | null;
  readonly submissionNo: number;
  readonly missingEvidence: readonly EvidenceKind[];
  readonly supports: readonly (TaskFacts['supports'][number] & { readonly receiptDueOn: CivilDate | null })[];
  readonly version: number;
}

/**
 * Locks a task the actor may see.
 * @throws DomainError `not_found` when there is none, or it is not visible to this unit
 */
export async function lockTask(work: Work, taskId: string): Promise<LockedTask> {
  const [locked] = await work.manager.query<{ id: string }[]>(
    `SELECT id FROM task WHERE campaign_id = $1 AND id = $2 FOR UPDATE`,
    [work.campaignId, taskId],
  );
  const task = locked && (await readLocked(work, taskId));
  if (!task || !sees(work.actor, task))
    throw new DomainError('not_found', { detail: '没有这项任务，或不属于本单位。' });
  return task;
}

/** @throws DomainError `stale_version` with the current row when someone was faster (R-63, T12) */
export async function requireVersion(work: Work, task: LockedTask, version: number): Promise<void> {
  if (task.version === version) return;
  throw await conflict(work, task, 'stale_version', '这项任务刚被别人改过，您看到的不是最新内容。');
}

/** A 409 that carries the current row, so that the page can show it beside what was typed. */
export async function conflict(
  work: Work,
  task: { readonly id: string },
  code: 'stale_version' | 'wrong_state',
  detail: string,
): Promise<DomainError> {
  return new DomainError(code, { detail, extra: { current: await readTaskRow(work, task.id) } });
}

type Patch = Partial<
  Pick<
    TaskEntity,
    | 'title'
    | 'description'
    | 'clauseId'
    | 'leadUnitId'
    | 'state'
    | 'suspendedFrom'
    | 'returned'
    | 'priority'
    | 'requiredEvidence'
    | 'dueOn'
    | 'originalDueOn'
    | 'effectiveDueOn'
    | 'dueRule'
    | 'dueVersion'
    | 'pausedDays'
    | 'pausedOn'
    | 'latenessDays'
    | 'latenessOriginalDays'
    | 'originalEffectiveDueOn'
    | 'submissionNo'
    | 'receiptDueOn'
    | 'verificationDueOn'
    | 'assignedAt'
    | 'signedAt'
    | 'submittedBy'
    | 'submittedAt'
    | 'reviewedBy'
    | 'closedAt'
    | 'dataContradicted'
    | 'lastProgress'
    | 'lastProgressAt'
  >
>;

/** Changes a task if it still has the version it was read with (T12: plain save() loses updates). */
export async function updateTask(work: Work, task: LockedTask, patch: Patch): Promise<void> {
  const result = await work.manager
    .createQueryBuilder()
    .update(TaskEntity)
    .set({ ...patch, updatedAt: work.now, version: task.version + 1 })
    .where('campaign_id = :campaignId AND id = :id AND version = :version', {
      campaignId: work.campaignId,
      id: task.id,
      version: task.version,
    })
    .execute();
  if (result.affected !== 1) throw await conflict(work, task, 'stale_version', '这项任务刚被别人改过。');
}

async function readLocked(work: Work, taskId: string): Promise<LockedTask | undefined> {
  const [row] = await work.manager.query<LockedTask[]>(
    `SELECT t.id, t.seq, t.title, t.description, t.priority, t.state, t.version,
       t.clause_id AS "clauseId", t.lead_unit_id AS "leadUnitId", t.required_evidence AS "requiredEvidence",
       t.suspended_from AS "suspendedFrom", t.due_on AS "dueOn", t.effective_due_on AS "effectiveDueOn",
       t.original_due_on AS "originalDueOn", t.due_rule AS "dueRule", t.assigned_at AS "assignedAt",
       t.due_version AS "dueVersion", t.paused_days AS "pausedDays", t.paused_on AS "pausedOn",
       t.receipt_due_on AS "receiptDueOn", t.signed_at AS "signedAt",
       t.submission_no AS "submissionNo", t.submitted_by AS "submittedBy",
       (SELECT coalesce(json_agg(json_build_object('unitId', s.unit_id, 'state', s.state,
           'receiptDueOn', s.receipt_due_on)), '[]') FROM task_support s
         WHERE s.campaign_id = t.campaign_id AND s.task_id = t.id) AS supports,
       ARRAY(SELECT kind FROM unnest(t.required_evidence) AS kind EXCEPT
         SELECT e.kind FROM evidence e WHERE e.campaign_id = t.campaign_id AND e.task_id = t.id AND e.status <> 'voided'
       ) AS "missingEvidence"
     FROM task t WHERE t.campaign_id = $1 AND t.id = $2`,
    [work.campaignId, taskId],
  );
  return row;
}

/** 文件、照片 */
export function evidenceNames(kinds: readonly EvidenceKind[]): string {
  return kinds.map((kind) => evidenceKindNames[kind]).join('、');
}
