import { describe, expect, it } from '@jest/globals';
import { ledgersDirectory } from '../pack-directory.js';
import { loadLedgerKinds } from './load-ledger-kinds.js';

describe('the kinds of ledgers that come with the program', () => {
  const kinds = loadLedgerKinds(ledgersDirectory());

  it('are eight, each with its basis', () => {
    expect(kinds.map(({ id, name }) => [id, name])).toEqual([
      ['large_class', '大班额'],
      ['large_school', '大校额'],
      ['school_standard', '学校达标'],
      ['problem', '问题整改'],
      ['disability', '残疾儿童少年'],
      ['dropout', '控辍保学'],
      ['left_behind', '留守儿童'],
      ['migrant', '随迁子女'],
    ]);
    expect(kinds.every(({ basis, checkedOn }) => basis !== '' && checkedOn >= '2026-11-26')).toBe(true);
  });

  it('hold no column in which a child could be named', () => {
    const counts = kinds.filter(({ subject }) => subject === 'count');
    expect(counts).toHaveLength(4);
    const texts = counts.flatMap(({ columns }) => columns.filter(({ type }) => type !== 'integer'));
    expect(texts.map(({ key }) => key)).toEqual(['period', 'period', 'period', 'period']);
  });
});
