import { describe, expect, it } from '@jest/globals';
import { nationalStandard, schoolAtLine } from '../../../test/support/sample-county.js';
import type { Assumptions } from './assumptions.js';
import { projectCounty, type Turn } from './project-county.js';

const standard = nationalStandard();
const schools = [schoolAtLine(), schoolAtLine({ code: '2', name: '第二小学', roomArea: '300' })];
const plan: Assumptions = {
  name: '规划',
  enrolment: [{ year: 2029, school: '1', stage: 'primary', change: { kind: 'percent', percent: '1' } }],
  projects: [
    {
      id: '第二小学扩建',
      opensIn: 2028,
      school: '2',
      founds: null,
      places: { primary: 100, junior: null },
      gains: { roomArea: '150' },
      intake: [],
    },
  ],
};
const project = (assumptions: Assumptions) =>
  projectCounty({ schools, dataYear: 2026, goalYear: 2029, assumptions, standardOf: () => standard });
const told = ({ year, kind, school, indicator, from, to }: Turn) =>
  [year, kind, school, indicator, from, to].map((each) => each ?? '-').join(' ');

describe('the projection of a county', () => {
  it('names what turns, and in which year', () => {
    const { years, turns } = project(plan);
    expect(years.map(({ year, opened }) => [year, opened.length])).toEqual([
      [2026, 0],
      [2027, 0],
      [2028, 1],
      [2029, 0],
    ]);
    expect(turns.filter(({ year }) => year < 2029).map(told)).toEqual([
      '2028 section 2 - unmet met',
      '2028 figure 2 C4 unmet met',
    ]);
    // One pupil more than the lines allow: every figure of the first school falls below its line.
    expect(turns.filter(({ year }) => year === 2029).map(told)).toEqual([
      '2029 section 1 - met unmet',
      ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map((id) => `2029 figure 1 ${id} met unmet`),
    ]);
  });

  it('counts school size by the pupils to come', () => {
    const crowded = {
      year: 2027,
      school: '1',
      stage: 'primary',
      change: { kind: 'set', students: 2001 },
    } as const;
    const turns = project({ ...plan, enrolment: [crowded] }).turns.map(told);
    expect(turns).toContain('2027 school 1 C11 met unmet');
  });

  it('lets a new school appear with its verdicts', () => {
    const founds = {
      code: '9',
      name: '新建小学',
      kind: 'primary',
      township: null,
      locale: 'urban',
      founder: 'public',
    } as const;
    const [extension] = plan.projects;
    if (!extension) throw new Error('the plan has a project');
    const intake = [{ from: null, stage: 'primary', students: 60 }] as const;
    const projects = [
      { ...extension, school: '9', founds, intake, gains: { roomArea: '900', sportsArea: '0' } },
    ];
    const turns = project({ ...plan, projects }).turns.map(told);
    expect(turns).toContain('2028 figure 9 C4 - met');
    expect(turns).toContain('2028 figure 9 C5 - unmet');
    expect(turns).toContain('2028 figure 9 C6 - no_data');
  });
});
