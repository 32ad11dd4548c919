import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runningStates, type TaskState, taskStates } from '#kernel';
import {
  supportTransition,
  supportTransitionsFrom,
  taskStateNames,
  transition,
  type Transition,
  type TransitionFacts,
  transitionNames,
  transitionsFrom,
} from './task-state.js';

/** The graph of the plan's rules, written down a second time: 草稿 → 已交办 → 已签收 → 办理中 → 待审核 → 已销号. */
const graph: Readonly<Record<TaskState, Readonly<Partial<Record<Transition, TaskState>>>>> = {
  draft: { assign: 'assigned', cancel: 'cancelled' },
  assigned: { sign: 'signed', suspend: 'suspended', cancel: 'cancelled' },
  signed: { report: 'in_progress', submit: 'in_review', suspend: 'suspended', cancel: 'cancelled' },
  in_progress: { report: 'in_progress', submit: 'in_review', suspend: 'suspended', cancel: 'cancelled' },
  in_review: { return: 'in_progress', close: 'closed' },
  closed: { reopen: 'in_progress' },
  suspended: { resume: 'signed', cancel: 'cancelled' },
  cancelled: {},
};
const transitions = Object.keys(transitionNames) as Transition[];
const facts = (state: TaskState, more: Partial<TransitionFacts> = {}): TransitionFacts => ({
  state,
  suspendedFrom: state === 'suspended' ? 'signed' : null,
  submittedBy: 'handler',
  actorId: 'office',
  note: '理由',
  missingEvidence: [],
  ...more,
});
const cells = taskStates.flatMap((state) => transitions.map((action) => [state, action] as const));

describe('transition', () => {
  test.each(cells)(
    '%s × %s leads where the graph says, or is refused as wrong_state (R-63)',
    (state, action) => {
      const to = graph[state][action];
      expect(transition(action, facts(state))).toEqual(to ? { to } : { refusal: 'wrong_state' });
    },
  );

  test.each(taskStates)('from %s the table offers exactly the graph’s transitions', (state) => {
    expect(new Set(transitionsFrom(state))).toEqual(new Set(Object.keys(graph[state])));
  });

  test.each(['assigned', 'signed', 'in_progress'] as const)(
    'a task suspended from %s resumes there',
    (before) => {
      expect(transition('resume', facts('suspended', { suspendedFrom: before }))).toEqual({ to: before });
    },
  );

  test.each([
    ['report', 'signed'],
    ['return', 'in_review'],
    ['suspend', 'assigned'],
    ['cancel', 'draft'],
    ['reopen', 'closed'],
  ] as const)('%s without a word is refused', (action, state) => {
    for (const note of [undefined, '', ' \n\t　']) {
      expect(transition(action, facts(state, { note }))).toEqual({ refusal: 'note_required' });
    }
  });

  test.each(['assign', 'sign', 'submit', 'close', 'resume'] as const)('%s needs no note', (action) => {
    const state = taskStates.find((one) => graph[one][action]);
    expect(transition(action, facts(state ?? 'draft', { note: undefined }))).toHaveProperty('to');
  });

  test.each(['close', 'return'] as const)('R-64 who submitted may not %s', (action) => {
    const own = facts('in_review', { submittedBy: 'handler', actorId: 'handler' });
    expect(transition(action, own)).toEqual({ refusal: 'same_person' });
  });

  test('R-64 the former submitter may take part in everything else', () => {
    const own = { submittedBy: 'handler', actorId: 'handler' };
    expect(transition('reopen', facts('closed', own))).toEqual({ to: 'in_progress' });
    expect(transition('submit', facts('in_progress', own))).toEqual({ to: 'in_review' });
  });

  test('R-61 only submission asks for the evidence', () => {
    const missing = { missingEvidence: ['photo'] };
    expect(transition('submit', facts('in_progress', missing))).toEqual({ refusal: 'evidence_missing' });
    expect(transition('report', facts('in_progress', missing))).toEqual({ to: 'in_progress' });
  });

  test('a wrong state is named before what else is wrong', () => {
    const all = { note: undefined, missingEvidence: ['photo'], submittedBy: 'office' };
    expect(transition('submit', facts('closed', all))).toEqual({ refusal: 'wrong_state' });
  });

  test('T15 any sequence of requests keeps to the graph, and nothing leaves 已撤销', () => {
    const request = fc.record({
      action: fc.constantFrom(...transitions),
      actorId: fc.constantFrom('handler', 'office', 'head'),
      note: fc.constantFrom(undefined, ' ', '理由'),
      missingEvidence: fc.constantFrom<readonly string[]>([], ['photo']),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 50 }), (requests) => {
        let state: TaskState = 'draft';
        let suspendedFrom: TaskState | null = null;
        let submittedBy: string | null = null;
        for (const one of requests) {
          const before: TaskState = state;
          const answer = transition(one.action, { ...one, state: before, suspendedFrom, submittedBy });
          if ('refusal' in answer) continue;
          const allowed = one.action === 'resume' ? suspendedFrom : graph[before][one.action];
          expect(answer.to).toBe(allowed);
          if (answer.to === 'closed') expect(one.actorId).not.toBe(submittedBy);
          if (answer.to === 'in_review') expect(one.missingEvidence).toEqual([]);
          suspendedFrom = answer.to === 'suspended' ? before : suspendedFrom;
          submittedBy = answer.to === 'in_review' ? one.actorId : submittedBy;
          state = answer.to;
          expect(before).not.toBe('cancelled');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every state can be reached from a draft', () => {
    const reached = new Set<TaskState>(['draft']);
    for (const state of reached) for (const to of Object.values(graph[state])) reached.add(to);
    expect(reached).toEqual(new Set(taskStates));
  });
});

describe('words', () => {
  test('states and transitions have Chinese names of their own', () => {
    for (const names of [Object.values(taskStateNames), Object.values(transitionNames)]) {
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  test('the clock runs in the three states in which the unit has the task', () => {
    expect(runningStates).toEqual(['assigned', 'signed', 'in_progress']);
  });
});

describe('supportTransition', () => {
  const states = ['assigned', 'signed', 'in_progress', 'completed'] as const;
  const steps = ['sign', 'report', 'complete'] as const;

  test('signs once, reports as often as needed, completes once', () => {
    const answers = states.map((state) => steps.map((step) => supportTransition(step, state)));
    expect(answers).toEqual([
      ['signed', undefined, undefined],
      [undefined, 'in_progress', 'completed'],
      [undefined, 'in_progress', 'completed'],
      [undefined, undefined, undefined],
    ]);
  });

  test.each(states)('what is offered from %s is what is accepted', (state) => {
    expect(supportTransitionsFrom(state)).toEqual(steps.filter((step) => supportTransition(step, state)));
  });
});
