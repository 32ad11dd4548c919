import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import type { PlannedReminder } from './plan-reminders.js';
import { yieldToRungs } from './yield-to-rungs.js';

const reminder = (accountId: string, outcome: PlannedReminder['outcome']): PlannedReminder => ({
  fact: {
    taskId: 't',
    accountId,
    effectiveDueOn: civilDate('2022-09-15'),
    dueVersion: 1,
    sourceKind: 'duty',
    priority: 'normal',
    capacities: ['handler'],
    recorded: [],
  },
  rule: 'before-1',
  ruleName: '期限前 1 个工作日',
  outcome,
});

describe('yieldToRungs', () => {
  it('R-08 a reminder yields to a rung of the same task and person, and to no other', () => {
    const planned = [reminder('a', 'queued'), reminder('a', 'superseded'), reminder('b', 'queued')];
    const decided = yieldToRungs(planned, [
      { accountId: 'a', taskId: 't' },
      { accountId: 'b', taskId: 'u' },
    ]);
    expect(decided.map(({ outcome, carried }) => [outcome, carried])).toEqual([
      ['superseded', true],
      ['superseded', false],
      ['queued', true],
    ]);
  });
});
