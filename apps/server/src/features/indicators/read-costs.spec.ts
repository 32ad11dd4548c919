import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleCosts } from '#indicator-engine';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readCostsFile } from './read-costs.js';
import { textTable, textWidth } from './text-table.js';

const folder = mkdtempSync(join(tmpdir(), 'junheng-costs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'costs.yaml');
  writeFileSync(path, text);
  return path;
}

describe('unit costs', () => {
  test('shared costs, costs of one stage, and the example for the rest', async () => {
    const costs = await readCostsFile(file('C1: 90000\nC4: 2500.50\n初中:\n  C4: 2800\n'));
    expect(costs.primary).toEqual({ ...exampleCosts.primary, C1: '90000', C4: '2500.50' });
    expect(costs.junior).toEqual({ ...exampleCosts.junior, C1: '90000', C4: '2800' });
  });

  test.each([
    ['C1: 1\nC9: 2', 'costs.yaml 第 2 行：不认识的名称“C9”'],
    ['C1: -5', 'costs.yaml 第 1 行：C1 的单价应是不小于 0 的数'],
    ['C1: 十万', '第 1 行：C1 的单价'],
    ['- C1', '应是“C1: 100000”的形式'],
    ['C1: 1\nC1: 2', '第 2 行：格式有误'],
    ['小学:\n  初中: 1', '第 2 行：不认识的名称“初中”'],
  ])('%j is refused with its line', async (text, expected) => {
    await expect(readCostsFile(file(text))).rejects.toThrow(expected);
  });

  test('a file that is not there', async () => {
    await expect(readCostsFile(join(folder, 'none.yaml'))).rejects.toThrow('单价文件打不开');
  });
});

describe('tables for a terminal', () => {
  test('columns are aligned by what the eye sees', () => {
    const lines = textTable(
      ['学校', '人数'],
      [
        ['示例小学', '45'],
        ['A', '1620'],
      ],
      ['left', 'right'],
    );
    expect(lines).toEqual(['学校      人数', '示例小学    45', 'A         1620']);
    expect(new Set(lines.map(textWidth)).size).toBe(1);
  });
});
