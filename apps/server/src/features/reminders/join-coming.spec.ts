import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { type ComingLine, joinComing } from './join-coming.js';
import type { WhyRow } from './reminder-why.dto.js';

const row = (on: string, ruleName: string, rung: number, change: Partial<WhyRow> = {}): WhyRow => ({
  outcome: 'planned',
  on,
  sentAt: null,
  ruleName,
  rung: rung === 0 ? null : { rung, colour: 'red' },
  ground: null,
  reason: null,
  dueOn: null,
  dueStands: true,
  person: { accountId: 'a', name: '钱承办', unitName: '财政局' },
  task: { id: 't', number: 'T-0001', title: '任务' },
  messageId: null,
  ...change,
});
const of = (unitId: string, rows: readonly WhyRow[]): ComingLine[] =>
  rows.map((one) => ({ row: one, unitId: one.rung === null ? null : unitId }));
const next = civilDate('2022-09-15');
const told = (rows: readonly WhyRow[]): string[] =>
  rows.map((one) => `${one.on} ${one.ruleName} ${one.outcome}`);

describe('joinComing', () => {
  it('R-08 R-09 puts rules and rungs in one order of time, and a day says only the highest rung of a task to a person', () => {
    const other = { person: { accountId: 'b', name: '孙负责', unitName: '财政局' } };
    const coming = [
      row('2022-09-19', '逾期', 0),
      row('2022-09-16', '当天', 0),
      row('2022-09-19', '提醒', 1),
      row('2022-09-19', '催办', 2),
      row('2022-09-19', '逾期', 0, other),
    ];
    expect(told(joinComing(of('u', coming), [], next))).toEqual([
      '2022-09-16 当天 planned',
      '2022-09-19 催办 planned',
      '2022-09-19 提醒 suppressed',
      '2022-09-19 逾期 suppressed',
      '2022-09-19 逾期 planned',
    ]);
    expect(joinComing(of('u', coming), [], next)[3]?.reason).toContain('升到“催办”');
  });

  it('R-08 R-44 tells an office of each unit that is late with a task', () => {
    const coming = [
      ...of('lead', [row('2022-09-19', '督办', 3), row('2022-09-19', '催办', 2)]),
      ...of('support', [row('2022-09-19', '提醒', 1)]),
    ];
    expect(told(joinComing(coming, [], next))).toEqual([
      '2022-09-19 督办 planned',
      '2022-09-19 催办 suppressed',
      '2022-09-19 提醒 planned',
    ]);
  });

  it('R-09 what waits to be told takes the place of a reminder of the next turn, and is not told twice', () => {
    const coming = [row('2022-09-15', '当天', 0), row('2022-09-16', '逾期', 0)];
    const past = [
      row('2022-09-14', '督办', 3, { outcome: 'held' }),
      row('2022-09-13', '催办', 2, { outcome: 'held', messageId: 'm' }),
    ];
    expect(told(joinComing(of('u', coming), past, next))).toEqual([
      '2022-09-15 当天 suppressed',
      '2022-09-16 逾期 planned',
    ]);
  });
});
