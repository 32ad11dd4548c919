import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkPack, loadPack, packDataDirectory, type Project } from './index.js';

const directory = join(packDataDirectory(), 'xinmi');
const pack = loadPack(directory);
const checks = new Map(checkPack(pack).map((check) => [check.id, check]));

describe('新密’s plan', () => {
  test('has 33 units: 15 that the plan names, and 18 townships whose names are still to come', () => {
    const townships = pack.units.filter((unit) => unit.kind === 'township');
    expect([pack.units.length, townships.length]).toEqual([33, 18]);
    expect(townships.map((unit) => unit.name)).toEqual(
      Array.from(
        { length: 18 },
        (_, index) => `乡镇（街道）${String(index + 1).padStart(2, '0')} · 名称待补`,
      ),
    );
    expect(pack.units.filter((unit) => unit.namePending)).toEqual(townships);
  });

  test('gives every department duties, and the townships one common list', () => {
    const bearers = new Set(pack.duties.flatMap((duty) => duty.unit ?? []));
    expect(bearers.size).toBe(15);
    expect(pack.duties.filter((duty) => duty.appliesTo === 'township')).toHaveLength(4);
  });

  test('has seven task groups and three phases, the last of them undetermined', () => {
    expect(pack.groups).toHaveLength(7);
    expect(pack.phases.map((phase) => [phase.startsOn, phase.endsOn, phase.undetermined])).toEqual([
      ['2021-04-01', '2021-12-31', false],
      ['2022-01-01', '2023-08-31', false],
      [null, null, true],
    ]);
  });

  test('lists 20 schools: 14 new, one extended, five moved', () => {
    expect(pack.projects.map((project) => project.year)).toEqual([
      ...Array<number>(6).fill(2020),
      ...Array<number>(7).fill(2021),
      ...Array<number>(3).fill(2022),
      ...Array<number>(4).fill(2023),
    ]);
    const count = (kind: Project['kind']): number =>
      pack.projects.filter((project) => project.kind === kind).length;
    expect([count('new_build'), count('extension'), count('relocation')]).toEqual([14, 1, 5]);
  });

  test.each([
    ['fund-primary', '≥', '850'],
    ['fund-junior', '≥', '1050'],
    ['c12-class-primary', '≤', '45'],
    ['c12-class-junior', '≤', '50'],
    ['c11-size-primary', '≤', '2000'],
    ['c11-size-nine-year', '≤', '2500'],
    ['c21-senior-quota', '=', '100'],
    ['c23-retention', '≥', '95'],
    ['c16-training-hours', '≥', '360'],
    ['class-teacher-allowance', '=', '500'],
    ['approval', '≥', '85'],
    ['c31-difference', '<', '0.15'],
    ['goal-2023', '≤', '2023-12-31'],
  ])('target %s is %s %s', (id, operator, value) => {
    expect(pack.targets.find((target) => target.id === id)).toMatchObject({ operator, value });
  });

  test('has targets of all five kinds', () => {
    const kinds = new Set(pack.targets.map((target) => target.kind));
    expect(kinds).toEqual(new Set(['indicator', 'quantity', 'ratio', 'date', 'money']));
  });

  test('every entry stands on a clause of a known document', () => {
    const documentOf = new Map(pack.clauses.map((clause) => [clause.id, clause.document]));
    const { units, duties, phases, projects, projectYears, targets } = pack;
    for (const entry of [...units, ...duties, ...phases, ...projects, ...projectYears, ...targets]) {
      expect([entry.id, entry.document]).toEqual([entry.id, documentOf.get(entry.clause)]);
    }
    expect(new Set(documentOf.values())).toEqual(new Set(['plan-2021']));
  });

  test('lies in files of at most 120 lines', () => {
    for (const file of readdirSync(directory)) {
      expect(readFileSync(join(directory, file), 'utf8').split('\n').length).toBeLessThanOrEqual(121);
    }
  });
});

describe('the plan’s own sums', () => {
  test('nothing in the pack is wrong', () => {
    expect([...checks.values()].filter((check) => check.level === 'error')).toEqual([]);
  });

  test.each([
    ['member-count', '33'],
    ['places-sum-2020', '5720 + 初中3410 = 9130'],
    ['places-sum-2021', '6975 + 初中4950 = 11925'],
    ['places-sum-2022', '2970 + 初中1800 = 4770'],
    ['classes-product-2023-primary', '60个班 × 每班45人 = 2700'],
    ['school-count-2020', '6所'],
    ['school-count-2021', '7所'],
    ['school-count-2022', '3所'],
    ['school-count-2023', '4所'],
    ['projects-total', '学校20所，新增学位28525个（小学18365、初中10160），投资116769.38万元'],
    ['whole-classes-2021-primary', '155个班'],
    ['whole-classes-2021-junior', '99个班'],
    ['whole-classes-2022-primary', '66个班'],
    ['whole-classes-2022-junior', '36个班'],
    ['places-per-school-2020-primary', '校均1430'],
    ['places-per-school-2023-primary', '校均675'],
    ['phases-phase-1-phase-2', '前后相接'],
    ['within-goal-2023', '2023年12月31日'],
  ])('%s holds with %s', (id, figures) => {
    expect(checks.get(id)).toMatchObject({
      level: 'holds',
      message: expect.stringContaining(figures) as unknown,
    });
  });

  test.each([
    [
      'places-per-school-2021-junior',
      '三（二）2（2）',
      '4950个学位 ÷ 2所 = 校均2475，超过方案自定的学校规模上限2000人',
    ],
    [
      'places-per-school-2022-primary',
      '三（二）2（3）',
      '2970个学位 ÷ 1所 = 校均2970，超过方案自定的学校规模上限2000人',
    ],
    ['whole-classes-2020-primary', '三（二）2（1）', '127.1个班，不是整班'],
    ['whole-classes-2020-junior', '三（二）2（1）', '68.2个班，不是整班'],
    ['school-sections-2020', '三（二）2（1）', '按一所计共6所，小学部、初中部分开计共7所'],
    ['phase-undetermined-phase-3', '四（三）', '没有日期'],
    ['goal-goal-2023', '二', '目标年2023年也是“实施争创”阶段截止的年份'],
    ['before-issue-2020', '三（二）2（1）', '2021年4月6日'],
    ['investment-scope', '三（二）2（1）', '2021年含3个PPP项目'],
    ['group-items-group-6-note-2021', '三（六）', '列出3条'],
    ['mention-task-6-3-3', '三（六）3', '交通运输'],
    ['mention-guarantee-3-1', '五（三）', '市教育督导室'],
    ['names-pending', '附件', '18个单位'],
  ])('%s is a doubt of clause %s', (id, clause, message) => {
    const text = expect.stringContaining(message) as unknown;
    expect(checks.get(id)).toMatchObject({ level: 'warning', clause, message: text });
  });
});
