import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import fc from 'fast-check';
import type { UntoldNotice } from '../escalation/escalation.module.js';
import { groupByPerson, itemKey, keepMostSevere, noticeItems, reminderItems } from './digest-item.js';
import type { PlannedReminder } from './plan-reminders.js';
import type { TaskForPerson } from './reminder-facts.queries.js';
import { yieldToRungs } from './yield-to-rungs.js';

const person = fc.integer({ min: 0, max: 3 }).map((number) => `p${number}`);
const task = fc.integer({ min: 0, max: 4 }).map((number) => `t${number}`);
const unit = fc.constantFrom('甲', '乙', '丙');
const named = (accountId: string, taskId: string) => ({
  accountId,
  taskId,
  seq: 1,
  title: '报送台账',
  clauseNumber: null,
  personName: '钱承办',
  personRole: 'handler' as const,
  address: null,
  unitName: '财政局',
  parts: ['lead' as const],
  effectiveDueOn: civilDate('2022-09-15'),
});
const planned: fc.Arbitrary<PlannedReminder<TaskForPerson>[]> = fc.uniqueArray(
  fc.tuple(person, task, fc.constantFrom('queued' as const, 'superseded' as const)).map((drawn) => {
    const [accountId, taskId, outcome] = drawn;
    const kind = { sourceKind: 'duty' as const, priority: 'normal' as const, capacities: [], recorded: [] };
    const fact = { ...named(accountId, taskId), ...kind, dueVersion: 1 };
    return { fact, rule: 'before-1', ruleName: '期限前 1 个工作日', outcome };
  }),
  { selector: ({ fact }) => itemKey(fact), maxLength: 15 },
);
const notices: fc.Arbitrary<UntoldNotice[]> = fc.array(
  fc.tuple(person, task, fc.integer({ min: 1, max: 5 }), unit).map(([accountId, taskId, rung, unitId]) => ({
    ...named(accountId, taskId),
    id: `${accountId} ${taskId} ${rung} ${unitId}`,
    unitId,
    rung,
    rungName: `第 ${rung} 级`,
    clock: 'due' as const,
    ground: `${unitId}逾期到第 ${rung} 级`,
    reason: null,
    replyBy: null,
  })),
  { maxLength: 15 },
);

/** What is said of each unit that is late with a task: its highest rung. */
function highestGrounds(rungs: readonly UntoldNotice[], key: string): Set<string> {
  const highest = new Map<string, UntoldNotice>();
  for (const one of rungs.filter((rung) => itemKey(rung) === key)) {
    if (one.rung > (highest.get(one.unitId)?.rung ?? 0)) highest.set(one.unitId, one);
  }
  return new Set([...highest.values()].map((one) => one.ground));
}

describe('one digest a person', () => {
  it('R-04 R-08 R-15 says each task once to each person, by its highest rung, and leaves out nobody and nothing', () => {
    fc.assert(
      fc.property(planned, notices, (reminders, rungs) => {
        const kept = keepMostSevere([...noticeItems(rungs), ...reminderItems(reminders)]);
        const digests = groupByPerson(kept);
        const said = digests.flat();
        const keys = said.map((item) => itemKey(item.task));
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(digests.map(([first]) => first.task.accountId)).size).toBe(digests.length);
        const due = [...rungs, ...reminders.filter((one) => one.outcome === 'queued').map((one) => one.fact)];
        expect(new Set(keys)).toEqual(new Set(due.map(itemKey)));
        for (const { task: of, reason } of said) {
          const highest = rungs.filter((one) => itemKey(one) === itemKey(of)).map((one) => one.rung);
          expect(reason.severity).toBe(Math.max(0, ...highest));
          expect(new Set(reason.text?.split('。') ?? [])).toEqual(highestGrounds(rungs, itemKey(of)));
        }
        for (const decided of yieldToRungs(reminders, rungs)) {
          if (!decided.carried) continue;
          const outranked = rungs.some((one) => itemKey(one) === itemKey(decided.fact));
          expect(keys).toContain(itemKey(decided.fact));
          expect(decided.outcome).toBe(outranked ? 'superseded' : 'queued');
        }
      }),
    );
  });
});
