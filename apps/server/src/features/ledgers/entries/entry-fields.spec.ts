import { describe, expect, test } from '@jest/globals';
import { ledgersDirectory, loadLedgerKinds } from '#campaign-pack';
import { conditionFault, fieldFaults, missingFields } from './entry-fields.js';

const kinds = loadLedgerKinds(ledgersDirectory());
const kindOf = (id: string) => kinds.filter((kind) => kind.id === id)[0] ?? kinds[0]!;
const dropout = kindOf('dropout');

describe("a kind's own columns", () => {
  test.each([
    [{ period: '2026年春季学期', total: 12, done: 12 }, []],
    [{ total: 1_000_001 }, ['疑似辍学人数不能大于 1000000']],
    [{ total: -1 }, ['疑似辍学人数应为不小于 0 的整数']],
    [{ done: '12' }, ['已劝返人数应为不小于 0 的整数']],
    [{ total: null }, ['疑似辍学人数不能为空']],
    [{ period: '410183201203151234' }, ['期次里有身份证号；台账只登记人数和事项，不登记个人信息，请删去']],
    [{ name: '某某' }, ['本台账没有这一列']],
  ])('%j', (given, messages) => {
    expect(fieldFaults(dropout, given).map(({ message }) => message)).toEqual(messages);
  });

  test('dates and choices are checked too', () => {
    const faults = fieldFaults(kindOf('problem'), {
      source: '来电',
      foundOn: '2026-02-30',
      goal: '按期建成',
    });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/fields/source', '/fields/foundOn']);
  });

  test('what must be there is named', () => {
    expect(missingFields(dropout, { period: '2026年春' }).map(({ pointer }) => pointer)).toEqual([
      '/fields/total',
      '/fields/done',
    ]);
  });

  test('counts are closed when the one has reached the other', () => {
    expect(conditionFault(dropout, { total: 12, done: 11 })).toBe(
      '已劝返人数（11）还没有达到疑似辍学人数（12）',
    );
    expect(conditionFault(dropout, { total: 12, done: 12 })).toBeNull();
    expect(conditionFault(dropout, { total: 0, done: 0 })).toBeNull();
    expect(conditionFault(dropout, {})).toContain('未填');
    expect(conditionFault(kindOf('problem'), {})).toBeNull();
  });
});
