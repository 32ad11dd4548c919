import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { evaluateCounty } from './evaluate-county.js';
import { explain } from './explain.js';
import type { CountyResult, SchoolIndicatorResult } from './results.js';
import { caseValues, misfitOf } from './special-cases.js';
import type { SchoolRecord, SpecialCaseUse } from './types.js';

const standard = nationalStandard();
const asOf = standard.asOf;

function use(
  id: string,
  values: Readonly<Record<string, string>> = {},
  since = '2026-01-01',
): SpecialCaseUse {
  return { case: id, school: '1', values, ground: '有证明', since: civilDate(since) };
}

function evaluate(school: SchoolRecord, specialCases?: readonly SpecialCaseUse[]): CountyResult {
  const county = { figures: {}, schoolFigures: {}, judgements: [], vetoes: [] };
  return evaluateCounty(
    { schools: [school], classes: null, county: specialCases ? { ...county, specialCases } : county },
    standard,
  );
}

function schoolResult(result: CountyResult, id: string): SchoolIndicatorResult | undefined {
  return result.indicators.find(({ indicator }) => indicator === id)?.schools[0];
}

const pupils = (primary: number): Pick<SchoolRecord, 'students'> => ({
  students: { primary, junior: null, senior: null },
});

describe('a special case of the size of a school (C11)', () => {
  test.each([
    [2000, 'met', 'met'],
    [2001, 'met', 'unmet'],
    [2400, 'met', 'unmet'],
    [2401, 'unmet', 'unmet'],
  ])('%i pupils are %s with it and %s without', (count, verdict, without) => {
    const school = schoolAtLine(pupils(count));
    const own = schoolResult(evaluate(school, [use('size-2010')]), 'C11');
    expect([own?.verdict, own?.withoutCases?.verdict ?? own?.verdict]).toEqual([verdict, without]);
    expect(schoolResult(evaluate(school), 'C11')?.verdict).toBe(without);
  });

  test('keeps the verdict without it in sight, and is shown as 待核 with the county’s ground', () => {
    const result = evaluate(schoolAtLine(pupils(2300)), [use('size-2010')]);
    expect(schoolResult(result, 'C11')?.reason).toContain('不按特殊情形：未达标');
    expect(result.indicators.find(({ indicator }) => indicator === 'C11')).toMatchObject({
      verdict: 'met',
      withoutCases: { verdict: 'unmet' },
    });
    const [why] = explain(result, standard, { indicator: 'C11', school: '1', stage: null });
    expect(why?.weak).toBe(true);
    expect(why?.lines.join('\n')).toMatch(
      /特殊情形“2010年及以前建成的学校”：上限 2400 人（自2026年1月1日起登记，理由：有证明；.*待核）/,
    );
  });

  test('3000 for nine-year schools, and only for them', () => {
    const nine = schoolAtLine({ kind: 'nine_year', students: { primary: 1500, junior: 1500, senior: null } });
    expect(schoolResult(evaluate(nine, [use('size-2010-nine-year')]), 'C11')?.verdict).toBe('met');
    expect(schoolResult(evaluate(nine, [use('size-2010')]), 'C11')?.verdict).toBe('unmet');
  });
});

test('smaller rooms are counted as the county entered them (C10)', () => {
  const school = schoolAtLine({ musicRooms: 0, artRooms: 1 });
  const own = schoolResult(evaluate(school, [use('rooms-2016', { musicRooms: '1', artRooms: '1' })]), 'C10');
  expect(own).toMatchObject({ verdict: 'met', withoutCases: { verdict: 'unmet' } });
  const few = schoolResult(evaluate(school, [use('rooms-2016', { musicRooms: '0', artRooms: '1' })]), 'C10');
  expect(few?.verdict).toBe('unmet');
});

describe('what is added to a resource', () => {
  test('C5 counts converted or rented grounds, in the section, the coefficient and the school', () => {
    const school = schoolAtLine({ locale: 'urban', sportsArea: '600' });
    const section = evaluate(school, [use('sports-converted', { extra: '150' })]).sections[0];
    expect(section?.indicators.C5).toMatchObject({ verdict: 'met', withoutCases: { verdict: 'unmet' } });
    expect(section).toMatchObject({ verdict: 'met', withoutCases: { verdict: 'unmet' } });
    expect(section?.indicators.C5.ratioText).toBe('7.500');
  });

  test('C3 counts shared teachers of schools with 50 to 99 pupils only', () => {
    const verdictOf = (count: number): unknown => {
      const school = schoolAtLine({ ...pupils(count), arts: { primary: '0.1', junior: null } });
      return evaluate(school, [use('arts-shared', { extra: '1' })]).sections[0]?.indicators.C3.verdict;
    };
    expect([49, 50, 99, 100].map(verdictOf)).toEqual(['unmet', 'met', 'met', 'unmet']);
  });

  test('a figure that is missing stays 无数据', () => {
    const school = schoolAtLine({ locale: 'urban', sportsArea: null });
    const figure = evaluate(school, [use('sports-converted', { extra: '999' })]).sections[0]?.indicators.C5;
    expect(figure?.verdict).toBe('no_data');
  });
});

describe('without a registered case', () => {
  test('nothing changes, nor for an unknown one, one that does not fit or begins later', () => {
    const school = schoolAtLine(pupils(2300));
    const plain = { ...evaluate(school), fingerprint: '' };
    for (const uses of [
      [],
      [use('nothing-such')],
      [use('size-2010-nine-year')],
      [{ ...use('size-2010'), school: '2' }],
      [use('size-2010', {}, '2026-09-02')],
    ])
      expect({ ...evaluate(school, uses), fingerprint: '' }).toEqual(plain);
  });

  test('R-69 a case from a later day never changes an evaluation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 999 }), (count, extra) => {
        const school = schoolAtLine({ ...pupils(count), locale: 'urban' });
        const later = [
          use('size-2010', {}, '2026-09-02'),
          use('sports-converted', { extra: String(extra) }, '2027-01-01'),
        ];
        expect(evaluate(school, later).sections).toEqual(evaluate(school).sections);
        expect(evaluate(school, later).indicators).toEqual(evaluate(school).indicators);
      }),
      { numRuns: 25 },
    );
  });
});

test('every case of the standard rests on practice, names what to enter, and says whom it does not fit', () => {
  expect(standard.specialCases.map(({ basis }) => basis.authority)).toEqual(Array(8).fill('practice'));
  expect(standard.specialCases.every(({ basis }) => basis.since <= asOf)).toBe(true);
  const values = standard.specialCases.map((each) => [each.effect, caseValues(each).length]);
  expect(new Set(values.map(String))).toEqual(new Set(['add,1', 'rooms,2', 'limit,0']));
  const rural = standard.specialCases.find(({ id }) => id === 'rooms-small-rural');
  expect(rural && misfitOf(rural, schoolAtLine({ locale: 'urban' }))).toBe('城乡类型不符');
});
