import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { amountOf, shareOf } from './amounts.js';
import { compareRatios, showRatio, sumRatios, wholeRatio } from './decimal.js';
import { buildSections, compulsoryStudents, exclusionOf, stagesOf } from './sections.js';
import { resourceIndicators, type SchoolKind, type SchoolRecord, type Standard } from './types.js';

const standard = nationalStandard();
const nineYear = (
  primary: number | null,
  junior: number | null,
  changes: Partial<SchoolRecord> = {},
): SchoolRecord =>
  schoolAtLine({ kind: 'nine_year', students: { primary, junior, senior: null }, ...changes });

describe('integrated schools share rooms, grounds, equipment and multimedia rooms by weighted pupils', () => {
  const school = nineYear(166, 210, { roomArea: '23226' });

  test('23226 among 166 and 210 pupils gives 9711.63 and 13514.37', () => {
    const shown = (['primary', 'junior'] as const).map((stage) => {
      const amount = amountOf(school, stage, 'C4', standard);
      return amount.state === 'value' ? showRatio(amount.amount, 2) : amount.reason;
    });
    expect(shown).toEqual(['9711.63', '13514.37']);
  });

  test('the shares of all stages of any school sum to exactly 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (primary, junior) => {
        const shares = (['primary', 'junior'] as const).map((stage) => {
          const share = shareOf(nineYear(primary, junior), stage, standard);
          return share?.state === 'value' ? share.share : wholeRatio(0);
        });
        expect(compareRatios(sumRatios(shares), wholeRatio(1))).toBe(0);
      }),
    );
  });

  test('a twelve-year school keeps 1.32 for each senior pupil', () => {
    const twelve = schoolAtLine({
      kind: 'twelve_year',
      students: { primary: 100, junior: 100, senior: 100 },
    });
    const share = shareOf(twelve, 'primary', standard);
    expect(share?.state === 'value' && showRatio(share.share, 6)).toBe('0.292398');
  });

  test('a complete secondary school shares 1 : 1.2 with its seniors', () => {
    const complete = schoolAtLine({
      kind: 'complete_secondary',
      students: { primary: null, junior: 600, senior: 500 },
      roomArea: '6000',
    });
    const amount = amountOf(complete, 'junior', 'C4', standard);
    expect(amount.state === 'value' && showRatio(amount.amount, 2)).toBe('3000.00');
  });

  test('teachers are counted by stage and never split', () => {
    const amount = amountOf(
      nineYear(166, 210, { aboveDegree: { primary: '10', junior: '12' } }),
      'junior',
      'C1',
      standard,
    );
    expect(amount).toMatchObject({ state: 'value', amount: wholeRatio(12), share: wholeRatio(1) });
  });

  test('R-67 without one stage’s pupils there is no share, and no guess', () => {
    expect(amountOf(nineYear(166, null), 'primary', 'C5', standard)).toMatchObject({
      state: 'no_data',
      reason: '初中在校生数无数据，无法分摊',
    });
  });

  test('a school of nobody shares nothing instead of dividing by zero', () => {
    const share = shareOf(nineYear(0, 0), 'primary', standard);
    expect(share?.state === 'value' && share.share.numerator).toBe(0n);
  });

  test('the weights are data: with 1 : 1 the split follows the heads', () => {
    const { weights } = standard.rules;
    const equal: Standard = {
      ...standard,
      rules: { ...standard.rules, weights: { ...weights, junior: weights.primary } },
    };
    const share = shareOf(nineYear(100, 300), 'primary', equal);
    expect(share?.state === 'value' && showRatio(share.share, 3)).toBe('0.250');
  });

  test('what goes into the split is named with weights, basis and 待核', () => {
    const amount = amountOf(school, 'primary', 'C4', standard);
    const text = amount.trace.map((each) => each.text).join('\n');
    expect(text).toContain('初中在校生：210 人');
    expect(text).toContain('初中生折算系数 1.1');
    expect(text).toContain('待核');
    expect(text).toContain('1×166 ÷ (1×166 + 1.1×210)');
  });
});

