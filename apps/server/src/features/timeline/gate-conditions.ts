import { Injectable } from '@nestjs/common';
import type { Work } from '../../database/unit-of-work.js';
import type { GateConditionKind, NamedCondition } from './gate-condition.js';
import type { PhaseSpan } from './phase-state.js';

export const gateOutcomes = ['met', 'unmet', 'no_data'] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

export interface GateQuestion {
  readonly phase: PhaseSpan;
  readonly condition: NamedCondition;
}

export interface GateAnswer {
  readonly outcome: GateOutcome;
  /** The figures, or why there are none. */
  readonly text: string;
  /** Address of the page that lists what was counted. */
  readonly link: string | null;
}

/** Answers all questions of one kind at once, in their order, so that the number of statements stays fixed. */
export type GateEvaluation = (work: Work, questions: readonly GateQuestion[]) => Promise<GateAnswer[]>;

const absent: Readonly<Record<GateConditionKind, string>> = {
  tasks: '任务',
  indicator: '指标',
  projects: '建设项目进度',
  ledger: '台账',
};

/** The place where whoever keeps the figures says how a gate's conditions stand, so that phases need not know of them. */
@Injectable()
export class GateConditions {
  private readonly evaluations = new Map<GateConditionKind, GateEvaluation>();

  register(kind: GateConditionKind, evaluate: GateEvaluation): void {
    this.evaluations.set(kind, evaluate);
  }

  /** In the order of the questions. */
  async evaluate(work: Work, questions: readonly GateQuestion[]): Promise<GateAnswer[]> {
    const answers = new Map<GateQuestion, GateAnswer>();
    for (const kind of new Set(questions.map(({ condition }) => condition.kind))) {
      const own = questions.filter(({ condition }) => condition.kind === kind);
      const given = await this.evaluations.get(kind)?.(work, own);
      for (const [index, question] of own.entries())
        answers.set(question, given?.[index] ?? unanswered(kind));
    }
    return questions.map((question) => answers.get(question) ?? unanswered(question.condition.kind));
  }
}

function unanswered(kind: GateConditionKind): GateAnswer {
  return { outcome: 'no_data', text: `系统里还没有${absent[kind]}的记录`, link: null };
}
