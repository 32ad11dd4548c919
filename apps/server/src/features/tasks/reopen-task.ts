import { type CivilDate, DomainError } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { changeState, type TransitionInput } from './change-state.js';
import { pausedDaysAt } from './due-clock.js';
import { change } from './task-changes.js';

export interface ReopenInput extends TransitionInput {
  /** A new due date; without one the old term runs on, the closed time not counted. */
  readonly dueOn?: CivilDate | undefined;
}

/** 重新打开 with a reason: a closed task turned out not to be done. */
export async function reopenTask(work: Work, input: ReopenInput): Promise<void> {
  const { dueOn } = input;
  if (dueOn !== undefined && dueOn < work.today) {
    const message = '新期限不能早于今天';
    throw new DomainError('rule_refused', {
      detail: `${message}。`,
      errors: [{ pointer: '/dueOn', message }],
    });
  }
  await changeState(work, 'reopen', input, (task) => ({
    patch: {
      closedAt: null,
      latenessDays: null,
      latenessOriginalDays: null,
      originalEffectiveDueOn: null,
      verificationDueOn: null,
      pausedOn: null,
      pausedDays: dueOn === undefined ? pausedDaysAt(work.calendar, task, work.today) : 0,
      ...(dueOn === undefined ? {} : { dueOn, dueRule: null, dueVersion: task.dueVersion + 1 }),
    },
    changes: dueOn === undefined ? [] : [change('dueOn', task.dueOn, dueOn)],
  }));
}
