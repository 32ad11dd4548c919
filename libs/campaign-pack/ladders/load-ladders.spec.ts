import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { laddersDirectory } from '../pack-directory.js';
import { PackError } from '../pack-fault.js';
import { loadLadders } from './load-ladders.js';

function faultsOf(text: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'ladders-'));
  writeFileSync(join(directory, 'bad.yaml'), text);
  try {
    loadLadders(directory);
  } catch (error) {
    if (error instanceof PackError) return error.faults.map((fault) => `${fault.line} ${fault.message}`);
    throw error;
  }
  return [];
}

describe('loadLadders', () => {
  it('reads the ladders that come with the program, each with its basis and what is to be verified', () => {
    const ladders = loadLadders(laddersDirectory());
    expect(ladders.map((ladder) => [ladder.id, ladder.rungs.map((rung) => rung.name).join('→')])).toEqual([
      ['three-colours', '蓝色督查单→橙色督查单→红色督查单'],
      ['xinmi', '提醒→催办→督办→通报→约谈建议'],
    ]);
    expect(ladders.every((ladder) => ladder.basis !== '' && ladder.toVerify !== null)).toBe(true);
    expect(ladders[1]?.rungs[0]?.late).toEqual({ due: -3, receipt: 0, verification: 0 });
  });

  it('names every fault of a file at once, with its line', () => {
    const faults = faultsOf(
      [
        'name: 坏的',
        'checkedOn: 2026-02-30',
        'start: { urgent: 9 }',
        'rungs:',
        '  - { name: 甲, colour: pink, late: { due: 3 }, audience: [mayor], issues: message }',
        '  - { name: 甲, colour: red, late: { due: 1 }, audience: [], issues: circular, replyWorkingDays: 99 }',
        '  - { name: 乙, colour: red, late: {}, audience: [head], issues: message, day: 3 }',
        '  - { name: 丙, colour: red, late: { due: 0 }, audience: [head], issues: circular }',
      ].join('\n'),
    ).join('\n');
    for (const part of [
      '缺少“basis”',
      '2026-02-30',
      '“紧急”任务的起始级别没有第 9 级',
      'pink',
      '不认识的对象“mayor”',
      '6 级别名称“甲”重复',
      '6 办理期限：“甲”（1）早于前面的“甲”（3）',
      '6 “甲”的回复时限',
      '7 “乙”没有触发条件',
      '不认识的名称“day”',
      '8 “丙”要发文书，须在逾期 1 个工作日以后',
    ])
      expect(faults).toContain(part);
  });
});
