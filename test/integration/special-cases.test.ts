import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SpecialCaseBoard } from '../../apps/server/src/features/indicators/county/special-cases.dto.js';
import type { SchoolView } from '../../apps/server/src/features/indicators/indicators.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2023-10-15');
});
afterAll(() => scene.close());

const post = (who: Who, path: string, body: object) =>
  scene.call(who, 'POST', `indicators/${path}`, { body });

test('a registered special case is applied, shown as 待核, and the verdict without it stays in sight', async () => {
  const bytes = schoolCsv(tableSchools(6, 3), {
    0: { 办学类型: '小学', 城乡类型: '城区', 小学在校生: '2300', 初中在校生: '', 高中在校生: '' },
  });
  await importSchools(scene, { bytes, asOf: '2023-10-13' });
  const code = tableSchools(6, 3)[0]?.code ?? '';
  const c11 = async (query = '') =>
    (await scene.get<SchoolView>('police', `indicators/schools/${code}${query}`)).other.find(
      ({ indicator }) => indicator === 'C11',
    );
  expect(await c11()).toMatchObject({ verdict: 'unmet' });
  const use = {
    case: 'size-2010',
    school: code,
    applies: true,
    ground: '2008年建成，有产权证',
    since: '2023-10-14',
  };
  expect((await post('police', 'special-cases', use)).status).toBe(403);
  expect((await post('office', 'special-cases', { ...use, case: 'size-2010-nine-year' })).status).toBe(422);
  expect((await post('education', 'special-cases', use)).status).toBe(204);
  const met = await c11();
  expect(met).toMatchObject({ verdict: 'met', reason: expect.stringContaining('不按特殊情形：未达标') });
  expect(met?.trace.some(({ weak, text }) => weak && text.includes('2008年建成'))).toBe(true);
  expect(await c11('?asOf=2023-10-13')).toMatchObject({ verdict: 'unmet' });
  const { cases } = await scene.get<SpecialCaseBoard>('police', 'indicators/special-cases');
  expect(cases.every(({ weak }) => weak)).toBe(true);
  expect(cases.find(({ id }) => id === 'size-2010')?.uses).toMatchObject([
    { school: code, verdict: 'met', verdictWithout: 'unmet', misfit: null },
  ]);
  expect((await post('office', 'special-cases', { ...use, applies: false })).status).toBe(204);
  expect(await c11()).toMatchObject({ verdict: 'unmet' });
});
