/** The clocks a ladder has days for: 办理 by the lead unit, 签收 by every unit of the task, 审核 by the reviewer. */
export const ladderClocks = ['due', 'receipt', 'verification'] as const;
export type LadderClock = (typeof ladderClocks)[number];

/** The clocks that climb: those of the lead unit and the reviewer, and the receipt of each supporting unit. */
export const escalationClocks = ['due', 'receipt', 'support_receipt', 'verification'] as const;
export type EscalationClock = (typeof escalationClocks)[number];

export const escalationClockNames: Readonly<Record<EscalationClock, string>> = {
  due: '办理期限',
  receipt: '签收期限',
  support_receipt: '配合签收期限',
  verification: '审核期限',
};

/** Whom a rung tells. On the verification clock the unit's people stand for the reviewers: the unit is not late then. */
export const rungAudiences = ['handler', 'head', 'unit_leader', 'supervision_office', 'lead_group'] as const;
export type RungAudience = (typeof rungAudiences)[number];

export const rungAudienceNames: Readonly<Record<RungAudience, string>> = {
  handler: '承办人',
  head: '负责人',
  unit_leader: '单位主要负责人',
  supervision_office: '督查室',
  lead_group: '领导小组领导',
};

/** What a rung puts out: a message only, or a numbered paper as well. */
export const rungIssues = [
  'message',
  'urging_paper',
  'supervision_paper',
  'circular',
  'interview_proposal',
] as const;
export type RungIssue = (typeof rungIssues)[number];

export const rungIssueNames: Readonly<Record<RungIssue, string>> = {
  message: '消息',
  urging_paper: '催办单',
  supervision_paper: '督办单',
  circular: '通报',
  interview_proposal: '约谈建议',
};

/** Colours are local (facts differ from county to county); the word is always printed beside them. */
export const rungColours = ['blue', 'yellow', 'orange', 'red', 'crimson', 'grey'] as const;
export type RungColour = (typeof rungColours)[number];

export const rungColourNames: Readonly<Record<RungColour, string>> = {
  blue: '蓝',
  yellow: '黄',
  orange: '橙',
  red: '红',
  crimson: '深红',
  grey: '灰',
};

export interface Rung {
  readonly name: string;
  readonly colour: RungColour;
  /** Working days late from which it is reached, by clock; 0: on the last day, negative: before it. */
  readonly late: Readonly<Partial<Record<LadderClock, number>>>;
  /** Nobody: the rung is left empty on purpose and skipped. */
  readonly audience: readonly RungAudience[];
  readonly issues: RungIssue;
  /** Working days to answer in. */
  readonly replyWorkingDays: number | null;
}

export const ladderPriorities = ['normal', 'important', 'urgent'] as const;
export type LadderPriority = (typeof ladderPriorities)[number];

/** 督办阶梯: rungs from mild to severe, and the rung a task of each priority starts on (1 is the first). */
export interface Ladder {
  readonly name: string;
  readonly rungs: readonly Rung[];
  readonly start: Readonly<Record<LadderPriority, number>>;
}

/** The days by which a clock climbs: whoever has to sign has the same. */
export function ladderClockOf(clock: EscalationClock): LadderClock {
  return clock === 'support_receipt' ? 'receipt' : clock;
}
