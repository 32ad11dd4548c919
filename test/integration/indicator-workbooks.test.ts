import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conclusionNames } from '#indicator-engine';
import type { Cell } from '../../apps/server/src/features/indicators/files/cell.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type { SchoolView } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type { RemedyView } from '../../apps/server/src/features/indicators/remedy.dto.js';
import { importSchools, schoolCsv, tableSchools } from '../support/school-table.js';
import { limits } from '../support/workbooks.js';
import { XinmiScene } from '../support/xinmi-scene.js';

const schools = tableSchools(12, 7);
const codeOf = (index: number): string => schools[index]?.code ?? '';
let scene: XinmiScene;

beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15');
  await importSchools(scene, { bytes: schoolCsv(schools) });
});
afterAll(() => scene.close());

describe('R-66 workbooks of one school and of the remedies', () => {
  test('a school’s has its figures, verdicts and how they came about', async () => {
    const page = await scene.get<SchoolView>('finance', `indicators/schools/${codeOf(2)}`);
    const [figures, traces] = await sheets(`indicators/schools/${codeOf(2)}/school.xlsx`);
    const shown = [...page.sections.flatMap((section) => section.figures), ...page.other];
    expect(figures?.slice(3, 3 + shown.length).map((row) => [row[1], row[3]])).toEqual(
      shown.map(({ indicator, text }) => [indicator, text]),
    );
    expect(figures?.at(-1)?.[0]).toContain(conclusionNames[page.sections.at(-1)?.verdict ?? 'met']);
    expect(traces?.slice(3).map((row) => row[3])).toEqual(
      shown.flatMap(({ trace }) => trace.map(({ text }) => text)),
    );
  });

  test('the remedies’ has schools, county and the unit costs that were used', async () => {
    const query = '?mode=move&costC4=1234.5';
    const page = await scene.get<RemedyView>('finance', `indicators/remedy${query}`);
    const [bySchool, county, costs] = await sheets(`indicators/remedy.xlsx${query}`);
    expect(bySchool?.slice(3, 3 + page.schools.length).map((row) => [row[0], row[5]])).toEqual(
      page.schools.map(({ code, cost }) => [code, cost === null ? '—' : Number(cost)]),
    );
    expect(county?.slice(3, 3 + page.county.length).map((row) => [row[0], row[5], row[7], row[8]])).toEqual(
      page.county.map(({ indicator, added, moved, cost }) => [indicator, Number(added), moved, Number(cost)]),
    );
    expect(costs?.slice(3).map((row) => [row[0], row[3], row[4]])).toEqual(
      page.costs.map(({ indicator, cost, example }) => [indicator, Number(cost), example ? '示例' : '填写']),
    );
    expect(page.schools.length * page.county.length).toBeGreaterThan(0);
  });
});

async function sheets(path: string): Promise<(readonly (readonly Cell[])[])[]> {
  const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
    headers: { cookie: await scene.cookie('office') },
  });
  const read = await readSheets('a.xlsx', Buffer.from(await response.arrayBuffer()), limits);
  return read.sheets.map(({ rows }) => rows);
}
