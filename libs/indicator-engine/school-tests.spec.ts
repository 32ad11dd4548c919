import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import type { TestResult } from './results.js';
import { evaluateSchool } from './school-tests.js';
import { mainTest } from './thresholds.js';
import type { ClassRecord, EvaluationInput, SchoolRecord, Standard } from './types.js';

const standard = nationalStandard();

function evaluate(
  id: string,
  school: SchoolRecord,
  classes: readonly ClassRecord[] | null = null,
  figures: Readonly<Record<string, string>> = {},
  by: Standard = standard,
): TestResult | null {
  const input: EvaluationInput = {
    schools: [school],
    classes,
    county: { figures: {}, schoolFigures: { [school.code]: figures }, judgements: [], vetoes: [] },
  };
  const own = mainTest(by, id);
  return own ? evaluateSchool({ school, test: own, input, standard: by }) : null;
}

const nineYear = (primary: number, junior: number, changes: Partial<SchoolRecord> = {}): SchoolRecord =>
  schoolAtLine({
    kind: 'nine_year',
    students: { primary, junior, senior: null },
    classes: { primary: null, junior: null },
    ...changes,
  });

const classOf = (stage: 'primary' | 'junior', students: number, name = '1班'): ClassRecord => ({
  school: '1',
  stage,
  grade: stage === 'primary' ? 1 : 7,
  name,
  students,
  cell: '班级情况表!F9',
});

describe('C12 every class', () => {
  test('of both stages against the stage’s own line, against a plain look at the list', () => {
    const sizes = fc.array(fc.integer({ min: 40, max: 52 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, sizes, (primary, junior) => {
        const classes = [
          ...primary.map((each, index) => classOf('primary', each, `${index}班`)),
          ...junior.map((each, index) => classOf('junior', each, `${index}班`)),
        ];
        const fits = Math.max(...primary) <= 45 && Math.max(...junior) <= 50;
        const result = evaluate('C12', nineYear(300, 300), classes);
        expect(result?.verdict).toBe(fits ? 'met' : 'unmet');
        expect(result?.text).toBe(`最大班 ${Math.max(...primary, ...junior)} 人`);
      }),
    );
  });

  test('one stage without classes leaves the school open, unless the other already fails', () => {
    expect(evaluate('C12', nineYear(300, 300), [classOf('primary', 45)])).toMatchObject({
      verdict: 'no_data',
      reason: '初中没有班级数据',
    });
    expect(evaluate('C12', nineYear(300, 300), [classOf('primary', 46)])?.verdict).toBe('unmet');
    expect(evaluate('C12', nineYear(300, 0), [classOf('primary', 45)])?.verdict).toBe('met');
  });

  test('another school’s classes do not count', () => {
    const other = { ...classOf('primary', 60), school: '2' };
    expect(evaluate('C12', schoolAtLine({ classes: { primary: 1, junior: null } }), [other])?.verdict).toBe(
      'no_data',
    );
  });

  test('shows the largest class with its cell', () => {
    const trace = evaluate('C12', nineYear(300, 0), [
      classOf('primary', 45),
      classOf('primary', 30, '2班'),
    ])?.trace;
    expect(trace?.[0]).toMatchObject({ text: '小学最大班（1年级1班）：45 人', cell: '班级情况表!F9' });
  });
});

describe('C10 rooms', () => {
  test('an integrated school counts the classes of both stages', () => {
    const school = (rooms: number): SchoolRecord =>
      nineYear(500, 500, { classes: { primary: 12, junior: 13 }, musicRooms: rooms, artRooms: rooms });
    expect([evaluate('C10', school(3))?.verdict, evaluate('C10', school(2))?.verdict]).toEqual([
      'met',
      'unmet',
    ]);
  });

  test('the number of classes for a room is data', () => {
    const rule = standard.rules.classesPerRoom;
    const eighteen: Standard = {
      ...standard,
      rules: { ...standard.rules, classesPerRoom: { ...rule, value: { units: 18n, scale: 0 } } },
    };
    const school = schoolAtLine({ classes: { primary: 18, junior: null }, musicRooms: 1, artRooms: 1 });
    expect(evaluate('C10', school)?.verdict).toBe('unmet');
    expect(evaluate('C10', school, null, {}, eighteen)?.verdict).toBe('met');
  });

  test('teaching points and special schools are not asked', () => {
    expect(evaluate('C10', schoolAtLine({ kind: 'teaching_point' }))).toBeNull();
    expect(evaluate('C10', schoolAtLine({ kind: 'special' }))).toBeNull();
  });
});

describe('C11 and C13 by the number of pupils', () => {
  test('each limit holds exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 1500 }), (primary, junior) => {
        const both = evaluate('C11', nineYear(primary, junior))?.verdict;
        expect(both).toBe(primary + junior <= 2500 ? 'met' : 'unmet');
        const alone = schoolAtLine({ students: { primary, junior: null, senior: null } });
        expect(evaluate('C11', alone)?.verdict).toBe(primary <= 2000 ? 'met' : 'unmet');
      }),
    );
  });

  test('only fewer than 100 pupils are funded as 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (primary, funded) => {
        const school = schoolAtLine({ locale: 'rural', students: { primary, junior: null, senior: null } });
        const result = evaluate('C13', school, null, { fundedStudents: String(funded) });
        const expected = primary >= 100 ? 'not_applicable' : funded >= 100 ? 'met' : 'unmet';
        expect(result?.verdict).toBe(expected);
      }),
    );
  });

  test('without pupils’ numbers nothing is said', () => {
    const unknown = schoolAtLine({ students: { primary: null, junior: null, senior: null } });
    expect(evaluate('C13', unknown)?.verdict).toBe('no_data');
    expect(evaluate('C11', unknown)?.verdict).toBe('no_data');
  });
});
