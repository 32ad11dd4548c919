import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { nationalStandard, schoolAtLine } from '../../test/support/sample-county.js';
import { shippedCatalogue } from '../../test/support/shipped-standard.js';
import type { StandardCatalogue } from './catalogue.js';
import { evaluateCounty } from './evaluate-county.js';
import { explain, explainSection, type ExplainQuery, type Explanation } from './explain.js';
import { standardAsOf } from './standard-as-of.js';
import { type EvaluationInput, resourceIndicators, type Standard, stages } from './types.js';

const standard = nationalStandard();
const cells = { 'students.primary': '学校基本情况表!H7', 'aboveDegree.primary': '学校基本情况表!M7' };
const school = schoolAtLine({ cells, aboveDegree: { primary: '4', junior: null } });
const nineYear = schoolAtLine({
  code: '2',
  name: '第二学校',
  kind: 'nine_year',
  students: { primary: 166, junior: 210, senior: null },
});
const point = schoolAtLine({
  code: '3',
  kind: 'teaching_point',
  inScope: null,
  students: { primary: 9, junior: null, senior: null },
});
const input: EvaluationInput = {
  schools: [school, nineYear, point],
  classes: null,
  county: {
    figures: { allocatedQuota: '75', enrolmentPlan: '100' },
    schoolFigures: {},
    judgements: [],
    vetoes: [],
    cells: { 'figures.allocatedQuota': '县级数据!B4' },
  },
};
const result = evaluateCounty(input, standard);
const ask = (query: Partial<ExplainQuery>): Explanation[] =>
  explain(result, standard, { indicator: 'C1', school: null, stage: null, ...query });

describe('one figure of one school', () => {
  const [why, ...more] = ask({ school: '1' });

  test('is explained once, with title and verdict', () => {
    expect(more).toEqual([]);
    expect(why).toMatchObject({ title: '第一小学 小学 C1', verdict: '未达标', localVerdict: null });
  });

  test('carries inputs with cells, formula, line with basis and start, steps and verdict, in this order', () => {
    expect(why?.lines.slice(0, 7)).toEqual([
      '输入：高于规定学历教师数：4 人（学校基本情况表!M7）',
      '输入：小学在校生：100 人（学校基本情况表!H7）',
      '公式：高于规定学历教师数 ÷ 在校生数 × 100',
      '计算：4 ÷ 100 × 100 = 4.000 人/百生',
      '标准：国家标准 ≥ 4.2 人/百生（自2017-12-31起，县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号） C1）',
      expect.stringMatching(/^标准：余项下限比例 0\.85（自2017-12-31起，.*待核）$/),
      '判定：国家标准：未达标；不低于标准的下限 3.57',
    ]);
  });

  test('says how the words are understood and that this is to be verified', () => {
    expect(why?.lines.at(-2)).toContain('口径：小学：专科、本科、硕士、博士学历');
    expect(why?.weak).toBe(true);
  });
});

describe('every figure has an answer', () => {
  test.each(['1', '2'])('all resource indicators of school %s', (code) => {
    for (const indicator of resourceIndicators) {
      const found = ask({ school: code, indicator });
      expect(found).toHaveLength(code === '1' ? 1 : 2);
      for (const each of found) expect(each.lines.some((line) => line.startsWith('判定：'))).toBe(true);
    }
  });

  test('a stage narrows the question', () => {
    expect(ask({ school: '2', stage: 'junior', indicator: 'C4' }).map(({ title }) => title)).toEqual([
      '第二学校 初中 C4',
    ]);
  });

  test('the share of an integrated school is shown', () => {
    const text = ask({ school: '2', stage: 'primary', indicator: 'C4' })[0]?.lines.join('\n');
    expect(text).toContain('公式：小学部分摊比例 = 1×166 ÷ (1×166 + 1.1×210)');
    expect(text).toContain('小学部 450 × 0.418136 = 188.16');
  });

  test('both stages’ coefficients of the county', () => {
    expect(ask({ indicator: 'C4' }).map(({ title }) => title)).toEqual(
      stages.map((each) => expect.stringContaining(each === 'primary' ? '小学' : '初中')),
    );
  });

  test('county indicators test by test, with their cells', () => {
    const [quota, rural] = ask({ indicator: 'C21' });
    expect(quota?.lines[0]).toBe('输入：分配到初中的名额：75（县级数据!B4）');
    expect(quota?.lines).toContain('公式：分配到初中的名额 ÷ 优质高中招生计划数 × 100');
    expect(rural).toMatchObject({ verdict: '无数据' });
  });

  test('indicators by school, of the county and of one school', () => {
    expect(ask({ indicator: 'C11' })[0]?.lines[0]).toMatch(/^计算：第一小学：达标，/);
    expect(ask({ indicator: 'C11', school: '2' })[0]?.lines.join()).toContain('≤ 2500 人');
  });

  test('a school outside the seven indicators: why', () => {
    expect(ask({ school: '3' })[0]).toMatchObject({
      verdict: '不适用',
      lines: expect.arrayContaining(['说明：不列入7项指标：不足50人的教学点不列入7项指标']),
    });
  });

  test('what is not there has no explanation', () => {
    expect(ask({ indicator: 'C99' })).toEqual([]);
    expect(ask({ school: 'none' })).toEqual([]);
  });
});

test('the school rule is explained', () => {
  const section = result.sections[0];
  expect(section && explainSection(section)).toMatchObject({
    title: '第一小学 小学 学校综合达标',
    verdict: '达标',
    lines: expect.arrayContaining([
      '公式：7项中至少6项达标，其余不低于标准的下限比例',
      '计算：达标 6 项；C1未达标但不低于下限',
    ]),
    weak: true,
  });
});

test('national line and local target stand apart in the answer', () => {
  const qinxian = shippedCatalogue();
  const local = evaluateCounty(input, standardOf(qinxian));
  const [quota] = explain(local, standardOf(qinxian), { indicator: 'C21', school: null, stage: null });
  expect(quota).toMatchObject({ verdict: '达标', localVerdict: '未达标' });
  expect(quota?.lines.join('\n')).toContain('本地目标 ≥ 80 %（自2021-11-28起，期限2029-12-31');
});

function standardOf(catalogue: StandardCatalogue): Standard {
  return standardAsOf(catalogue, 'qinxian', civilDate('2026-09-01'));
}
