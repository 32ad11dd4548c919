import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { milestonesDirectory } from '../pack-directory.js';
import { PackError } from '../pack-fault.js';
import { loadMilestones } from './load-milestones.js';

function faultsOf(text: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'milestones-'));
  writeFileSync(join(directory, 'usual.yaml'), text);
  try {
    loadMilestones(directory);
  } catch (error) {
    if (error instanceof PackError) return error.faults.map(({ line, message }) => `${line} ${message}`);
    throw error;
  }
  return [];
}

const chain = (milestones: readonly string[]) =>
  [
    'name: 节点',
    'basis: 依据',
    'checkedOn: 2026-11-26',
    'taskWorkingDays: 10',
    'milestones:',
    ...milestones,
  ].join('\n');
const fair = [
  '  - { id: start, name: 开工, role: construction, reaches: started }',
  '  - { id: completion, name: 竣工, role: construction, reaches: completed }',
  '  - { id: acceptance, name: 验收, role: construction, reaches: accepted }',
  '  - { id: opening, name: 投用, role: school, reaches: opened }',
];

describe('the milestones that come with the program', () => {
  it('lead from 立项 to 投用 and say what they rest on', () => {
    const { milestones, basis, toVerify } = loadMilestones(milestonesDirectory());
    expect(milestones.map(({ name }) => name)).toEqual([
      '立项',
      '用地',
      '规划许可',
      '招标',
      '开工',
      '主体完工',
      '竣工',
      '验收',
      '投用',
    ]);
    expect([basis.length > 0, toVerify !== null]).toEqual([true, true]);
  });

  it('are refused with every fault and its line', () => {
    expect(faultsOf(chain(fair))).toEqual([]);
    expect(faultsOf(chain(fair.toReversed()))).toEqual([
      '1 须依次各有一个节点表示已开工、已竣工、已验收、已投用',
    ]);
    expect(faultsOf(chain([...fair, '  - { id: Start, name: 开工, role: school }']))).toEqual([
      '10 节点编号“Start”应是小写字母开头的英文',
      '10 节点名称“开工”重复',
    ]);
    expect(faultsOf(chain([...fair, '  - { id: more, name: 移交, role: nobody }']))[0]).toContain(
      '10 “role”',
    );
  });
});
