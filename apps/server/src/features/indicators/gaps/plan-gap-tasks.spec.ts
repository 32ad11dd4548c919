import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCounty, type Judgement, verdictNames } from '#indicator-engine';
import { civilDate } from '#kernel';
import type { UnitRef } from '../../../http/refs.dto.js';
import { nationalStandard, sampleSchools } from '../../../../../../test/support/sample-county.js';
import { figuresOf } from './figures-of.js';
import type { GapLine } from './gap-tasks.dto.js';
import { lackingOf } from './lacking.js';
import { planGapTasks } from './plan-gap-tasks.js';

const unit = (id: string): UnitRef => ({ id, name: id, shortName: id, kind: 'department' });
const responsibility = { leadUnits: [unit('教育局'), unit('住建局')], supportUnits: [unit('财政局')] };
const indicator = { id: 'C4', name: '生均教学及辅助用房面积', group: 'resources' as const };
const gapOf = (code: string | null): GapLine => ({
  schoolCode: code,
  schoolName: code && `学校${code}`,
  stage: null,
  figure: '4.0',
  line: '≥ 4.5',
  lacking: '缺 1 ㎡',
});
const codes = fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map(String), { maxLength: 80 });

describe('tasks planned from gaps', () => {
  test('hold every gap once for each lead unit, together or by school', () => {
    fc.assert(
      fc.property(codes, fc.boolean(), (schools, perSchool) => {
        const gaps = schools.map(gapOf);
        const tasks = planGapTasks({ indicator, gaps, responsibility, perSchool, source: '年报' });
        for (const { id } of responsibility.leadUnits) {
          const own = tasks.filter(({ leadUnit }) => leadUnit.id === id);
          expect(own.flatMap(({ lines }) => lines)).toEqual(gaps);
          expect(own.length).toBe(perSchool ? gaps.length : Math.min(1, gaps.length));
        }
        expect(
          tasks.every(({ title, description }) => title.length <= 200 && description.length <= 5000),
        ).toBe(true);
      }),
    );
  });

  test('are named after the school, the number of schools, or the indicator alone', () => {
    const titles = [[gapOf('1')], [gapOf('1'), gapOf('2')], [gapOf(null)]].map(
      (gaps) => planGapTasks({ indicator, gaps, responsibility, perSchool: false, source: '年报' })[0]?.title,
    );
    expect(titles).toEqual([
      '学校1 C4 生均教学及辅助用房面积未达标',
      'C4 生均教学及辅助用房面积：2 所学校未达标',
      'C4 生均教学及辅助用房面积未达标',
    ]);
  });
});

describe('figures of an indicator', () => {
  const standard = nationalStandard();
  const schools = sampleSchools(20, 4);
  const judged = (outcome: Judgement['outcome']) => {
    const judgement: Judgement = {
      indicator: 'C17',
      test: null,
      point: null,
      outcome,
      judgedOn: civilDate('2026-08-01'),
      unit: '编办',
      confirmedOn: civilDate('2026-08-02'),
      evidence: null,
    };
    const county = { figures: {}, schoolFigures: {}, judgements: [judgement], vetoes: [] };
    return { standard, schools, result: evaluateCounty({ schools, classes: null, county }, standard) };
  };

  test('of C4 are every section and both coefficients; what is lacking is in whole units', () => {
    const evaluation = judged('met');
    const figures = figuresOf(evaluation, 'C4');
    expect(figures.length).toBe(evaluation.result.sections.length + 2);
    const lacking = lackingOf(evaluation);
    const unmet = figures.filter(({ verdict, schoolCode }) => verdict === 'unmet' && schoolCode !== null);
    expect(unmet.length).toBeGreaterThan(0);
    for (const figure of unmet) expect(lacking(figure)).toMatch(/^缺 [1-9]\d* ㎡$/);
  });

  test('of an indicator judged for the county is one, without a school', () => {
    for (const outcome of ['met', 'unmet'] as const) {
      expect(figuresOf(judged(outcome), 'C17')).toMatchObject([
        { schoolCode: null, stage: null, verdict: outcome, figure: verdictNames[outcome] },
      ]);
    }
  });
});
