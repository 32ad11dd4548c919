import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CivilDate, civilDate } from '#kernel';
import { judgeByData, type JudgedEntry } from './judge-by-data.js';
import { type DataOutcome, ledgerStates } from './ledger-state.js';

const september = civilDate('2026-09-01');
const october = civilDate('2026-10-20');
const nextYear = civilDate('2027-09-01');

const unitClosed = (achievedOn: CivilDate): JudgedEntry => ({
  state: 'unit_closed',
  achievedOn,
  dataAsOf: september,
  outcome: 'over',
});
const closed: JudgedEntry = { state: 'closed', achievedOn: october, dataAsOf: nextYear, outcome: 'within' };

describe('what the newest data make of an entry', () => {
  it('confirms what the unit closed', () => {
    expect(judgeByData(unitClosed(october), 'within', nextYear)).toEqual({
      state: 'closed',
      event: 'confirmed',
    });
  });

  it('reopens what grew back later, as 反弹', () => {
    expect(judgeByData(unitClosed(october), 'over', nextYear)).toEqual({ state: 'open', event: 'relapsed' });
    expect(judgeByData(closed, 'over', civilDate('2028-09-01'))).toEqual({
      state: 'open',
      event: 'relapsed',
    });
  });

  it('marks 数据不符 when data of the same day say otherwise', () => {
    expect(judgeByData(unitClosed(september), 'over', september).event).toBe('contradicted');
    expect(judgeByData(closed, 'over', nextYear)).toEqual({ state: 'contradicted', event: 'contradicted' });
  });

  it('lets older data say nothing about what was done since', () => {
    expect(judgeByData(unitClosed(october), 'over', september)).toEqual({
      state: 'unit_closed',
      event: 'measured',
    });
  });

  it('closes nothing by itself: an open entry within the line stays open', () => {
    const open: JudgedEntry = { state: 'open', achievedOn: null, dataAsOf: september, outcome: 'over' };
    expect(judgeByData(open, 'within', nextYear)).toEqual({ state: 'open', event: 'measured' });
  });

  it('solves nothing when the class is no longer there', () => {
    expect(judgeByData(unitClosed(october), 'gone', nextYear)).toEqual({
      state: 'unit_closed',
      event: 'vanished',
    });
  });

  it('sends an application back that the data contradict', () => {
    const applied: JudgedEntry = {
      state: 'applied',
      achievedOn: september,
      dataAsOf: september,
      outcome: 'over',
    };
    expect(judgeByData(applied, 'over', nextYear)).toEqual({ state: 'open', event: 'sent_back' });
  });

  it('never leaves a subject above the line in a state that reads as solved, and moves nothing a second time', () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => civilDate(`2026-${n < 20 ? '09' : '10'}-${String((n % 20) + 1).padStart(2, '0')}`));
    const outcome = fc.constantFrom<DataOutcome>('over', 'within', 'gone');
    fc.assert(
      fc.property(
        fc.constantFrom(...ledgerStates),
        fc.option(day),
        day,
        fc.integer({ min: 0, max: 3 }),
        fc.option(outcome),
        outcome,
        (state, achievedOn, dataAsOf, later, before, now) => {
          const asOf = civilDate(`2026-11-${String(later + 1).padStart(2, '0')}`);
          const entry: JudgedEntry = { state, achievedOn, dataAsOf, outcome: before };
          for (const on of [dataAsOf, asOf]) {
            const judged = judgeByData(entry, now, on);
            if (now === 'over') expect(judged.state).not.toBe('closed');
            const again = judgeByData({ ...entry, state: judged.state, dataAsOf: on, outcome: now }, now, on);
            expect(again).toEqual({ state: judged.state, event: 'measured' });
          }
        },
      ),
    );
  });
});
