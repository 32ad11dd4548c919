import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, recordTaskEvent, suspendTask } from '../tasks/tasks.module.js';

interface LockedPauseRequest {
  readonly id: string;
  readonly taskId: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly state: string;
  readonly version: number;
}

/**
 * 政府办 allows the pause: the task is suspended for the reason the unit gave, and the pause names both people.
 * @returns the id of the task
 */
export async function approvePause(work: Work, id: string, version: number): Promise<string> {
  const { request, taskVersion } = await lockPauseRequest(work, id, version);
  await settle(work, request, 'approved', null);
  const { taskId, reason, askedBy } = request;
  await suspendTask(work, { taskId, version: taskVersion, note: reason, requestedBy: askedBy });
  return taskId;
}

/** 不同意中止, with a ground. @returns the id of the task */
export async function refusePause(
  work: Work,
  id: string,
  input: { readonly version: number; readonly ground: string },
): Promise<string> {
  const { request } = await lockPauseRequest(work, id, input.version);
  await settle(work, request, 'refused', input.ground.trim());
  await recordTaskEvent(work, { taskId: request.taskId, action: 'pause_refused', note: input.ground });
  return request.taskId;
}

async function lockPauseRequest(
  work: Work,
  id: string,
  version: number,
): Promise<{ request: LockedPauseRequest; taskVersion: number }> {
  const read = (suffix: string): Promise<LockedPauseRequest[]> =>
    work.manager.query(
      `SELECT id, task_id AS "taskId", reason, asked_by AS "askedBy", state, version FROM pause_request
       WHERE campaign_id = $1 AND id = $2 ${suffix}`,
      [work.campaignId, id],
    );
  const [known] = await read('');
  if (!known) throw new DomainError('not_found', { detail: '没有这份中止申请。' });
  const task = await lockVisibleTask(work, known.taskId);
  const [request] = await read('FOR UPDATE');
  if (!request || request.state !== 'pending' || request.version !== version) {
    throw new DomainError('stale_version', { detail: '这份中止申请刚有人办过。' });
  }
  if (request.askedBy === work.actor.accountId) {
    throw new DomainError('same_person', { detail: '中止由您申请，不能由您审批。' });
  }
  return { request, taskVersion: task.version };
}

async function settle(
  work: Work,
  request: LockedPauseRequest,
  state: 'approved' | 'refused',
  ground: string | null,
): Promise<void> {
  await work.manager.query(
    `UPDATE pause_request SET state = $3, ground = $4, decided_by = $5, decided_at = $6, version = version + 1
     WHERE campaign_id = $1 AND id = $2`,
    [work.campaignId, request.id, state, ground, work.actor.accountId, work.now],
  );
}
