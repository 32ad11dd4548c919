import { basisText, type IndicatorDefinition, type IndicatorTest } from '#indicator-engine';
import type { Work } from '../../../database/unit-of-work.js';
import type { Evaluation } from '../evaluations.js';
import { responsibleUnitsOf } from '../responsibilities/responsible-units-of.js';
import type { EnteredJudgement } from './entered.queries.js';
import type { JudgedPoint, JudgedTest, JudgementBoard, JudgementRow } from './judgements.dto.js';
import { mayEnter } from './may-enter-figures.js';

/** Every test that is judged on evidence, with its points and all their judgements. */
export async function judgementBoard(work: Work, evaluation: Evaluation): Promise<JudgementBoard> {
  const { asOf, standard, result, entered } = evaluation;
  const responsible = await responsibleUnitsOf(work, standard.indicators);
  const may = mayEnter(work.actor, responsible);
  const states = new Map(
    result.indicators.flatMap(({ indicator, tests }) =>
      tests.map((test) => [`${indicator}/${test.id}`, test] as const),
    ),
  );
  const row = (indicator: IndicatorDefinition, test: IndicatorTest): JudgedTest => {
    const lead = responsible.get(indicator.id);
    const state = states.get(`${indicator.id}/${test.id}`);
    return {
      indicator: indicator.id,
      name: indicator.name,
      test: test.id,
      testName: test.name,
      verdict: state?.verdict ?? 'no_data',
      reason: state?.reason ?? null,
      leadUnits: [...(lead?.leadUnits ?? [])],
      leadNames: [...(lead?.leadNames ?? [])],
      mayJudge: may.judgements(indicator.id),
      points: pointsOf(work, indicator, test, entered.judgements),
    };
  };
  return {
    asOf,
    tests: standard.indicators.flatMap((indicator) =>
      indicator.tests.filter(({ method }) => method === 'judged').map((test) => row(indicator, test)),
    ),
  };
}

function pointsOf(
  work: Work,
  { id, points }: IndicatorDefinition,
  test: IndicatorTest,
  judgements: readonly EnteredJudgement[],
): JudgedPoint[] {
  const own = judgements.filter((each) => each.indicator === id && each.test === test.id).toReversed();
  const rowsOf = (point: string | null): JudgementRow[] =>
    own.filter((each) => each.point === point).map((each) => judgementRow(work, each));
  const whole: JudgedPoint = { point: null, text: test.name, basisText: null, judgements: rowsOf(null) };
  const parts = points.map((point) => ({
    point: point.id,
    text: point.text,
    basisText: basisText(point.basis),
    judgements: rowsOf(point.id),
  }));
  return parts.length === 0 || whole.judgements.length > 0 ? [whole, ...parts] : parts;
}

function judgementRow({ actor }: Work, each: EnteredJudgement): JudgementRow {
  const { id, outcome, judgedOn, ground, evidence, unitName, recordedBy, judgedById } = each;
  const { decision, reason, reviewedOn, reviewedBy } = each;
  const mayReview = decision === null && actor.role === 'government_office' && judgedById !== actor.accountId;
  return {
    id,
    outcome,
    judgedOn,
    ground,
    evidence,
    unitName,
    recordedBy,
    decision,
    reason,
    reviewedOn,
    reviewedBy,
    mayReview,
  };
}
