import { DomainError, formatDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, recordTaskEvent, runningStates } from '../tasks/tasks.module.js';
import { ExtensionDoorEntity } from './extension-door.entity.js';
import type { NewDoor } from './extensions.dto.js';

/** 允许逾期申请: a reviewer lets the unit ask although the due day is over, until a date and with a reason. */
export async function openDoor(work: Work, taskId: string, input: NewDoor): Promise<void> {
  const task = await lockVisibleTask(work, taskId);
  const due = task.effectiveDueOn;
  if (!runningStates.includes(task.state) || due === null || due >= work.today) {
    throw new DomainError('wrong_state', { detail: '任务没有逾期，单位可以直接申请延期。' });
  }
  if (input.untilOn < work.today) {
    const message = '截止日期不能早于今天';
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/untilOn', message }],
    });
  }
  await work.manager.insert(ExtensionDoorEntity, {
    campaignId: work.campaignId,
    id: work.newId(),
    taskId,
    dueVersion: task.dueVersion,
    untilOn: input.untilOn,
    reason: input.reason.trim(),
    openedBy: work.actor.accountId,
    openedAt: work.now,
  });
  const note = `${formatDate(input.untilOn)}前可以申请。${input.reason.trim()}`;
  await recordTaskEvent(work, { taskId, action: 'extension_door', note });
}
