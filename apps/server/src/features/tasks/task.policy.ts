import { runningStates, type TaskState } from '#kernel';
import type { Actor } from '../../database/actor.js';
import { supportTransitionsFrom, type SupportState, type Transition, transitionsFrom } from './task-state.js';

/** What the policy needs to know of a task. */
export interface TaskFacts {
  readonly state: TaskState;
  readonly leadUnitId: string;
  readonly submittedBy: string | null;
  readonly supports: readonly { readonly unitId: string; readonly state: SupportState }[];
}

export type TaskAction =
  Transition | 'edit' | 'upload' | 'support_sign' | 'support_report' | 'support_complete';

const officeActions: ReadonlySet<Transition> = new Set([
  'assign',
  'return',
  'close',
  'suspend',
  'resume',
  'cancel',
  'reopen',
]);

export function isOffice({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'government_office' || role === 'supervision_office';
}

/** The lead unit's people handle the task, also those of an office that is itself a member unit. */
export function handles(actor: Actor, task: TaskFacts): boolean {
  return actor.unitId !== null && actor.unitId === task.leadUnitId;
}

export function supports(actor: Actor, task: TaskFacts): boolean {
  return partOf(actor, task) !== undefined;
}

/** a unit sees what it leads or supports, once it is assigned; the offices see everything. */
export function sees(actor: Actor, task: TaskFacts): boolean {
  return isOffice(actor) || (task.state !== 'draft' && (handles(actor, task) || supports(actor, task)));
}

export function mayTransition(actor: Actor, task: TaskFacts, action: Transition): boolean {
  return officeActions.has(action) ? actor.role === 'government_office' : handles(actor, task);
}

/** Files are added while the unit works on the task; from submission on the evidence is frozen. */
export function mayUpload(actor: Actor, task: TaskFacts): boolean {
  return runningStates.includes(task.state) && (handles(actor, task) || supports(actor, task));
}

export function mayEdit(actor: Actor, task: TaskFacts): boolean {
  return actor.role === 'government_office' && (task.state === 'draft' || runningStates.includes(task.state));
}

/** What the page offers: exactly what the operations would accept from this actor, notes and evidence aside. */
export function allowedActions(actor: Actor, task: TaskFacts): TaskAction[] {
  const transitions = transitionsFrom(task.state).filter(
    (action) => mayTransition(actor, task, action) && !reviewsOwnWork(actor, task, action),
  );
  const part = partOf(actor, task);
  const partActions =
    part && runningStates.includes(task.state)
      ? supportTransitionsFrom(part.state).map((action) => `support_${action}` as const)
      : [];
  return [
    ...transitions,
    ...(mayEdit(actor, task) ? (['edit'] as const) : []),
    ...(mayUpload(actor, task) ? (['upload'] as const) : []),
    ...partActions,
  ];
}

function partOf(actor: Actor, task: TaskFacts): TaskFacts['supports'][number] | undefined {
  return task.supports.find((part) => part.unitId === actor.unitId);
}

function reviewsOwnWork(actor: Actor, task: TaskFacts, action: Transition): boolean {
  return (action === 'close' || action === 'return') && task.submittedBy === actor.accountId;
}
