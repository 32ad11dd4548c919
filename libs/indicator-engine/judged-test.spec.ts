import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '#kernel';
import { nationalStandard } from '../../test/support/sample-county.js';
import { evaluateJudged } from './judged-test.js';
import type { TestResult } from './results.js';
import { indicatorOf } from './thresholds.js';
import type { IndicatorDefinition, Judgement } from './types.js';

const standard = nationalStandard();
const start = civilDate('2026-01-01');
const points = ['C27-1', 'C27-2', 'C27-3', 'C27-4'];

function definition(id: string): IndicatorDefinition {
  const found = indicatorOf(standard, id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function evaluate(judgements: readonly Judgement[], days = 300, id = 'C27', testId = 'evidence'): TestResult {
  const indicator = definition(id);
  const own = indicator.tests.find((each) => each.id === testId);
  if (!own) throw new Error(`no ${testId}`);
  return evaluateJudged(indicator, own, judgements, addDays(start, days));
}

const judgement = (changes: Partial<Judgement> = {}): Judgement => ({
  indicator: 'C27',
  test: null,
  point: null,
  outcome: 'met',
  judgedOn: start,
  unit: '教育局',
  confirmedOn: start,
  evidence: '佐证12',
  ...changes,
});

/** Judgements of different days, so that the newest of a point is never in doubt. */
const registers = fc
  .array(
    fc.record({
      point: fc.constantFrom(null, ...points),
      outcome: fc.constantFrom('met' as const, 'met' as const, 'unmet' as const),
      confirmedAfter: fc.option(fc.nat(60), { freq: 5 }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ confirmedAfter, ...rest }, index) => {
      const judgedOn = addDays(start, index * 10);
      const confirmedOn = confirmedAfter === null ? null : addDays(judgedOn, confirmedAfter);
      return judgement({ ...rest, judgedOn, confirmedOn });
    }),
  );

/** In the rule's own words: look up the last word on every point, then decide. */
function oracle(register: readonly Judgement[], days: number): 'met' | 'unmet' | 'no_data' {
  const asOf = addDays(start, days);
  const lastWord = (point: string | null): 'met' | 'unmet' | null => {
    const last = register.filter((each) => each.point === point && each.judgedOn <= asOf).at(-1);
    return last && last.confirmedOn !== null && last.confirmedOn <= asOf ? last.outcome : null;
  };
  const words = [null, ...points].map(lastWord);
  if (words.includes('unmet')) return 'unmet';
  const [whole, ...each] = words;
  return whole === 'met' || each.every((word) => word === 'met') ? 'met' : 'no_data';
}

describe('a test judged on evidence', () => {
  test('follows the last confirmed word on the whole and on each point, on any date', () => {
    fc.assert(
      fc.property(registers, fc.nat(200), (register, days) => {
        expect(evaluate(register, days).verdict).toBe(oracle(register, days));
      }),
      { numRuns: 400 },
    );
  });

  test('R-71 later entries change no earlier date', () => {
    fc.assert(
      fc.property(registers, fc.nat(120), (register, days) => {
        const asOf = addDays(start, days);
        const known = register.filter((each) => each.judgedOn <= asOf);
        expect(evaluate(register, days)).toEqual(evaluate(known, days));
      }),
    );
  });

  test('does not depend on the order of the register', () => {
    fc.assert(
      fc.property(registers, (register) => {
        expect(evaluate(register.toReversed()).verdict).toBe(evaluate(register).verdict);
      }),
    );
  });

  test('says who judged when, whether the office confirmed, and where the evidence is', () => {
    const result = evaluate([judgement({ point: 'C27-4' }), judgement({ confirmedOn: null })]);
    expect(result.trace.map(({ text, cell }) => [text, cell])).toEqual([
      ['C27-4 信息化设备运转正常，利用率高：教育局2026年1月1日判定达标，办公室已确认', '佐证12'],
      ['教育局2026年1月1日判定达标，办公室尚未确认', '佐证12'],
      ['无数据：1条判定等待办公室确认', null],
    ]);
  });

  test('without a word is 无数据, waiting for the unit', () => {
    expect(evaluate([])).toMatchObject({ verdict: 'no_data', reason: '责任单位尚未判定' });
  });

  test('names the point that failed', () => {
    expect(evaluate([judgement({ point: 'C27-2', outcome: 'unmet' })])).toMatchObject({
      verdict: 'unmet',
      reason: 'C27-2未达到',
    });
  });
});

describe('which test a judgement is for', () => {
  test('one of several judged tests must be named', () => {
    const unnamed = judgement({ indicator: 'C9' });
    expect(evaluate([unnamed], 300, 'C9', 'building').verdict).toBe('no_data');
    const named = judgement({ indicator: 'C9', test: 'building' });
    expect(evaluate([named], 300, 'C9', 'building').verdict).toBe('met');
    expect(evaluate([named], 300, 'C9', 'staffing').verdict).toBe('no_data');
  });

  test('the only judged one of a two-part indicator need not be', () => {
    expect(evaluate([judgement({ indicator: 'C22' })], 300, 'C22', 'care').verdict).toBe('met');
  });

  test('another indicator’s judgement does not count', () => {
    expect(evaluate([judgement({ indicator: 'C28' })]).verdict).toBe('no_data');
  });
});
