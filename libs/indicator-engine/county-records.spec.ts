import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import {
  county,
  day,
  evaluate,
  indicatorOf,
  judgement,
  passing,
  standard,
  withFigures,
} from '../../test/support/passing-county.js';
import { sampleSchools } from '../../test/support/sample-county.js';
import { evaluateCounty } from './evaluate-county.js';
import type { IndicatorResult } from './results.js';
import type { EvaluationInput, Judgement, VetoEvent } from './types.js';

describe('judgements on evidence', () => {
  const judged = (judgements: readonly Judgement[]): IndicatorResult =>
    indicatorOf('C27', { county: { ...county, judgements } });
  const point = (id: string, changes: Partial<Judgement> = {}): Judgement =>
    judgement('C27', { point: id, ...changes });
  const points = ['C27-1', 'C27-2', 'C27-3', 'C27-4'];

  test('all points met make the indicator met, one less leaves it open', () => {
    expect(judged(points.map((id) => point(id))).verdict).toBe('met');
    expect(judged(points.slice(1).map((id) => point(id)))).toMatchObject({
      verdict: 'no_data',
      reason: '信息化教学与设备利用：还有1条评估要点未判定',
    });
  });

  test('one point not met outweighs a judgement of the whole', () => {
    expect(judged([judgement('C27'), point('C27-3', { outcome: 'unmet' })]).verdict).toBe('unmet');
  });

  test('the newest judgement of a point counts', () => {
    const earlier = point('C27-3', { outcome: 'unmet', judgedOn: civilDate('2026-01-01') });
    expect(judged([...points.map((id) => point(id)), earlier]).verdict).toBe('met');
  });

  test('R-71 what was judged or confirmed after the date does not count', () => {
    const late = civilDate('2026-09-02');
    expect(judged([judgement('C27', { judgedOn: late, confirmedOn: late })]).verdict).toBe('no_data');
    expect(judged([judgement('C27', { confirmedOn: late })]).verdict).toBe('no_data');
  });
});

describe('vetoes', () => {
  const event = (changes: Partial<VetoEvent>): VetoEvent => ({
    veto: 'fraud',
    occurredOn: day,
    school: null,
    source: '督查',
    description: '数据不实',
    state: 'open',
    clearedOn: null,
    ...changes,
  });
  const verdictWith = (changes: Partial<VetoEvent>): string =>
    evaluate({ county: { ...county, vetoes: [event(changes)] } }).verdict;

  test('an open event fails the county, a suspected one is to be verified, a cleared one is past', () => {
    expect(verdictWith({})).toBe('unmet');
    expect(verdictWith({ state: 'suspected' })).toBe('to_verify');
    expect(verdictWith({ state: 'cleared', clearedOn: day })).toBe('met');
  });

  test('R-71 an event counts from its day, its clearing from its own', () => {
    expect(verdictWith({ occurredOn: civilDate('2026-09-02') })).toBe('met');
    expect(verdictWith({ state: 'cleared', clearedOn: civilDate('2026-09-02') })).toBe('unmet');
  });
});

describe('fingerprint', () => {
  const input: EvaluationInput = { ...passing, schools: sampleSchools(5, 3) };
  const print = (changes: Partial<EvaluationInput> = {}): string =>
    evaluateCounty({ ...input, ...changes }, standard).fingerprint;

  test('is the same for the same input in any order of schools, another for another input', () => {
    expect(print()).toMatch(/^[0-9a-f]{64}$/);
    expect(print({ schools: input.schools.toReversed() })).toBe(print());
    expect(print({ schools: input.schools.slice(1) })).not.toBe(print());
    expect(print(withFigures({ graduates: '951' }))).not.toBe(print());
  });

  test('evaluation changes nothing it was given', () => {
    const before = structuredClone(input);
    print();
    expect(input).toEqual(before);
  });
});
