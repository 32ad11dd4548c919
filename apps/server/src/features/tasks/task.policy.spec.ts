import { describe, expect, test } from '@jest/globals';
import { runningStates, type TaskState, taskStates } from '#kernel';
import type { Actor, Role } from '../../database/actor.js';
import {
  allowedActions,
  handles,
  mayEdit,
  mayTransition,
  mayUpload,
  sees,
  supports,
  type TaskAction,
  type TaskFacts,
} from './task.policy.js';
import {
  type SupportState,
  supportTransition,
  transition,
  type Transition,
  transitionNames,
} from './task-state.js';

const person = (accountId: string, role: Role, unitId: string | null): Actor => ({
  accountId,
  name: accountId,
  role,
  unitId,
  unitName: unitId,
});
const actors = {
  office: person('office', 'government_office', null),
  officeOfLeadUnit: person('office-lead', 'government_office', 'lead'),
  supervision: person('supervision', 'supervision_office', null),
  lead: person('lead', 'handler', 'lead'),
  leadHead: person('lead-head', 'head', 'lead'),
  support: person('support', 'handler', 'support'),
  other: person('other', 'handler', 'other'),
  nobody: person('nobody', 'handler', null),
} as const;
type Who = keyof typeof actors;
const everybody = Object.keys(actors) as Who[];

const task = (state: TaskState, part: SupportState = 'assigned', submittedBy = 'lead'): TaskFacts => ({
  state,
  leadUnitId: 'lead',
  submittedBy,
  supports: [{ unitId: 'support', state: part }],
});
const parts: readonly SupportState[] = ['assigned', 'signed', 'in_progress', 'completed'];

/** What the operations accept, put together from their own checks. */
function accepted(actor: Actor, facts: TaskFacts): Set<TaskAction> {
  const answers = new Set<TaskAction>();
  if (!sees(actor, facts)) return answers;
  for (const action of Object.keys(transitionNames) as Transition[]) {
    const full = {
      suspendedFrom: 'signed' as const,
      actorId: actor.accountId,
      note: '理由',
      missingEvidence: [],
    };
    const possible = 'to' in transition(action, { ...facts, ...full });
    if (possible && mayTransition(actor, facts, action)) answers.add(action);
  }
  if (mayEdit(actor, facts)) answers.add('edit');
  if (mayUpload(actor, facts)) answers.add('upload');
  const part = facts.supports.find((one) => one.unitId === actor.unitId);
  for (const step of ['sign', 'report', 'complete'] as const) {
    const moves = part && runningStates.includes(facts.state) && supportTransition(step, part.state);
    if (moves) answers.add(`support_${step}`);
  }
  return answers;
}

describe('allowedActions', () => {
  test.each(everybody.flatMap((who) => taskStates.map((state) => [who, state] as const)))(
    'for %s of a task that is %s: what is offered is what is accepted',
    (who, state) => {
      for (const part of parts) {
        const facts = task(state, part);
        expect(new Set(allowedActions(actors[who], facts))).toEqual(accepted(actors[who], facts));
      }
    },
  );

  test('a running task: each actor by name', () => {
    const offered = (who: Who) => [...allowedActions(actors[who], task('in_progress'))].sort();
    expect(offered('office')).toEqual(['cancel', 'edit', 'suspend']);
    expect(offered('lead')).toEqual(['report', 'submit', 'upload']);
    expect(offered('leadHead')).toEqual(['report', 'submit', 'upload']);
    expect(offered('support')).toEqual(['support_sign', 'upload']);
    expect(offered('supervision')).toEqual([]);
    expect(offered('other')).toEqual([]);
    expect(offered('nobody')).toEqual([]);
  });

  test('R-64 an office that leads a task itself is not offered to review what it submitted', () => {
    const facts = task('in_review', 'assigned', 'office-lead');
    expect(allowedActions(actors.officeOfLeadUnit, facts)).toEqual([]);
    expect(allowedActions(actors.office, facts)).toEqual(['return', 'close']);
  });

  test('after 销号 and 撤销 nobody of a unit can do anything', () => {
    for (const state of ['closed', 'cancelled'] as const)
      for (const who of ['lead', 'leadHead', 'support', 'other'] as const)
        expect(allowedActions(actors[who], task(state))).toEqual([]);
  });
});

describe('sees (R-82)', () => {
  test.each(taskStates)('a task that is %s: offices always, units their own once assigned', (state) => {
    const seen = everybody.filter((who) => sees(actors[who], task(state)));
    const offices = ['office', 'officeOfLeadUnit', 'supervision'];
    expect(seen).toEqual(state === 'draft' ? offices : [...offices, 'lead', 'leadHead', 'support']);
  });
});

describe('who is who', () => {
  test('people without a unit handle and support nothing', () => {
    const facts: TaskFacts = { ...task('signed'), supports: [] };
    expect(handles(actors.nobody, facts)).toBe(false);
    expect(supports(actors.nobody, facts)).toBe(false);
  });

  test('R-62 nobody uploads before assignment, in review, or afterwards', () => {
    const uploading = (state: TaskState) => everybody.filter((who) => mayUpload(actors[who], task(state)));
    for (const state of ['draft', 'in_review', 'closed', 'suspended', 'cancelled'] as const)
      expect(uploading(state)).toEqual([]);
    expect(uploading('signed')).toEqual(['officeOfLeadUnit', 'lead', 'leadHead', 'support']);
  });

  test('only the government office edits, and not what is in review or ended', () => {
    const editors = everybody.filter((who) => mayEdit(actors[who], task('signed')));
    expect(editors).toEqual(['office', 'officeOfLeadUnit']);
    const editable = taskStates.filter((state) => mayEdit(actors.office, task(state)));
    expect(editable).toEqual(['draft', 'assigned', 'signed', 'in_progress']);
  });
});
