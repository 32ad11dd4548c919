import { type CivilDate, DomainError, type FieldFault, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import {
  lockVisibleTask,
  recordTaskEvent,
  runningStates,
  taskStateNames,
  type VisibleTask,
} from '../tasks/tasks.module.js';
import { chainSteps } from './extension-chain.js';
import { ExtensionRequestEntity } from './extension-request.entity.js';
import type { ExtensionEvidence, NewExtension } from './extensions.dto.js';
import { extensionNumber, readChain } from './extensions.queries.js';

/**
 * 申请延期: the lead unit asks in time for a later day, with reason, progress and evidence.
 * @returns the id of the request
 * @throws DomainError `not_found`, `forbidden`, `wrong_state`, `rule_refused`
 */
export async function askExtension(work: Work, taskId: string, input: NewExtension): Promise<string> {
  const task = await lockVisibleTask(work, taskId);
  const { unitId } = work.actor;
  if (unitId === null || unitId !== task.leadUnitId) {
    throw new DomainError('forbidden', { detail: '延期由牵头单位申请。' });
  }
  if (!runningStates.includes(task.state)) {
    throw new DomainError('wrong_state', {
      detail: `任务现在是“${taskStateNames[task.state]}”，不能申请延期。`,
    });
  }
  const due = await requireInTime(work, task);
  const chain = chainSteps[await readChain(work)];
  if (chain[0] === 'head' && work.actor.role === 'head') {
    const detail = '延期先由本单位负责人审批，请由承办人提出申请。';
    throw new DomainError('rule_refused', { detail });
  }
  const evidence = await readEvidence(work, taskId, input.evidenceIds ?? []);
  refuseFaults(work, due, input, evidence);
  const [id, seq] = [work.newId(), await takeNumber(work)];
  await work.manager.insert(ExtensionRequestEntity, {
    campaignId: work.campaignId,
    id,
    seq,
    taskId,
    dueVersion: task.dueVersion,
    dueOn: due,
    requestedOn: input.requestedOn,
    reason: input.reason.trim(),
    progress: input.progress.trim(),
    evidence: evidence as object[],
    chain: [...chain],
    state: 'pending',
    askedBy: work.actor.accountId,
    unitId,
    askedAt: work.now,
  });
  const note = `${extensionNumber(seq)}：申请延至${formatDate(input.requestedOn)}。${input.reason.trim()}`;
  await recordTaskEvent(work, { taskId, action: 'extension_asked', note });
  return id;
}

/** One at a time, and by the due day at the latest, unless a reviewer has opened the door. */
async function requireInTime(work: Work, task: VisibleTask): Promise<CivilDate> {
  const [found] = await work.manager.query<{ open: boolean; admitted: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM extension_request WHERE campaign_id = $1 AND task_id = $2 AND state = 'pending') AS open,
       EXISTS (SELECT 1 FROM extension_door WHERE campaign_id = $1 AND task_id = $2 AND due_version = $3 AND until_on >= $4)
         AS admitted`,
    [work.campaignId, task.id, task.dueVersion, work.today],
  );
  const due = task.effectiveDueOn;
  if (due === null) throw new DomainError('rule_refused', { detail: '任务没有期限，不需要延期。' });
  if (found?.open) {
    throw new DomainError('wrong_state', { detail: '这项任务已有一份延期申请正在审批。' });
  }
  if (due < work.today && !found?.admitted) {
    throw new DomainError('rule_refused', {
      detail: `延期须在期限（${formatDate(due)}）当日或之前申请；现已逾期，请先请政府办允许逾期申请。`,
    });
  }
  return due;
}

function refuseFaults(
  work: Work,
  due: CivilDate,
  input: NewExtension,
  evidence: readonly ExtensionEvidence[],
): void {
  const errors: FieldFault[] = [
    ...(input.requestedOn <= due
      ? [{ pointer: '/requestedOn', message: `新期限须晚于现在的期限（${formatDate(due)}）` }]
      : []),
    ...(input.requestedOn < work.today ? [{ pointer: '/requestedOn', message: '新期限不能早于今天' }] : []),
    ...(evidence.length === (input.evidenceIds ?? []).length
      ? []
      : [{ pointer: '/evidenceIds', message: '所选材料中有的不属于这项任务' }]),
  ];
  if (errors.length > 0) {
    throw new DomainError('rule_refused', { detail: `有 ${errors.length} 处不能提交，请改正。`, errors });
  }
}

/** Name and hash are kept in the request: it stays readable when a draft is removed later. */
function readEvidence(work: Work, taskId: string, ids: readonly string[]): Promise<ExtensionEvidence[]> {
  return work.manager.query<ExtensionEvidence[]>(
    `SELECT id, file_name AS "fileName", sha256 FROM evidence
     WHERE campaign_id = $1 AND task_id = $2 AND id = ANY($3) AND status <> 'voided' ORDER BY uploaded_at, id`,
    [work.campaignId, taskId, ids],
  );
}

async function takeNumber(work: Work): Promise<number> {
  const [[row]] = await work.manager.query<[{ last: number }[]]>(
    `UPDATE campaign SET last_extension_seq = last_extension_seq + 1 WHERE id = $1
     RETURNING last_extension_seq AS last`,
    [work.campaignId],
  );
  if (!row) throw new DomainError('not_found');
  return row.last;
}
