import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { behaviourOf, loadBehaviour, PackError, usualBehaviourFile } from '../index.js';

const usualText = readFileSync(usualBehaviourFile(), 'utf8');

function fromText(text: string): ReturnType<typeof loadBehaviour> {
  const file = join(mkdtempSync(join(tmpdir(), 'behaviour-')), 'mine.yaml');
  writeFileSync(file, text);
  return loadBehaviour(file);
}

function faultsOf(text: string): string[] {
  try {
    fromText(text);
  } catch (error) {
    if (error instanceof PackError) return error.faults.map(({ line, message }) => `${line} ${message}`);
    throw error;
  }
  return [];
}

describe('how people behave in a simulation', () => {
  it('ships usual habits whose shares add up, and an exception', () => {
    const behaviour = loadBehaviour(usualBehaviourFile());
    expect(behaviour.usual.shares).toEqual({ onTime: 0.7, late: 0.18, silent: 0.04, asksExtension: 0.08 });
    expect(behaviour.usual.lateness).toEqual({ from: 1, to: 15 });
    expect(behaviourOf(behaviour, 'finance').stirredAt).toBe(2);
    expect(behaviourOf(behaviour, 'education')).toBe(behaviour.usual);
  });

  it('names every fault with its line in one pass', () => {
    const broken = usualText
      .replace('按期: 0.70', '按期: 0.60')
      .replace('提前: 0-10', '提前: 10-0')
      .replace('退回: 0.10', '退回: 1.5\n  退还: 1');
    expect(faultsOf(broken)).toEqual([
      '4 “按期、逾期、不签收、申请延期”四个比例加起来应是 1，现在是 0.9',
      '9 “提前”应写成“最少-最多”个工作日，如 1-10',
      '15 “退回”是比例，应在 0 到 1 之间',
      '16 办公室里有不认识的名称“退还”',
    ]);
  });

  it('says what is missing, and refuses a unit written twice', () => {
    expect(faultsOf('名称: 空')).toEqual(['1 文件缺少“成员单位”', '1 文件缺少“办公室”']);
    const twice = `${usualText}${usualText.slice(usualText.indexOf('  - 单位'))}`;
    expect(faultsOf(twice)).toEqual(['29 单位“finance”写了两次']);
  });
});
