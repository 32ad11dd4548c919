import type { ProblemCode } from '#kernel';

export const ledgerStates = [
  'open',
  'applied',
  'rechecked',
  'unit_closed',
  'contradicted',
  'closed',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Only 已销号 reads as solved: what the unit closed and no data has confirmed does not. */
export const ledgerStateNames: Readonly<Record<LedgerState, string>> = {
  open: '在账',
  applied: '待复核',
  rechecked: '待确认',
  unit_closed: '单位已销号，待数据确认',
  contradicted: '数据不符',
  closed: '已销号',
};

/** What people do: the unit applies, another office re-checks, a leader confirms. */
export const ledgerActions = ['report', 'plan', 'apply', 'return', 'recheck', 'confirm', 'reopen'] as const;
export type LedgerAction = (typeof ledgerActions)[number];

export const ledgerActionNames: Readonly<Record<LedgerAction, string>> = {
  report: '报告进展',
  plan: '确定措施',
  apply: '申请销号',
  return: '退回',
  recheck: '复核通过',
  confirm: '确认销号',
  reopen: '重新打开',
};

export type ClosingGround = 'solved' | 'gone';
export type DataOutcome = 'over' | 'within' | 'gone';

export interface LedgerFacts {
  readonly state: LedgerState;
  /** null: opened by data. */
  readonly openedBy: string | null;
  readonly appliedBy: string | null;
  readonly recheckedBy: string | null;
  readonly actorId: string;
  readonly note: string | undefined;
  readonly missingEvidence: readonly string[];
  /** Why the unit asks: it was solved, or the subject is no longer there (merged, graduated). */
  readonly ground: ClosingGround | null;
  /** Whether data judge the entry at all; a petition's does not. */
  readonly byData: boolean;
  /** What the newest data say, null before the first. */
  readonly outcome: DataOutcome | null;
}

export type LedgerAnswer =
  | { readonly to: LedgerState }
  | {
      readonly refusal: Extract<
        ProblemCode,
        'wrong_state' | 'note_required' | 'same_person' | 'evidence_missing' | 'rule_refused'
      >;
    };

const table: Readonly<Record<LedgerState, Partial<Record<LedgerAction, LedgerState>>>> = {
  open: { report: 'open', plan: 'open', apply: 'applied' },
  applied: { return: 'open', recheck: 'rechecked' },
  rechecked: { return: 'open', confirm: 'closed' },
  unit_closed: { reopen: 'open' },
  contradicted: { report: 'contradicted', plan: 'contradicted', apply: 'applied', reopen: 'open' },
  closed: { reopen: 'open' },
};

const noteRequired: ReadonlySet<LedgerAction> = new Set(['report', 'apply', 'return', 'reopen']);

/**
 * Whether a step may happen, and where it leads; who may ask is the policy's business.
 *
 * Opener, applicant, re-checker and the one who confirms are four people at most and no two in a row the same. An entry that
 * data judge is closed for good only when the newest data agree; until then it is 单位已销号，待数据确认.
 * @returns the next state, or the code of the refusal
 */
export function ledgerStep(action: LedgerAction, facts: LedgerFacts): LedgerAnswer {
  const to = table[facts.state][action];
  if (!to) return { refusal: 'wrong_state' };
  if (noteRequired.has(action) && !facts.note?.trim()) return { refusal: 'note_required' };
  if (sameAsBefore(action, facts)) return { refusal: 'same_person' };
  if (action === 'apply' && facts.missingEvidence.length > 0) return { refusal: 'evidence_missing' };
  if (action === 'apply' && facts.ground === 'gone' && facts.byData && facts.outcome !== 'gone') {
    return { refusal: 'rule_refused' };
  }
  return { to: action === 'confirm' ? closingState(facts) : to };
}

function sameAsBefore(
  action: LedgerAction,
  { actorId, openedBy, appliedBy, recheckedBy }: LedgerFacts,
): boolean {
  if (action === 'apply') return actorId === openedBy;
  if (action === 'recheck' || action === 'return') return actorId === appliedBy;
  return action === 'confirm' && (actorId === appliedBy || actorId === recheckedBy);
}

function closingState({ byData, outcome, ground }: LedgerFacts): LedgerState {
  if (!byData || outcome === 'within') return 'closed';
  return outcome === 'gone' && ground === 'gone' ? 'closed' : 'unit_closed';
}

export function ledgerActionsFrom(state: LedgerState): readonly LedgerAction[] {
  return Object.keys(table[state]) as LedgerAction[];
}
