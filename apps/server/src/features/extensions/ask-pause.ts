import { DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, recordTaskEvent, runningStates } from '../tasks/tasks.module.js';
import type { NewPauseRequest } from './extensions.dto.js';
import { PauseRequestEntity } from './pause-request.entity.js';

/** 申请中止: the lead unit asks that its clock may stand still, with a reason and until when it expects to wait. */
export async function askPause(work: Work, taskId: string, input: NewPauseRequest): Promise<void> {
  const task = await lockVisibleTask(work, taskId);
  if (work.actor.unitId === null || work.actor.unitId !== task.leadUnitId) {
    throw new DomainError('forbidden', { detail: '中止由牵头单位申请。' });
  }
  const [open] = await work.manager.query<unknown[]>(
    `SELECT 1 FROM pause_request WHERE campaign_id = $1 AND task_id = $2 AND state = 'pending'`,
    [work.campaignId, taskId],
  );
  if (open || !runningStates.includes(task.state)) {
    const detail = open ? '这项任务已有一份中止申请等待答复。' : '任务现在没有在办理，不需要中止。';
    throw new DomainError('wrong_state', { detail });
  }
  if (input.expectedEndOn < work.today) {
    const message = '预计恢复的日期不能早于今天';
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/expectedEndOn', message }],
    });
  }
  await work.manager.insert(PauseRequestEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    taskId,
    reason: input.reason.trim(),
    expectedEndOn: input.expectedEndOn,
    state: 'pending',
    askedBy: work.actor.accountId,
    askedAt: work.now,
  });
  const note = `预计${formatDate(input.expectedEndOn)}恢复。${input.reason.trim()}`;
  await recordTaskEvent(work, { taskId, action: 'pause_asked', note });
}
