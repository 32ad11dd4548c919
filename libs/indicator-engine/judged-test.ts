import { type CivilDate, formatDateShort } from '#kernel';
import { withoutValue } from './ratio-test.js';
import { step } from './trace.js';
import type { TestResult, TraceStep } from './results.js';
import { type IndicatorDefinition, type IndicatorTest, type Judgement, verdictNames } from './types.js';

/**
 * Judges a test on recorded judgements: by the responsible unit, confirmed by the office, both up to the date.
 *
 * One evaluation point that is not met decides; all points met, or the test judged as a whole, make it met.
 * @example evaluateJudged(indicator, test, judgements, civilDate('2026-09-01')).verdict // 'no_data'
 */
export function evaluateJudged(
  indicator: IndicatorDefinition,
  test: IndicatorTest,
  judgements: readonly Judgement[],
  asOf: CivilDate,
): TestResult {
  const own = newestOfEach(
    judgements.filter(
      (each) =>
        each.indicator === indicator.id &&
        (each.test === test.id || (each.test === null && soleJudged(indicator))) &&
        each.judgedOn <= asOf,
    ),
  );
  const trace = own.map((each) => judgementStep(each, indicator, asOf));
  const confirmed = own.filter((each) => each.confirmedOn !== null && each.confirmedOn <= asOf);
  const failed = confirmed.find((each) => each.outcome === 'unmet');
  if (failed) return judged(test, 'unmet', `${failed.point ?? test.name}未达到`, trace);
  const pointsMet = new Set(confirmed.flatMap((each) => each.point ?? []));
  const whole = confirmed.some((each) => each.point === null);
  const open = indicator.points.filter((point) => !pointsMet.has(point.id));
  const allPoints = indicator.points.length > 0 && open.length === 0;
  if (whole || allPoints) return judged(test, 'met', null, trace);
  return withoutValue(test, 'no_data', openReason(own, open.length), trace);
}

function soleJudged(indicator: IndicatorDefinition): boolean {
  return indicator.tests.filter((each) => each.method === 'judged').length === 1;
}

function newestOfEach(judgements: readonly Judgement[]): Judgement[] {
  const newest = new Map<string, Judgement>();
  for (const each of judgements) {
    const key = each.point ?? '';
    const other = newest.get(key);
    if (!other || each.judgedOn >= other.judgedOn) newest.set(key, each);
  }
  return [...newest.values()];
}

function judgementStep(each: Judgement, indicator: IndicatorDefinition, asOf: CivilDate): TraceStep {
  const point = indicator.points.find((one) => one.id === each.point);
  const confirmed = each.confirmedOn !== null && each.confirmedOn <= asOf;
  const state = confirmed ? '办公室已确认' : '办公室尚未确认';
  const text = `${point ? `${point.id} ${point.text}：` : ''}${each.unit}${formatDateShort(each.judgedOn)}判定${verdictNames[each.outcome]}，${state}`;
  return { kind: 'input', text, cell: each.evidence, basis: point?.basis ?? null };
}

function openReason(own: readonly Judgement[], open: number): string {
  if (own.length === 0) return '责任单位尚未判定';
  const waiting = own.filter((each) => each.confirmedOn === null).length;
  return waiting > 0 ? `${waiting}条判定等待办公室确认` : `还有${open}条评估要点未判定`;
}

function judged(
  test: IndicatorTest,
  verdict: 'met' | 'unmet',
  reason: string | null,
  trace: readonly TraceStep[],
): TestResult {
  const text = verdictNames[verdict];
  return {
    ...withoutValue(test, 'no_data', '', []),
    verdict,
    text,
    reason,
    trace: [...trace, step('verdict', reason === null ? text : `${text}：${reason}`)],
  };
}
