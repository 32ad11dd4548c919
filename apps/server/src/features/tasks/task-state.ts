import { type ProblemCode, type TaskState, taskStates } from '#kernel';

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  draft: '草稿',
  assigned: '已交办',
  signed: '已签收',
  in_progress: '办理中',
  in_review: '待审核',
  closed: '已销号',
  suspended: '已中止',
  cancelled: '已撤销',
};

/** Neither closed nor cancelled. */
export const openStates: readonly TaskState[] = taskStates.filter(
  (state) => state !== 'closed' && state !== 'cancelled',
);

export type Transition =
  'assign' | 'sign' | 'report' | 'submit' | 'return' | 'close' | 'suspend' | 'resume' | 'cancel' | 'reopen';

export const transitionNames: Readonly<Record<Transition, string>> = {
  assign: '交办',
  sign: '签收',
  report: '报告进展',
  submit: '提交审核',
  return: '退回',
  close: '销号',
  suspend: '中止',
  resume: '恢复办理',
  cancel: '撤销',
  reopen: '重新打开',
};

type Target = TaskState | 'where_it_was';

/** 草稿 → 已交办 → 已签收 → 办理中 → 待审核 → 已销号, with 退回, 中止, 撤销 and 重新打开. */
const table: Readonly<Record<TaskState, Partial<Record<Transition, Target>>>> = {
  draft: { assign: 'assigned', cancel: 'cancelled' },
  assigned: { sign: 'signed', suspend: 'suspended', cancel: 'cancelled' },
  signed: { report: 'in_progress', submit: 'in_review', suspend: 'suspended', cancel: 'cancelled' },
  in_progress: { report: 'in_progress', submit: 'in_review', suspend: 'suspended', cancel: 'cancelled' },
  in_review: { return: 'in_progress', close: 'closed' },
  closed: { reopen: 'in_progress' },
  suspended: { resume: 'where_it_was', cancel: 'cancelled' },
  cancelled: {},
};

/** What a transition's guards need to know. */
export interface TransitionFacts {
  readonly state: TaskState;
  /** Where a suspended task was before. */
  readonly suspendedFrom: TaskState | null;
  readonly submittedBy: string | null;
  readonly actorId: string;
  readonly note: string | undefined;
  readonly missingEvidence: readonly string[];
}

export type TransitionAnswer =
  | { readonly to: TaskState }
  | {
      readonly refusal: Extract<
        ProblemCode,
        'wrong_state' | 'note_required' | 'same_person' | 'evidence_missing'
      >;
    };

const noteRequired: ReadonlySet<Transition> = new Set(['report', 'return', 'suspend', 'cancel', 'reopen']);

/**
 * Whether a transition may happen, and where it leads. Who may ask for it is the policy's business.
 * @returns the next state, or the code of the refusal: `wrong_state`, `note_required`,
 *   `same_person` (submitter ≠ reviewer, R-64), `evidence_missing`
 */
export function transition(action: Transition, facts: TransitionFacts): TransitionAnswer {
  const target = table[facts.state][action];
  const to = target === 'where_it_was' ? facts.suspendedFrom : target;
  if (!to) return { refusal: 'wrong_state' };
  if (noteRequired.has(action) && !facts.note?.trim()) return { refusal: 'note_required' };
  if ((action === 'close' || action === 'return') && facts.submittedBy === facts.actorId)
    return { refusal: 'same_person' };
  if (action === 'submit' && facts.missingEvidence.length > 0) return { refusal: 'evidence_missing' };
  return { to };
}

/** Transitions the table allows from a state, whoever asks. */
export function transitionsFrom(state: TaskState): readonly Transition[] {
  return Object.keys(table[state]) as Transition[];
}

export type SupportState = 'assigned' | 'signed' | 'in_progress' | 'completed';
export type SupportTransition = 'sign' | 'report' | 'complete';

const supportTable: Readonly<Record<SupportState, Partial<Record<SupportTransition, SupportState>>>> = {
  assigned: { sign: 'signed' },
  signed: { report: 'in_progress', complete: 'completed' },
  in_progress: { report: 'in_progress', complete: 'completed' },
  completed: {},
};

/** The next state of a supporting unit's part, or undefined when the step is not possible. */
export function supportTransition(action: SupportTransition, state: SupportState): SupportState | undefined {
  return supportTable[state][action];
}

export function supportTransitionsFrom(state: SupportState): readonly SupportTransition[] {
  return Object.keys(supportTable[state]) as SupportTransition[];
}
