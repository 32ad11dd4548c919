import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import { schoolAtLine } from '../../../test/support/sample-county.js';
import type { SchoolRecord } from '../types.js';
import { type Assumptions, type EnrolmentChange, type PlannedProject, whatIf } from './assumptions.js';
import { projectSchools } from './project-schools.js';

const schools: readonly SchoolRecord[] = [
  schoolAtLine({ cells: { roomArea: '学校基本情况表!M4' } }),
  schoolAtLine({ code: '2', name: '第二小学', students: { primary: 41, junior: null, senior: null } }),
  schoolAtLine({
    code: '3',
    name: '无数据小学',
    students: { primary: null, junior: null, senior: null },
    roomArea: null,
  }),
];

const plan = (
  enrolment: readonly EnrolmentChange[],
  projects: readonly PlannedProject[] = [],
): Assumptions => ({
  name: '规划',
  enrolment,
  projects,
});
const percent = (year: number, school: string | null, text: string): EnrolmentChange => ({
  year,
  school,
  stage: 'primary',
  change: { kind: 'percent', percent: text },
});
const project = (changes: Partial<PlannedProject>): PlannedProject => ({
  id: 'p',
  opensIn: 2028,
  school: '1',
  founds: null,
  places: { primary: 100, junior: null },
  gains: {},
  intake: [],
  ...changes,
});
const newSchool = {
  code: '9',
  name: '新建小学',
  kind: 'primary',
  township: null,
  locale: 'urban',
  founder: 'public',
} as const;

const pupils = (assumptions: Assumptions, goal = 2029) =>
  projectSchools(schools, 2026, goal, assumptions).map((year) =>
    year.schools.map(({ students }) => students.primary),
  );