describe('amounts', () => {
  test('blank is 无数据, 0 is a value (R-67)', () => {
    const school = schoolAtLine({ roomArea: null, networkRooms: '0' });
    expect(amountOf(school, 'primary', 'C4', standard).state).toBe('no_data');
    expect(amountOf(school, 'primary', 'C7', standard)).toMatchObject({
      state: 'value',
      amount: wholeRatio(0),
    });
  });

  test.each(['-1', 'abc', '1e5', ''])('“%s” is an error, not a number', (text) => {
    expect(amountOf(schoolAtLine({ sportsArea: text }), 'primary', 'C5', standard).state).toBe('error');
  });

  test('equipment comes in 万元 and counts in 元', () => {
    const amount = amountOf(schoolAtLine({ equipment: '20.5' }), 'primary', 'C6', standard);
    expect(amount.state === 'value' && compareRatios(amount.amount, wholeRatio(205_000))).toBe(0);
  });

  test('the cell of the imported file stands beside the input', () => {
    const school = schoolAtLine({ cells: { roomArea: '学校基本情况表!R9' } });
    expect(amountOf(school, 'primary', 'C4', standard).trace[0]).toMatchObject({
      kind: 'input',
      cell: '学校基本情况表!R9',
    });
  });
});

describe('who is in scope, and why not', () => {
  const byRule = (changes: Partial<SchoolRecord>): SchoolRecord =>
    schoolAtLine({ inScope: null, ...changes });
  const students = (primary: number): SchoolRecord['students'] => ({ primary, junior: null, senior: null });

  test('a teaching point of 49 is out with reason and basis, of 50 in', () => {
    const small = exclusionOf(byRule({ kind: 'teaching_point', students: students(49) }), standard);
    expect(small).toMatchObject({ reason: '不足50人的教学点不列入7项指标', basis: { authority: 'mirror' } });
    expect(exclusionOf(byRule({ kind: 'teaching_point', students: students(50) }), standard)).toBeNull();
  });

  test('a small primary school is no teaching point', () => {
    expect(exclusionOf(byRule({ students: students(12) }), standard)).toBeNull();
  });

  test('a teaching point without a number of pupils stays in, to be verified', () => {
    const unknown = byRule({
      kind: 'teaching_point',
      students: { primary: null, junior: null, senior: null },
    });
    expect(exclusionOf(unknown, standard)).toBeNull();
  });

  test('special schools are out, private ones in unless the county says otherwise', () => {
    expect(exclusionOf(byRule({ kind: 'special' }), standard)?.reason).toContain('C14');
    expect(exclusionOf(byRule({ founder: 'private' }), standard)).toBeNull();
    const chosen = schoolAtLine({ founder: 'private', inScope: false, exclusionReason: '市属' });
    expect(exclusionOf(chosen, standard)).toMatchObject({ reason: '市属', basis: null });
  });

  test('the county’s word goes before the rule, and a missing reason is said', () => {
    const forced = schoolAtLine({ kind: 'teaching_point', students: students(10), inScope: true });
    expect(exclusionOf(forced, standard)).toBeNull();
    expect(exclusionOf(schoolAtLine({ inScope: false }), standard)?.reason).toContain('未写原因');
  });

  test('the size limit is data: with a rule of 80 a point of 60 is out', () => {
    const scope = standard.scope.map((each) =>
      each.id === 'small-teaching-point' ? { ...each, studentsBelow: { units: 80n, scale: 0 } } : each,
    );
    const point = byRule({ kind: 'teaching_point', students: students(60) });
    expect(exclusionOf(point, { ...standard, scope })).not.toBeNull();
  });

  test('every school is either excluded or has a section for each of its stages', () => {
    const kinds: SchoolKind[] = [
      'primary',
      'teaching_point',
      'junior',
      'nine_year',
      'complete_secondary',
      'special',
    ];
    const school = fc
      .record({
        kind: fc.constantFrom(...kinds),
        inScope: fc.constantFrom(true, false, null),
        pupils: fc.nat(120),
      })
      .map(({ kind, inScope, pupils }) =>
        schoolAtLine({ kind, inScope, students: { primary: pupils, junior: pupils, senior: pupils } }),
      );
    fc.assert(
      fc.property(fc.array(school, { maxLength: 8 }), (records) => {
        const schools = records.map((each, index) => ({ ...each, code: String(index) }));
        const { sections, excluded } = buildSections(schools, standard);
        for (const each of schools) {
          const own = sections.filter((section) => section.school.code === each.code);
          const out = excluded.some((one) => one.school === each.code);
          expect(own.map((section) => section.stage)).toEqual(out ? [] : stagesOf(each.kind));
          for (const section of own) expect(Object.keys(section.amounts)).toEqual([...resourceIndicators]);
        }
      }),
    );
  });

  test('pupils of compulsory education leave the seniors out', () => {
    expect(compulsoryStudents(nineYear(100, 50))).toBe(150);
    expect(compulsoryStudents(nineYear(100, null))).toBeNull();
    const complete: Partial<SchoolRecord> = {
      kind: 'complete_secondary',
      students: { primary: null, junior: 60, senior: 900 },
    };
    expect(compulsoryStudents(schoolAtLine(complete))).toBe(60);
  });
});
