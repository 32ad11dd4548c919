import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import {
  checkPack,
  type CheckResult,
  type PackContent,
  type Project,
  type ProjectYear,
  type Target,
  type Unit,
} from './index.js';

const basis = { clause: 'clause-1', document: 'plan' };
const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name,
  shortName: name,
  kind: 'department',
  namePending: false,
  aliases: [],
  order: 1,
  ...basis,
  ...more,
});
const school = (id: string, stages: Project['stages']): Project => ({
  id,
  school: id,
  kind: 'new_build',
  year: 2022,
  stages,
  order: 1,
  ...basis,
});
const year: ProjectYear = {
  id: 'year',
  year: 2022,
  schools: 1,
  places: { primary: 90, junior: null },
  placesTotal: 90,
  classes: 2,
  investment: '1.5',
  investmentScope: null,
  order: 1,
  ...basis,
};
const target = (id: string, more: Partial<Target>): Target => ({
  id,
  kind: 'indicator',
  name: id,
  operator: '≤',
  value: '45',
  unit: '人',
  dueOn: null,
  measure: null,
  stage: null,
  order: 1,
  ...basis,
  ...more,
});
const classSize = target('class', { measure: 'class_size', stage: 'primary' });
const goal = target('goal', {
  kind: 'date',
  measure: 'goal_date',
  value: '2023-12-31',
  dueOn: civilDate('2023-12-31'),
});
const sound: PackContent = {
  id: 'sample',
  name: '某县',
  place: '某县',
  documents: [{ id: 'plan', title: '方案', issuer: '某县', issuedOn: civilDate('2021-01-01'), note: null }],
  groups: [],
  clauses: [
    { id: 'clause-1', document: 'plan', number: '一', title: '甲', group: null, mentions: [], order: 1 },
  ],
  members: { total: 1, townships: 0, ...basis },
  units: [unit('finance', '财政局')],
  duties: [{ id: 'duty', unit: 'finance', appliesTo: null, text: '出钱', order: 1, ...basis }],
  phases: [],
  projects: [school('one', ['primary'])],
  projectYears: [year],
  targets: [classSize, goal],
};

describe('the checks work on any plan', () => {
  test('a sound one gets no error', () => {
    expect(levels({})).not.toContain('error');
  });

  test('an empty one has nothing to check but its numbering and names', () => {
    const empty = {
      clauses: [],
      members: null,
      units: [],
      duties: [],
      projects: [],
      projectYears: [],
      targets: [],
    };
    expect(levels(empty)).not.toContain('error');
  });

  test.each<[string, Partial<PackContent>, string, CheckResult['level']]>([
    ['a wrong member count', { members: { total: 2, townships: 0, ...basis } }, 'member-count', 'error'],
    [
      'a wrong number of townships',
      { members: { total: 1, townships: 1, ...basis } },
      'member-count',
      'error',
    ],
    [
      'a name of two units',
      { units: [unit('a', '教育局'), unit('b', '教体局', { aliases: ['教育局'] })] },
      'unit-names-a-b',
      'error',
    ],
    ['a unit without duties', { duties: [] }, 'duties', 'warning'],
    ['a wrong sum', { projectYears: [{ ...year, placesTotal: 91 }] }, 'places-sum-2022', 'error'],
    ['a wrong school count', { projectYears: [{ ...year, schools: 2 }] }, 'school-count-2022', 'error'],
    ['two sections', { projects: [school('one', ['primary', 'junior'])] }, 'school-sections-2022', 'warning'],
    [
      'a school twice',
      { projects: [school('one', ['primary']), school('one', ['primary'])] },
      'school-names',
      'warning',
    ],
    [
      'places for a stage without school',
      { projects: [school('one', ['junior'])] },
      'places-per-school-2022-primary',
      'error',
    ],
    [
      'classes that are not whole',
      { projectYears: [{ ...year, places: { primary: 91, junior: null } }] },
      'whole-classes-2022-primary',
      'warning',
    ],
    [
      'a wrong number of classes',
      { projectYears: [{ ...year, classes: 3 }] },
      'classes-product-2022-primary',
      'warning',
    ],
    [
      'a school over the limit',
      { targets: [classSize, target('size', { measure: 'school_size', stage: 'primary', value: '89' })] },
      'places-per-school-2022-primary',
      'warning',
    ],
    [
      'a scope of its own',
      { projectYears: [{ ...year, investmentScope: '不含企业' }] },
      'investment-scope',
      'warning',
    ],
    ['a year before the plan', { projectYears: [{ ...year, year: 2020 }] }, 'before-issue-2020', 'warning'],
    ['a year after the goal', { projectYears: [{ ...year, year: 2024 }] }, 'after-goal-year', 'warning'],
    [
      'a target after the goal',
      { targets: [goal, target('late', { dueOn: civilDate('2024-01-01') })] },
      'after-goal-late',
      'warning',
    ],
    [
      'a draft with a date',
      {
        documents: [
          {
            id: 'plan',
            title: '方案（征求意见稿）',
            issuer: '某县',
            issuedOn: civilDate('2021-01-01'),
            note: null,
          },
        ],
      },
      'draft-plan',
      'warning',
    ],
  ])('%s is found', (_, change, id, level) => {
    expect(find(change, id)).toMatchObject({ level });
  });

  test('exactly at the limit of the school size is within it', () => {
    const size = target('size', { measure: 'school_size', stage: 'primary', value: '90' });
    expect(find({ targets: [size] }, 'places-per-school-2022-primary')).toMatchObject({ level: 'holds' });
  });

  test('a clause number used twice, and a body that is no member', () => {
    const clauses = [
      ...sound.clauses,
      {
        id: 'clause-2',
        document: 'plan',
        number: '一',
        title: '乙',
        group: null,
        mentions: ['财政局', '气象局'],
        order: 2,
      },
    ];
    expect(find({ clauses }, 'clause-number-clause-2')).toMatchObject({ level: 'error', clause: '一' });
    expect(find({ clauses }, 'mention-clause-2-2')?.message).toContain('“气象局”');
    expect(find({ clauses }, 'mention-clause-2-1')).toBeUndefined();
  });

  test('items of a group count without their own parts', () => {
    const item = { document: 'plan', title: '甲', group: 'group', mentions: [], order: 1 };
    const clauses = [
      { ...item, id: 'clause-1', number: '三（二）2' },
      { ...item, id: 'part', number: '三（二）2（1）' },
    ];
    const groups = [
      {
        id: 'group',
        document: 'plan',
        number: '三（二）',
        title: '甲',
        restatedIn: [{ document: 'plan', items: 1 }],
      },
    ];
    expect(find({ clauses, groups }, 'group-items-group-plan')).toMatchObject({ level: 'holds' });
  });

  test('phases that do not follow each other', () => {
    const phase = (
      id: string,
      startsOn: string,
      endsOn: string,
      order: number,
    ): PackContent['phases'][number] => ({
      id,
      name: id,
      startsOn: civilDate(startsOn),
      endsOn: civilDate(endsOn),
      undetermined: false,
      order,
      ...basis,
    });
    const phases = [phase('a', '2021-01-01', '2021-06-30', 1), phase('b', '2021-08-01', '2021-12-31', 2)];
    expect(find({ phases }, 'phases-a-b')).toMatchObject({ level: 'warning' });
  });
});

function find(change: Partial<PackContent>, id: string): CheckResult | undefined {
  return checkPack({ ...sound, ...change }).find((check) => check.id === id);
}

function levels(change: Partial<PackContent>): string[] {
  return checkPack({ ...sound, ...change }).map((check) => check.level);
}
