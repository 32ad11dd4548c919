import type { Work } from '../../database/unit-of-work.js';
import { conditionText } from './gate-condition.js';
import type { GateConditions } from './gate-conditions.js';
import type { GateAnswers, GateAnswersList } from './phases.dto.js';
import { spanOf } from './phases.js';
import { type AnsweredCondition, type PhaseRecord, readPhaseRecords } from './phases.queries.js';

/** How every condition of every gate stands now, with its figures. */
export async function evaluateGates(work: Work, conditions: GateConditions): Promise<GateAnswersList> {
  const records = await readPhaseRecords(work);
  const answered = await answersOf(work, conditions, records);
  return {
    items: records.map(({ id }, index) => {
      const answers = answered[index] ?? [];
      return {
        phaseId: id,
        met: count(answers, 'met'),
        unmet: count(answers, 'unmet'),
        noData: count(answers, 'no_data'),
        answers: [...answers],
      } satisfies GateAnswers;
    }),
  };
}

/** For each phase, the answers to its conditions; all gates are asked at once. */
export async function answersOf(
  work: Work,
  conditions: GateConditions,
  phases: readonly PhaseRecord[],
): Promise<AnsweredCondition[][]> {
  const questions = phases.flatMap((phase) =>
    phase.conditions.map((condition) => ({ phase: spanOf(phase), condition })),
  );
  const answers = await conditions.evaluate(work, questions);
  const texts = questions.map(({ condition }, index) => ({
    condition: conditionText(condition),
    ...(answers[index] ?? { outcome: 'no_data' as const, text: '', link: null }),
  }));
  let from = 0;
  return phases.map((phase) => texts.slice(from, (from += phase.conditions.length)));
}

function count(answers: readonly AnsweredCondition[], outcome: AnsweredCondition['outcome']): number {
  return answers.filter((answer) => answer.outcome === outcome).length;
}
