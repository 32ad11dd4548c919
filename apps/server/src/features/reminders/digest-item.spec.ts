import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { type DigestItem, groupByPerson, keepMostSevere, noticeItems } from './digest-item.js';

const item = (
  accountId: string,
  taskId: string,
  severity: number,
  unitId: string | null = null,
  text: string | null = null,
): DigestItem => ({
  task: {
    taskId,
    accountId,
    seq: 1,
    title: '报送台账',
    clauseNumber: null,
    effectiveDueOn: civilDate('2022-09-15'),
    personName: '钱承办',
    personRole: 'handler',
    address: null,
    unitName: '财政局',
    parts: ['lead'],
  },
  reason: { severity, rung: null, unitId, text },
});

describe('digest items', () => {
  it('R-08 of several reasons for one task and person the most severe is kept, in the place of the first', () => {
    const items = [
      item('a', 't', 0),
      item('b', 't', 0),
      item('a', 'u', 0),
      item('a', 't', 2),
      item('a', 't', 1),
    ];
    expect(
      keepMostSevere(items).map(({ task, reason }) => [task.accountId, task.taskId, reason.severity]),
    ).toEqual([
      ['a', 't', 2],
      ['b', 't', 0],
      ['a', 'u', 0],
    ]);
  });

  it('R-15 R-44 names all the units that are late with a task in its one line, each by its most severe reason', () => {
    const items = [
      item('a', 't', 2, 'lead', '牵头单位二级'),
      item('a', 't', 3, 'x', '配合单位三级'),
      item('a', 't', 1, 'x', '配合单位一级'),
      item('a', 't', 2, 'y', '另一配合单位二级'),
      item('a', 't', 0),
    ];
    expect(keepMostSevere(items).map(({ reason }) => [reason.severity, reason.text])).toEqual([
      [3, '配合单位三级。牵头单位二级。另一配合单位二级'],
    ]);
  });

  it('R-04 R-15 makes one digest a person, and none of nothing (R-03)', () => {
    const digests = groupByPerson([item('a', 't', 0), item('b', 't', 0), item('a', 'u', 0)]);
    expect(digests.map((digest) => digest.map(({ task }) => task.taskId))).toEqual([['t', 'u'], ['t']]);
    expect(groupByPerson([])).toEqual([]);
  });

  it('says of a rung its ground, who asked for it and by when to answer', () => {
    const { task } = item('a', 't', 0);
    const rung = {
      rung: 3,
      rungName: '督办',
      clock: 'due' as const,
      unitId: 'u',
      ground: '由周督查升为督办',
    };
    const notice = { ...task, ...rung, id: 'n', reason: '县长批示', replyBy: civilDate('2022-09-20') };
    expect(noticeItems([notice])[0]?.reason).toEqual({
      severity: 3,
      rung: '督办',
      unitId: 'u',
      text: '由周督查升为督办；理由：县长批示；请于2022年9月20日（周二）前办理并回复',
    });
  });
});
