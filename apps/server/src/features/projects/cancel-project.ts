import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { StateChange } from './project-inputs.dto.js';
import { remarkOnLateTasks } from './remark-on-late-tasks.js';
import { appendEntry, lockProject, requireRunning } from './projects.repository.js';

/** 取消, with a reason: it leaves every sum and its history stays. The tasks it made stay the office's to close. */
export async function cancelProject(work: Work, id: string, { version, reason }: StateChange): Promise<void> {
  const project = await lockProject(work, id, version);
  requireRunning(project);
  await appendEntry(work, { id, seq: project.nextSeq }, 'cancel', reason);
  await remarkOnLateTasks(work, id, null, `项目已取消：${reason.trim()}`);
}

/** 恢复 of a project the office had cancelled; one that a changed plan dropped comes back with the plan. */
export async function restoreProject(
  work: Work,
  id: string,
  { version, reason }: StateChange,
): Promise<void> {
  const project = await lockProject(work, id, version);
  if (project.record.withdrawn || project.record.cancelled === null) {
    const detail = project.record.withdrawn
      ? '修订后的方案不再列入这个项目，方案重新列入后才能恢复。'
      : '项目没有取消，不需要恢复。';
    throw new DomainError('wrong_state', { detail });
  }
  await appendEntry(work, { id, seq: project.nextSeq }, 'restore', reason);
}
