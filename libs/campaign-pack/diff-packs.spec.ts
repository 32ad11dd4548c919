import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diffPacks, isUnchanged, loadPack, packDataDirectory, type PackContent } from './index.js';

const pack = loadPack(join(packDataDirectory(), 'xinmi'));
const nothing = { added: [], changed: [], removed: [] };

describe('the difference of two packs', () => {
  test('of a pack and itself is none', () => {
    expect(diffPacks(pack, pack)).toEqual(nothing);
    expect(isUnchanged(diffPacks(pack, pack))).toBe(true);
  });

  test('of nothing and a pack is everything', () => {
    const { added, changed, removed } = diffPacks(null, pack);
    expect([added.length, changed.length, removed.length]).toEqual([234, 0, 0]);
    expect(isUnchanged({ added, changed, removed })).toBe(false);
  });

  test('names changed fields in the words of the clerk', () => {
    const targets = pack.targets.map((target) =>
      target.id === 'fund-primary' ? { ...target, value: '900', clause: 'task-1-2' } : target,
    );
    expect(diffPacks(pack, { ...pack, targets })).toEqual({
      ...nothing,
      changed: [
        {
          kind: 'target',
          id: 'fund-primary',
          title: '普通小学生均公用经费',
          fields: [
            { name: '目标值', before: '≥ 850 元/生·年', after: '≥ 900 元/生·年' },
            { name: '依据', before: '三（一）1', after: '三（一）2' },
          ],
        },
      ],
    });
  });

  test('shows what is empty, yes and no, and lists in words', () => {
    const units = pack.units.map((unit) =>
      unit.id === 'tax' ? { ...unit, namePending: true, aliases: ['甲', '乙'] } : unit,
    );
    const phases = pack.phases.map((phase) =>
      phase.id === 'phase-1' ? { ...phase, startsOn: null } : phase,
    );
    const fields = diffPacks(pack, { ...pack, units, phases }).changed.flatMap(
      (change) => change.fields ?? [],
    );
    expect(fields).toEqual([
      { name: '名称待补', before: '否', after: '是' },
      { name: '其他叫法', before: '市税务局', after: '甲、乙' },
      { name: '开始', before: '2021-04-01', after: '无' },
    ]);
  });

  test('an entry put in between moves nobody; two that change places are said to', () => {
    const [first, second, ...rest] = pack.projects;
    if (!first || !second) throw new Error('the pack has projects');
    const fresh = { ...first, id: 'school-new', school: '新校' };
    expect(diffPacks(pack, numbered([first, fresh, second, ...rest]))).toEqual({
      ...nothing,
      added: [{ kind: 'project', id: 'school-new', title: '新校' }],
    });
    const swapped = diffPacks(pack, numbered([second, first, ...rest])).changed;
    expect(swapped.map((change) => [change.id, change.fields?.map((field) => field.name)])).toEqual([
      [second.id, ['次序']],
      [first.id, ['次序']],
    ]);
  });

  test('what is gone is listed with its title', () => {
    const { removed } = diffPacks(pack, { ...pack, phases: [], members: null });
    expect(removed.map((change) => change.title)).toEqual(['成员单位数', '启动准备', '实施争创', '迎接验收']);
  });
});

function numbered(projects: PackContent['projects']): PackContent {
  return { ...pack, projects: projects.map((project, index) => ({ ...project, order: index + 1 })) };
}
