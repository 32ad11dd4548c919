import { DomainError, runningStates } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import { withdrawTaskMessages } from '../notifications/notifications.module.js';
import { effectiveDueOn } from './due-clock.js';
import { postponeSupportReceipts } from './support-receipts.js';
import { appendEvents } from './task-events.js';
import { followPauses } from './task-pauses.js';
import { mayTransition } from './task.policy.js';
import { taskStateNames, transition, type Transition, transitionNames } from './task-state.js';
import {
  conflict,
  evidenceNames,
  lockTask,
  type LockedTask,
  requireVersion,
  updateTask,
} from './tasks.repository.js';
import type { TaskChange } from './tasks.dto.js';

export interface TransitionInput {
  readonly taskId: string;
  readonly version: number;
  readonly note?: string | undefined;
  /** Who of the unit asked for it, when an office carries it out. */
  readonly requestedBy?: string | undefined;
}

/** What a transition changes beside the state, decided by the operation. */
export interface Effects {
  readonly patch?: Parameters<typeof updateTask>[2];
  readonly changes?: readonly TaskChange[];
}

/**
 * The one way a task changes its state: locked row, visible, right version, allowed actor, allowed by the table; then
 * the conditional update and the event, in the same transaction. What waits to be sent about a task is taken back with
 * it (T05), unless the unit's clock goes on.
 * @param effects from the locked task to what else changes; due dates are recomputed from the patch
 * @returns the task as it was before
 */
export async function changeState(
  work: Work,
  action: Transition,
  input: TransitionInput,
  effects: (task: LockedTask) => Effects = () => ({}),
): Promise<LockedTask> {
  const task = await lockTask(work, input.taskId);
  if (!mayTransition(work.actor, task, action)) {
    throw new DomainError('forbidden', { detail: `您不能${transitionNames[action]}这项任务。` });
  }
  await requireVersion(work, task, input.version);
  const answer = transition(action, { ...task, actorId: work.actor.accountId, note: input.note });
  if ('refusal' in answer) throw await refusal(work, action, task, answer.refusal);
  const { patch = {}, changes } = effects(task);
  const due = dueAfter(work, task, patch);
  await updateTask(work, task, { ...patch, ...due, state: answer.to });
  await followPauses(
    work,
    { id: task.id, dueVersion: due.dueVersion },
    { from: task.state, to: answer.to, note: input.note, requestedBy: input.requestedBy },
  );
  if (task.pausedOn !== null && runningStates.includes(answer.to)) {
    await postponeSupportReceipts(work, task, task.pausedOn);
  }
  await work.fault('after-task-update');
  await appendEvents(work, [
    {
      taskId: task.id,
      action,
      fromState: task.state,
      toState: answer.to,
      note: input.note,
      changes: changes ?? [],
      ...due,
    },
  ]);
  const goesOn = runningStates.includes(task.state) && runningStates.includes(answer.to);
  if (!goesOn) await withdrawTaskMessages(work, task.id, `任务${taskStateNames[answer.to]}`);
  return task;
}

function dueAfter(work: Work, task: LockedTask, patch: NonNullable<Effects['patch']>) {
  const dueOn = patch.dueOn === undefined ? task.dueOn : patch.dueOn;
  const pausedDays = patch.pausedDays ?? task.pausedDays;
  return {
    dueOn,
    effectiveDueOn: effectiveDueOn(work.calendar, dueOn, pausedDays),
    dueVersion: patch.dueVersion ?? task.dueVersion,
  };
}

async function refusal(
  work: Work,
  action: Transition,
  task: LockedTask,
  code: 'wrong_state' | 'note_required' | 'same_person' | 'evidence_missing',
): Promise<DomainError> {
  const name = transitionNames[action];
  if (code === 'wrong_state')
    return conflict(work, task, code, `任务现在是“${taskStateNames[task.state]}”，不能${name}。`);
  if (code === 'note_required') {
    const message = `${name}须写明情况或理由`;
    return new DomainError(code, { detail: `${message}。`, errors: [{ pointer: '/note', message }] });
  }
  if (code === 'same_person') return new DomainError(code, { detail: `这项任务由您提交，不能由您${name}。` });
  return new DomainError(code, {
    detail: `还缺：${evidenceNames(task.missingEvidence)}。`,
    extra: { missingEvidenceKinds: task.missingEvidence },
  });
}
