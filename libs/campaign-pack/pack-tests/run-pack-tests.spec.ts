import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStandards, PackError, type PackTestResult, runPackTests, standardsDirectory } from '../index.js';

const shipped = runPackTests(join(standardsDirectory(), 'tests'));

describe('the situations that come with the standard', () => {
  test('are at least 25', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(25);
  });

  test.each(shipped.map((each) => [`${each.file}:${each.line} ${each.sentence}`, each] as const))(
    '%s',
    (_, each) => {
      expect(each.differences).toEqual([]);
      expect(each.ok).toBe(true);
    },
  );
});

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function run(...lines: readonly string[]): PackTestResult[] {
  const directory = mkdtempSync(join(tmpdir(), 'junheng-situations-'));
  made.push(directory);
  writeFileSync(join(directory, 'a.yaml'), `${lines.join('\n')}\n`);
  return runPackTests(directory, loadStandards(standardsDirectory()));
}

const head = ['情形:', '  - 说明: 一句话', '    日期: 2026-09-01'];
const school =
  '    学校: [{ 学校: 甲, 办学类型: 小学, 小学在校生: 500, 小学高于规定学历教师: 20, 其余: 充足 }]';

describe('a situation that does not hold', () => {
  test('says what was expected and what came out, with its line', () => {
    const [result] = run(
      ...head,
      school,
      '    预期:',
      "      - { 学校: 甲, 学段: 小学, 指标: C1, 结论: 达标, 数值: '4.200' }",
    );
    expect(result).toEqual({
      file: 'a.yaml',
      line: 2,
      sentence: '一句话',
      ok: false,
      differences: [
        '第6行 甲 小学 C1 结论：预期“达标”，算出“未达标”',
        '第6行 甲 小学 C1 数值：预期“4.200”，算出“4.000”',
      ],
    });
  });

  test('about something that is not there says so instead of passing', () => {
    const [result] = run(...head, school, '    预期: [{ 学校: 乙, 指标: C1, 结论: 达标 }]');
    expect(result?.differences).toEqual(['第5行：没有“乙 C1”的结果']);
  });

  test.each([
    ['{ 核对: 学校综合, 学校: 甲, 结论: 未达标 }', '算出“达标”'],
    ['{ 核对: 差异系数, 学段: 小学, 指标: C1, 结论: 未达标 }', '算出“达标”'],
    ['{ 核对: 不列入, 学校: 甲, 结论: 不适用 }', '没有“甲”的结果'],
    ['{ 核对: 一票否决, 指标: 弄虚作假, 结论: 未达标 }', '算出“达标”'],
    ['{ 核对: 全县, 结论: 达标 }', '算出“待核实”'],
    ['{ 指标: C21, 本地结论: 达标 }', '算出“无”'],
    ['{ 学校: 甲, 指标: C11, 原因: 超过 }', '算出“无”'],
  ])('%s is found out', (expected, said) => {
    const [result] = run(...head, school, `    预期: [${expected}]`);
    expect(result?.ok).toBe(false);
    expect(result?.differences.join()).toContain(said);
  });
});

describe('a file that is no list of situations is refused with file and line', () => {
  const faultsOf = (...lines: readonly string[]): string => {
    try {
      run(...lines);
    } catch (error) {
      if (error instanceof PackError) return error.message;
      throw error;
    }
    return '';
  };
  const expected = '    预期: [{ 学校: 甲, 指标: C1, 结论: 未达标 }]';

  test('the sample itself is readable', () => {
    expect(faultsOf(...head, school, expected)).toBe('');
  });

  test.each([
    ['a misspelt key', [...head, '    学効: []', expected], 'a.yaml:4 情形里有不认识的名称“学効”'],
    ['no expectation', [...head, school], 'a.yaml:2 没有写预期'],
    ['a date that does not exist', [...head.slice(0, 2), '    日期: 2026-02-30', expected], 'a.yaml:3'],
    [
      'an unknown place',
      [...head, '    地方: 某地', expected],
      'a.yaml:4 “地方”应是gulou、河南省开封市鼓楼区',
    ],
    [
      'an unknown kind',
      [...head, '    学校: [{ 学校: 甲, 办学类型: 大学 }]', expected],
      'a.yaml:4 “办学类型”应是小学',
    ],
    [
      'an unknown figure',
      [...head, '    县级数据: { 教师人数: 5 }', expected],
      'a.yaml:4 县级数据里有不认识的名称“教师人数”',
    ],
    [
      'an unknown verdict',
      [...head, school, '    预期: [{ 学校: 甲, 指标: C1, 结论: 合格 }]'],
      'a.yaml:5 “结论”应是达标',
    ],
    [
      'half a pupil',
      [...head, '    学校: [{ 学校: 甲, 办学类型: 小学, 小学在校生: 1.5 }]', expected],
      'a.yaml:4',
    ],
    [
      'an unknown veto',
      [...head, '    一票否决: [{ 事项: 迟到, 日期: 2026-05-01, 状态: 未处理 }]', expected],
      'a.yaml:4 “事项”',
    ],
  ])('%s', (_, lines, said) => {
    expect(faultsOf(...lines)).toContain(said);
  });
});
