import { describe, expect, test } from '@jest/globals';
import { conditionFault, conditionText, type NamedCondition } from './gate-condition.js';
import { GateConditions } from './gate-conditions.js';
import type { Work } from '../../database/unit-of-work.js';

const condition = (more: Partial<NamedCondition>): NamedCondition => ({
  kind: 'tasks',
  scope: 'phase',
  ref: null,
  label: null,
  limit: 100,
  ...more,
});

describe('a condition', () => {
  test.each([
    [condition({}), '本阶段到期的任务全部销号'],
    [
      condition({ scope: 'clause', ref: 'x', label: '三（一）1', limit: 95 }),
      '“三（一）1”的任务至少 95% 销号',
    ],
    [condition({ kind: 'indicator', scope: 'all', limit: null }), '全部指标达标'],
    [
      condition({ kind: 'indicator', scope: 'one', ref: 'C4', label: 'C4 占地', limit: null }),
      '指标 C4 占地 达标',
    ],
    [
      condition({ kind: 'projects', scope: 'opened', ref: '2022', label: '2022年' }),
      '2022年建设项目全部建成启用',
    ],
    [condition({ kind: 'projects', scope: 'accepted', limit: 80 }), '建设项目至少 80% 通过验收'],
    [
      condition({ kind: 'ledger', scope: 'open', ref: 'large_class', label: '大班额台账', limit: 0 }),
      '大班额台账未销号不超过 0 条',
    ],
  ])('%#: is said in one sentence', (one, text) => {
    expect([conditionFault(one), conditionText(one)]).toEqual([undefined, text]);
  });

  test.each([
    [condition({ scope: 'open' }), 'scope'],
    [condition({ scope: 'clause' }), 'ref'],
    [condition({ ref: 'x' }), 'ref'],
    [condition({ limit: 0 }), 'limit'],
    [condition({ limit: 101 }), 'limit'],
    [condition({ limit: 99.5 }), 'limit'],
    [condition({ limit: null }), 'limit'],
    [condition({ kind: 'indicator', scope: 'all' }), 'limit'],
    [condition({ kind: 'ledger', scope: 'open', ref: 'x', limit: -1 }), 'limit'],
  ])('%#: a faulty one names its field', (one, field) => {
    expect(conditionFault(one)?.field).toBe(field);
  });
});

describe('the port', () => {
  const phase = { startsOn: null, endsOn: null };
  const work = {} as Work;
  const questions = [
    condition({ kind: 'projects', scope: 'accepted' }),
    condition({}),
    condition({ kind: 'projects', scope: 'opened' }),
  ].map((one) => ({ phase, condition: one }));

  test('what nobody keeps is 无数据 with the reason, never met', async () => {
    const answers = await new GateConditions().evaluate(work, questions);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['no_data', 'no_data', 'no_data']);
    expect(answers[0]?.text).toContain('建设项目进度');
  });

  test('each kind is asked once, and answers keep the order of the questions', async () => {
    const conditions = new GateConditions();
    const asked: number[] = [];
    conditions.register('projects', (_, own) => {
      asked.push(own.length);
      return Promise.resolve(
        own.map(({ condition: { scope } }) => ({ outcome: 'met', text: scope, link: '/projects' })),
      );
    });
    const answers = await conditions.evaluate(work, questions);
    expect(asked).toEqual([2]);
    expect(answers.map(({ text }) => text)).toEqual(['accepted', expect.stringContaining('任务'), 'opened']);
  });
});
