import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '#kernel';
import { nationalStandard } from '../../test/support/sample-county.js';
import type { Standard, VetoEvent } from './types.js';
import { evaluateVetoes } from './vetoes.js';

const standard = nationalStandard();
const ids = standard.vetoes.map(({ id }) => id);
const start = civilDate('2026-01-01');

const events: fc.Arbitrary<VetoEvent> = fc
  .record({
    veto: fc.constantFrom(...ids),
    occurred: fc.nat(400),
    cleared: fc.option(fc.nat(400)),
    state: fc.constantFrom('open' as const, 'suspected' as const, 'cleared' as const),
  })
  .map(({ veto, occurred, cleared, state }) => ({
    veto,
    occurredOn: addDays(start, occurred),
    school: null,
    source: '督查',
    description: '',
    state,
    clearedOn: cleared === null ? null : addDays(start, cleared),
  }));

describe('the register of events against the vetoes', () => {
  test('has six lines, all kept when nothing happened', () => {
    const results = evaluateVetoes([], standard);
    expect(results.map(({ name }) => name)).toEqual([
      '以考试方式招生',
      '违规择校',
      '设重点学校或重点班',
      '有编不补或长期聘用编外教师',
      '教育系统重大安全责任事故或严重违纪违规',
      '弄虚作假',
    ]);
    expect(results.every(({ verdict }) => verdict === 'met')).toBe(true);
  });

  test('on any date follows the words: open fails, suspected is to be verified, cleared or later is past', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 8 }), fc.nat(450), (register, days) => {
        const asOf = addDays(start, days);
        const on: Standard = { ...standard, asOf };
        for (const { veto, verdict, events: own } of evaluateVetoes(register, on)) {
          const known = register.filter((each) => each.veto === veto && each.occurredOn <= asOf);
          expect(own).toEqual(known);
          const open = known.some(
            ({ state, clearedOn }) =>
              state === 'open' || (state === 'cleared' && clearedOn !== null && clearedOn > asOf),
          );
          const suspected = known.some(({ state }) => state === 'suspected');
          expect(verdict).toBe(open ? 'unmet' : suspected ? 'to_verify' : 'met');
        }
      }),
    );
  });
});
