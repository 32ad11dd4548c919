import { DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import type { ClosingChecks } from './closing-checks.js';
import { lateness } from './lateness.js';
import { change } from './task-changes.js';
import { allPausedDays } from './task-pauses.js';

export interface CloseInput extends TransitionInput {
  readonly acknowledgeContradiction?: boolean | undefined;
}

/**
 * 销号: accepted. The clock stays where it stopped at submission, and the lateness is frozen with it. A task made
 * from a gap that the newest data still show is closed only by someone who says so and why, and carries 数据不符 from then on.
 * @throws DomainError `data_contradicted`, `note_required`
 */
export async function closeTask(
  work: Work,
  input: CloseInput,
  checks: Pick<ClosingChecks, 'ofTask'>,
): Promise<void> {
  const check = await checks.ofTask(work, input.taskId);
  const contradicted = check?.state === 'contradicts';
  const note = contradicted ? `数据不符，仍予销号：${input.note?.trim() ?? ''}` : input.note;
  // The review that ends now began after the submission: it is no part of the time before it.
  const paused = await allPausedDays(work, input.taskId);
  await changeState(work, 'close', { ...input, note }, (task) => {
    if (contradicted) requireReason(input);
    const frozen = lateness(work.calendar, {
      submittedOn: task.pausedOn ?? work.today,
      effectiveDueOn: task.effectiveDueOn,
      originalDueOn: task.originalDueOn,
      allPausedDays: paused,
    });
    const { latenessDays: days } = frozen;
    return {
      patch: {
        reviewedBy: work.actor.accountId,
        closedAt: work.now,
        dataContradicted: contradicted,
        ...frozen,
      },
      changes: days === null ? [] : [change('lateness', null, latenessText(days))],
    };
  });
}

function requireReason({ acknowledgeContradiction, note }: CloseInput): void {
  if (acknowledgeContradiction !== true) {
    throw new DomainError('data_contradicted', { detail: '最新数据显示缺口仍在，与申请销号的情况不符。' });
  }
  if (!note?.trim()) {
    const message = '数据不符仍予销号的，须写明理由';
    throw new DomainError('note_required', {
      detail: `${message}。`,
      errors: [{ pointer: '/note', message }],
    });
  }
}

function latenessText(days: number): string {
  return days > 0 ? `逾期 ${days} 个工作日` : `提前 ${-days} 个工作日`;
}
