import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { lockVisibleTask, runningStates } from '../tasks/tasks.module.js';

/**
 * Locks the task and checks that the actor may add evidence to it now.
 * @throws DomainError `not_found`, `wrong_state`, `forbidden`
 */
export async function requireUpload(work: Work, taskId: string): Promise<void> {
  const task = await lockVisibleTask(work, taskId);
  if (task.canUpload) return;
  if (!runningStates.includes(task.state)) {
    throw new DomainError('wrong_state', { detail: '任务不在办理中，不能上传佐证。' });
  }
  throw new DomainError('forbidden', { detail: '佐证由任务的牵头单位和配合单位上传。' });
}
