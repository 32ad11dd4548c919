import { describe, expect, it } from '@jest/globals';
import { civilDate, periodNamed } from '#kernel';
import { unitsInPeriod } from './units-in-period.js';

const unit = (id: string) => ({ id, name: id, shortName: id, kind: 'department' as const });
const term = (id: string, from: string, to: string | null = null) => ({
  unit: unit(id),
  from: civilDate(from),
  to: to === null ? null : civilDate(to),
});
const month = (key: string) => periodNamed('month', key);

describe('unitsInPeriod', () => {
  const terms = [
    term('education', '2022-09-30'),
    term('housing', '2022-12-10'),
    term('finance', '2022-01-01', '2022-11-01'),
    term('education', '2022-12-01'),
  ];
  it.each([
    ['2022-08', ['finance']],
    ['2022-09', ['education', 'finance']],
    ['2022-11', ['education', 'finance']],
    ['2022-12', ['education', 'housing']],
  ])('in %s', (key, expected) => {
    expect(unitsInPeriod(terms, month(key)).map(({ id }) => id)).toEqual(expected);
  });

  it('takes a term into every period it touches', () => {
    expect(unitsInPeriod(terms, periodNamed('quarter', '2022-Q4')).map(({ id }) => id)).toEqual([
      'education',
      'housing',
      'finance',
    ]);
    expect(unitsInPeriod(terms, periodNamed('year', '2021'))).toEqual([]);
  });
});
