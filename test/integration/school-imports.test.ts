import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { previewImport } from '../../apps/server/src/features/indicators/preview-import.js';
import { rejectedWorkbook } from '../../apps/server/src/features/indicators/files/templates.js';
import { readSchools } from '../../apps/server/src/features/indicators/files/read-schools.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import { limits } from '../support/workbooks.js';
import type { DataSetRow } from '../../apps/server/src/features/indicators/school-imports.dto.js';
import { confirm, importSchools, preview, schoolCsv, tableSchools } from '../support/school-table.js';
import { XinmiScene } from '../support/xinmi-scene.js';

let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create();
});
afterAll(() => scene.close());

const schools = tableSchools(12, 7);

async function rows(): Promise<{ sets: number; schools: number }> {
  const [row] = await scene.query<{ sets: number; schools: number }>(
    `SELECT (SELECT count(*)::int FROM school_data_set) AS sets, (SELECT count(*)::int FROM school_record) AS schools`,
  );
  return row ?? { sets: -1, schools: -1 };
}

describe('importing 学校基本情况表', () => {
  test('R-75 a preview makes no data set; its confirmation stores every row', async () => {
    const previewed = await preview(scene, 'education', { bytes: schoolCsv(schools) });
    expect(previewed.status).toBe(201);
    expect(previewed.body).toMatchObject({
      fileName: '学校.csv',
      kind: 'annual',
      schoolYear: '2022-2023',
      rowsRead: 12,
      accepted: 12,
      rejected: 0,
      unchanged: 0,
      errors: [],
      duplicateOf: null,
      confirmable: true,
    });
    expect(await rows()).toEqual({ sets: 0, schools: 0 });
    const confirmed = await confirm(scene, 'education', previewed.body.id);
    expect(confirmed.body).toMatchObject({
      added: 12,
      skipped: 0,
      alreadyImported: false,
      dataSet: { schools: 12, kind: 'annual', importedBy: { name: '姓名education' } },
    });
    expect(await rows()).toEqual({ sets: 1, schools: 12 });
    const [first] = await scene.query<{ content: object }>(
      `SELECT content FROM school_record WHERE position = 1`,
    );
    expect(first?.content).toMatchObject({ code: schools[0]?.code, roomArea: schools[0]?.roomArea });
  });

  test('R-79 the same file again changes nothing and says so', async () => {
    const before = await rows();
    const { body } = await preview(scene, 'office', { bytes: schoolCsv(schools) });
    expect(body).toMatchObject({ unchanged: 12, confirmable: false, duplicateOf: { schools: 12 } });
    const { body: again } = await confirm(scene, 'office', body.id);
    expect(again).toMatchObject({ added: 0, alreadyImported: true, dataSet: { id: body.duplicateOf?.id } });
    expect(await rows()).toEqual(before);
  });

  test('年报 and 自测 of one file are two data sets, and a corrected school is the only one that changed', async () => {
    const own = await importSchools(scene, { bytes: schoolCsv(schools), kind: 'self_check' });
    expect(own.kind).toBe('self_check');
    const corrected = schoolCsv(schools, { 3: { 教学及辅助用房面积: '99999' } });
    const { body } = await preview(scene, 'education', { bytes: corrected, kind: 'self_check' });
    expect(body).toMatchObject({ unchanged: 11, accepted: 12, confirmable: true });
    const list = await scene.get<DataSetRow[]>('finance', 'school-data-sets');
    expect(list.map(({ kind }) => kind).toSorted()).toEqual(['annual', 'self_check']);
  });

  test('R-74 R-77 errors are all told in one pass; nothing is stored unless the good rows are asked for', async () => {
    const bytes = schoolCsv(schools, {
      0: { 小学在校生: '-3', 初中在校生: '-3' },
      5: { 教学及辅助用房面积: '很大' },
    });
    const { body } = await preview(scene, 'office', { bytes, asOf: '2022-09-02' });
    expect(body).toMatchObject({ rowsRead: 12, accepted: 10, rejected: 2, confirmable: false });
    expect(body.errors.map(({ row }) => row)).toEqual(expect.arrayContaining([2, 7]));
    expect(body.errors.find(({ row }) => row === 7)).toMatchObject({
      column: '教学及辅助用房面积',
      value: '很大',
      reason: '应是数字',
    });
    const before = await rows();
    const refused = await confirm(scene, 'office', body.id);
    expect([refused.status, refused.text.includes('有 2 行有错误')]).toEqual([422, true]);
    expect(await rows()).toEqual(before);
    const good = await confirm(scene, 'office', body.id, { goodRowsOnly: true });
    expect(good.body).toMatchObject({ added: 10, skipped: 2 });
    expect(await rows()).toEqual({ sets: before.sets + 1, schools: before.schools + 10 });
  });

  test('R-74 the error workbook holds exactly the refused rows and can be read again', async () => {
    const bytes = schoolCsv(schools, { 5: { 教学及辅助用房面积: '很大' } });
    const { body } = await preview(scene, 'office', { bytes, asOf: '2022-09-03' });
    const file = await download('office', `school-imports/${body.id}/errors.xlsx`);
    const { sheets } = await readSheets('错误行.xlsx', file, limits);
    const again = await readSchools(sheets);
    expect(again.rejected.map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([['应是数字']]);
    const direct = await readSchools((await readSheets('学校.csv', bytes)).sheets);
    const own = await readSheets('错误行.xlsx', await rejectedWorkbook(direct), limits);
    expect(sheets[0]?.rows).toEqual(own.sheets[0]?.rows);
  });

  test('a data set is never changed afterwards', async () => {
    for (const sql of ['UPDATE school_record SET position = 0', 'DELETE FROM school_data_set']) {
      await expect(scene.query(sql)).rejects.toThrow('append-only');
    }
  });

  test('a form that is not complete says what is missing; a day to come is refused', async () => {
    const bytes = schoolCsv(schools);
    const incomplete = await preview(scene, 'office', { bytes, kind: 'other', asOf: '2022-02-30' });
    expect([incomplete.status, incomplete.text.includes('/kind'), incomplete.text.includes('/asOf')]).toEqual(
      [400, true, true],
    );
    expect((await preview(scene, 'office', { bytes, asOf: '2022-09-16' })).status).toBe(422);
    const empty = await preview(scene, 'office', { bytes: Buffer.from('不是表格'), fileName: 'a.exe' });
    expect([empty.status, empty.body]).toMatchObject([422, { code: 'import_refused' }]);
    const json = await scene.call('office', 'POST', 'school-imports', { body: {} });
    expect(json.status).toBe(400);
  });

  test('characters the database cannot keep do not break an import', async () => {
    const bytes = schoolCsv(schools);
    const reading = await readSchools((await readSheets('学校.csv', bytes)).sheets);
    const [first] = reading.accepted;
    const accepted = first ? [{ ...first, name: '虚构\u0000\ud800学校' }] : [];
    const table = { kind: 'annual', asOf: civilDate('2022-09-04'), fileName: '学校.csv', bytes } as const;
    const { id } = await scene.work('office', (work) =>
      previewImport(
        work,
        { ...table, sha256: 'one' },
        { schools: { ...reading, rowsRead: 1, accepted }, classes: null },
      ),
    );
    expect((await confirm(scene, 'office', id)).body.added).toBe(1);
    const [kept] = await scene.query(
      `SELECT content ->> 'name' AS name FROM school_record ORDER BY data_set_id DESC LIMIT 1`,
    );
    expect(kept).toEqual({ name: '虚构学校' });
  });

  test('only the government office and the education bureau may import', async () => {
    const bytes = schoolCsv(schools);
    for (const who of ['finance', 'police', 'supervision'] as const) {
      expect([who, (await preview(scene, who, { bytes })).status]).toEqual([who, 403]);
    }
    expect((await preview(scene, 'admin', { bytes })).status).toBe(404);
  });

  test('two confirmations at once make one data set', async () => {
    const table = { bytes: schoolCsv(tableSchools(5, 99)), asOf: '2022-09-05' };
    const [one, two] = [await preview(scene, 'office', table), await preview(scene, 'education', table)];
    const answers = await Promise.all([
      confirm(scene, 'office', one.body.id),
      confirm(scene, 'education', two.body.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.added).toSorted((a, b) => a - b)).toEqual([0, 5]);
    expect(new Set(answers.map(({ body }) => body.dataSet.id)).size).toBe(1);
  });
});

async function download(who: 'office', path: string): Promise<Buffer> {
  const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/${path}`, {
    headers: { cookie: await scene.cookie(who) },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe.each(['after-data-set', 'after-school-records', 'before-commit'])(
  'T23 a confirmation that fails %s',
  (point) => {
    test('leaves no row', async () => {
      const failing = await XinmiScene.create('2022-09-15', {
        environment: { NODE_ENV: 'test', FAULT: faultOf(point) },
      });
      try {
        const { body } = await preview(failing, 'office', { bytes: schoolCsv(schools) });
        expect((await confirm(failing, 'office', body.id)).status).toBe(500);
        expect(
          await failing.query(`SELECT 1 FROM school_data_set UNION ALL SELECT 1 FROM school_record`),
        ).toEqual([]);
        expect((await confirm(failing, 'office', body.id)).body.added).toBe(12);
      } finally {
        await failing.close();
      }
    });
  },
);

/** The preview commits once before. */
function faultOf(point: string): string {
  return point === 'before-commit' ? 'before-commit:2:throw' : `${point}:1:throw`;
}
