import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { dated, example, expectValid, folder, junheng, root } from '../support/junheng-command.js';

afterAll(() => rmSync(folder, { recursive: true }));

describe('junheng indicators project, without a database', () => {
  test('project tells year by year what comes, what is 待补 and what it does not say', async () => {
    const assumptions = join(root, 'test/golden/assumptions-example.yaml');
    const words = ['indicators', 'project', example, '--assumptions', assumptions, ...dated];
    const { code, out } = await junheng(...words, '--to', '2029');
    expect(code).toBe(0);
    expect(out).toMatch(/^2028 +小学 +13 +3 +1 +12575 +1215 +1628 +0 +0$/m);
    expect(out).toContain('2028 年　示例新城小学小学：尚未开办 → 达标');
    expect(out).toContain('项目“示例北岭小学迁建”待补：开办年、小学新增学位；没有计入。');
    expect(out).not.toMatch(/^2030|undefined|NaN|\[object/m);
    const { projection } = expectValid('projection', (await junheng(...words, '--json')).out) as {
      readonly projection: { readonly years: readonly { readonly year: number }[] };
    };
    expect(projection.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
  });

  test('project names every fault of its assumptions in one pass, by line', async () => {
    const assumptions = join(folder, 'bad.yaml');
    const lines = [
      '学生数:',
      '  - { 年: 二七, 学段: 小学, 人数: 5 }',
      '  - { 年: 2027, 学段: 小学, 百分比: 一成 }',
      '  - { 年: 2027, 学校: 404, 学段: 初中, 人数: 5 }',
      '项目:',
      '  - 名称: 扩建',
      '    学校: 3990000001',
      '    开办年: 2028',
      '    面积: 5',
      '  - { 名称: 另一个, 学校: 3990000001, 开办年: 2028, 教学及辅助用房面积: 很大 }',
    ];
    writeFileSync(assumptions, lines.join('\n'));
    const { code, out } = await junheng(
      'indicators',
      'project',
      example,
      '--assumptions',
      assumptions,
      ...dated,
    );
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => /^bad\.yaml 第 (\d+) 行：/.exec(line)?.[1] ?? '')).toEqual([
      '2',
      '2',
      '3',
      '4',
      '9',
      '10',
      '',
    ]);
    expect(out).toContain('第 3 行：学生数第 2 行：“一成”不是数。');
    expect(out).toContain('第 9 行：不认识的名称“面积”');
  });
});
