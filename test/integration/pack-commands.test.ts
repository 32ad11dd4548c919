import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { campaignId, closePackScene, openPackScene, rows, run, xinmi } from '../support/pack-scene.js';

beforeEach(openPackScene);
afterEach(closePackScene);

describe('junheng pack', () => {
  test('check prints every check and ends with 0: the plan has doubts, no faults', async () => {
    const { code, output } = await run('pack', 'check', 'xinmi');
    expect(code).toBe(0);
    expect(output).toContain('成员单位33（部门15、乡镇街道18）');
    expect(output).toMatch(/核对\d+项：相符\d+，须核实\d+，错误0/);
    expect(output).toContain('！ [三（二）2（2）] 2021年初中4950个学位 ÷ 2所 = 校均2475，超过');
  });

  test('check --json carries the same', async () => {
    const { output } = await run('pack', 'check', 'xinmi', '--json');
    expect(JSON.parse(output)).toMatchObject({
      packId: 'xinmi',
      fingerprint: xinmi.fingerprint,
      counts: { units: 33 },
    });
  });

  test('an unknown pack is one sentence and exit code 1', async () => {
    expect(await run('pack', 'check', 'nowhere')).toEqual({
      code: 1,
      output: '没有数据包“nowhere”。现有：xinmi',
    });
  });

  test('load shows what would change, waits for --yes, makes the campaign, and then finds nothing to do', async () => {
    const asked = await run('pack', 'load', 'xinmi');
    expect(asked.code).toBe(2);
    expect(asked.output).toContain('职责76');
    expect(await rows(`SELECT id FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([]);
    expect((await run('pack', 'load', 'xinmi', '--yes')).code).toBe(0);
    expect(await rows(`SELECT name FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([{ name: xinmi.name }]);
    const again = await run('pack', 'load', 'xinmi', '--yes', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.output)).toMatchObject({ unchanged: true, loaded: false });
  });

  test('load --campaign takes an existing one, and refuses what is none', async () => {
    expect((await run('pack', 'load', 'xinmi', '--campaign', campaignId, '--yes')).code).toBe(0);
    expect(await rows(`SELECT id FROM campaign WHERE pack_id = 'xinmi'`)).toEqual([{ id: campaignId }]);
    expect(await run('pack', 'load', 'xinmi', '--campaign', 'x')).toEqual({
      code: 1,
      output: '没有编号为 x 的创建工作。',
    });
  });
});

/** The real pack with parts of it replaced. */