function faultsOf(assumptions: Assumptions): readonly string[] {
  try {
    projectSchools(schools, 2026, 2029, assumptions);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.errors.length > 0
      ? error.errors.map(({ pointer, message }) => `${pointer} ${message}`)
      : [error.message];
  }
  return [];
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('pupils of coming years', () => {
  it('follow percentages of the year before, half a pupil up, a school’s own entry first', () => {
    const enrolment = [percent(2027, null, '-2.5'), percent(2027, '1', '10'), percent(2028, null, '10')];
    // 41 − 2.5 % = 39.975; then 110 + 10 % = 121 and 40 + 10 % = 44.
    expect(pupils(plan(enrolment))).toEqual([
      [110, 40, null],
      [121, 44, null],
      [121, 44, null],
    ]);
    expect(pupils(plan([percent(2027, '2', '50')]), 2027)).toEqual([[100, 62, null]]); // 61.5
  });

  it('take what is entered by hand, also where there was 无数据', () => {
    const by = (school: string, change: EnrolmentChange['change']): EnrolmentChange => ({
      year: 2027,
      school,
      stage: 'primary',
      change,
    });
    const enrolment = [by('1', { kind: 'add', students: -30 }), by('3', { kind: 'set', students: 80 })];
    expect(pupils(plan(enrolment), 2027)).toEqual([[70, 41, 80]]);
  });

  it('leaves out what is past and stops at the goal', () => {
    expect(pupils(plan([percent(2026, null, '10'), percent(2030, null, '10')]))).toEqual(
      Array(3).fill([100, 41, null]),
    );
    expect(projectSchools(schools, 2026, 2026, plan([]))).toEqual([]);
  });
});

describe('projects', () => {
  it('bring rooms, area and teachers in the year they open; what is unknown stays unknown', () => {
    const gains = { roomArea: '120.5', networkRooms: '2', aboveDegree: { primary: '1.5' }, musicRooms: 1 };
    const all = [project({ gains }), project({ id: 'q', school: '3', gains: { roomArea: '500' } })];
    const [before, opening] = projectSchools(schools, 2026, 2028, plan([], all));
    expect(before?.opened).toEqual([]);
    expect(before?.schools[0]?.roomArea).toBe('450');
    expect(opening?.opened).toEqual(['p', 'q']);
    expect(opening?.schools[0]).toMatchObject({ roomArea: '570.5', networkRooms: '4.3', musicRooms: 2 });
    expect(opening?.schools[0]?.aboveDegree.primary).toBe('5.7');
    expect(opening?.schools[0]?.cells).toBeUndefined();
    expect(opening?.schools[2]?.roomArea).toBeNull();
  });

  it('found schools, whose pupils come from others or begin there', () => {
    const intake = [
      { from: '1', stage: 'primary', students: 40 },
      { from: null, stage: 'primary', students: 20 },
    ] as const;
    const founding = project({ school: '9', founds: newSchool, gains: { roomArea: '900' }, intake });
    const years = projectSchools(schools, 2026, 2029, plan([percent(2029, '9', '50')], [founding]));
    expect(years.map((year) => year.schools.map(({ students }) => students.primary))).toEqual([
      [100, 41, null],
      [60, 41, null, 60],
      [60, 41, null, 90],
    ]);
    expect(years[1]?.schools[3]).toMatchObject({
      code: '9',
      roomArea: '900',
      sportsArea: null,
      aboveDegree: { primary: null, junior: null },
    });
  });

  it('found schools of which the rest is 无数据, and what is said to be nothing is 0', () => {
    const gains = { equipment: '0', arts: { primary: '2' } };
    const years = projectSchools(
      schools,
      2026,
      2028,
      plan([], [project({ school: '9', founds: newSchool, gains })]),
    );
    expect(years[1]?.schools[3]).toMatchObject({
      equipment: '0',
      roomArea: null,
      musicRooms: null,
      arts: { primary: '2', junior: null },
      classes: { primary: null, junior: null },
    });
  });

  it('that promise places without intake change no pupils', () => {
    expect(pupils(plan([], [project({})]))).toEqual(Array(3).fill([100, 41, null]));
  });
});

describe('assumptions', () => {
  it('are all checked before anything is projected', () => {
    const intake = [{ from: '9', stage: 'junior', students: 120 }] as const;
    const bad = plan(
      [
        percent(2027, '8', '1'),
        percent(2027, null, '一成'),
        percent(2027, null, '-101'),
        percent(2027, '9', '1'),
      ],
      [
        project({
          places: { primary: 0, junior: 100 },
          intake,
          gains: { roomArea: '-1', artRooms: 0.5 },
          opensIn: 2027,
        }),
        project({ school: '9', founds: newSchool }),
      ],
    );
    expect(faultsOf(bad)).toEqual([
      '/enrolment/0 没有代码为8的学校。',
      '/enrolment/1 “一成”不是数。',
      '/enrolment/2 减少不能超过100%。',
      '/enrolment/3 学校9到2027年尚未开办。',
      '/projects/0 学校1没有这一学段。',
      '/projects/0 学校9到2027年尚未开办。',
      '/projects/0 入学120人，超过学位100个。',
      '/projects/0 “-1”不是0以上的数。',
      '/projects/0 “0.5”不是0以上的整数。',
    ]);
    expect(faultsOf(plan([], [project({ school: '1', founds: { ...newSchool, code: '1' } })]))).toEqual([
      '/projects/0/founds/code 学校代码1已经存在。',
    ]);
  });

  it('cannot take away more pupils than there are', () => {
    const intake = [{ from: '2', stage: 'primary', students: 42 }] as const;
    expect(faultsOf(plan([], [project({ intake })]))).toEqual([
      '/projects/0 第二小学2028年转出的学生多于在校生。',
    ]);
    const less: EnrolmentChange = {
      year: 2027,
      school: '2',
      stage: 'primary',
      change: { kind: 'add', students: -42 },
    };
    expect(faultsOf(plan([less]))).toEqual(['/enrolment/0 第二小学2027年在校生将少于0人。']);
  });

  it('and data are never changed, and a what-if is a copy of its own (deep-frozen input)', () => {
    const intake = [{ from: '1', stage: 'primary', students: 40 }] as const;
    const original = frozen(
      plan([percent(2027, null, '3')], [project({ gains: { roomArea: '1' }, intake })]),
    );
    const copy = whatIf(original, '若学生多三成');
    expect(copy).toEqual({ ...original, name: '若学生多三成' });
    expect(Object.isFrozen(copy.enrolment)).toBe(false);
    const held = frozen(structuredClone(schools));
    expect(projectSchools(held, 2026, 2029, original)).toHaveLength(3);
    expect(held).toEqual(schools);
  });
});
