import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { readSheets } from '../../apps/server/src/features/indicators/files/read-sheets.js';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type {
  ImportPreview,
  ImportResult,
} from '../../apps/server/src/features/indicators/school-imports.dto.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type EvidencePlan, insertEvidencePlan, signedIn } from '../support/evidence-scene.js';
import { classForm } from '../support/class-table.js';
import { importForm } from '../support/school-table.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';
import { limits, schoolHeaders, schoolRow, workbookOf } from '../support/workbooks.js';

let database: TestDatabase;
let dataSource: DataSource;
let plan: EvidencePlan;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  plan = await insertEvidencePlan(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const classHeaders = ['学校标识码', '学校名称', '学段', '年级', '班级', '学生数'];
const classRow = (name: string, students: number | string) => [
  '2141000001',
  '示例第一小学',
  '小学',
  '一年级',
  name,
  students,
];
const schoolSheet = {
  name: '学校基本情况表',
  rows: [schoolHeaders, schoolRow({}), schoolRow({ 学校标识码: '2141000002', 学校名称: '示例第二小学' })],
};
const workbook = workbookOf(schoolSheet, {
  name: '班级情况表',
  rows: [classHeaders, classRow('1班', 40), classRow('2班', 46)],
});

async function call<T>(server: SpawnedServer, method: string, path: string, body?: FormData): Promise<T> {
  const url = `${server.origin}/api/v1/campaigns/${plan.campaignId}/${path}`;
  const json = method === 'POST' && !body;
  const response = await fetch(url, {
    method,
    headers: { ...signedIn(plan.office), ...(json ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body } : json ? { body: '{}' } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const rows = (): Promise<unknown> =>
  dataSource.query(
    `SELECT (SELECT count(*)::int FROM school_data_set) AS sets, (SELECT count(*)::int FROM school_record) AS schools,
       (SELECT count(*)::int FROM class_record) AS classes, (SELECT count(*)::int FROM class_census) AS censuses,
       (SELECT count(*)::int FROM class_row) AS rows, (SELECT count(*)::int FROM ledger_entry WHERE kind = 'large_class')
       AS entries, (SELECT count(*)::int FROM ledger_event v JOIN ledger_entry e ON e.id = v.entry_id
         WHERE e.kind = 'large_class') AS events`,
  );

/** What is wrong in either table is told in one pass, and each has its error workbook. */
async function refusedClasses(server: SpawnedServer): Promise<void> {
  const bytes = workbookOf(schoolSheet, {
    name: '班级情况表',
    rows: [classHeaders, classRow('1班', '很多'), classRow('2班', 45)],
  });
  const form = importForm({ bytes, asOf: '2022-09-02', fileName: '学校.xlsx' });
  const preview = await call<ImportPreview>(server, 'POST', 'school-imports', form);
  expect(preview).toMatchObject({
    accepted: 3,
    rejected: 1,
    classRows: 2,
    classRowsRejected: 1,
    confirmable: false,
  });
  expect(preview.errors).toMatchObject([
    { sheet: '班级情况表', column: '学生数', cell: 'F2', value: '很多' },
  ]);
  const path = `school-imports/${preview.id}/errors.xlsx?table=classes`;
  const response = await fetch(`${server.origin}/api/v1/campaigns/${plan.campaignId}/${path}`, {
    headers: signedIn(plan.office),
  });
  const { sheets } = await readSheets('a.xlsx', Buffer.from(await response.arrayBuffer()), limits);
  expect(sheets[0]?.rows.map((row) => row[4])).toEqual(['班级', '1班']);
}

/** Killed while its rows go in, a file of classes leaves none. */
async function killedClasses(stored: object): Promise<void> {
  const bytes = workbookOf({
    name: '班级情况表',
    rows: [classHeaders, classRow('1班', 44), classRow('2班', 70), classRow('3班', 57)],
  });
  const env = { JUNHENG_SCHEDULER: 'off', FAULT: 'class-rows:1:kill9' };
  const dying = await spawnServer({ databaseUrl: database.url, env });
  const form = classForm({ bytes, asOf: '2022-09-20', fileName: '班级.xlsx' });
  await expect(call(dying, 'POST', 'class-imports', form)).rejects.toThrow('fetch failed');
  expect(await rows()).toEqual([stored]);
}

describe('T23 kill -9 while a workbook is being imported', () => {
  test('leaves no row; the same confirmation afterwards stores every row once', async () => {
    const env = { JUNHENG_SCHEDULER: 'off' };
    const ids: string[] = [];
    for (const point of ['after-school-records', 'ledger-judged']) {
      const dying = await spawnServer({
        databaseUrl: database.url,
        env: { ...env, FAULT: `${point}:1:kill9` },
      });
      const form = importForm({ bytes: workbook, asOf: '2022-09-01', fileName: '学校.xlsx' });
      const { id, accepted } = await call<ImportPreview>(dying, 'POST', 'school-imports', form);
      expect(accepted).toBe(4);
      ids.push(id);
      await expect(call(dying, 'POST', `school-imports/${id}/confirmation`)).rejects.toThrow('fetch failed');
      expect(await rows()).toEqual([
        { sets: 0, schools: 0, classes: 0, censuses: 0, rows: 0, entries: 0, events: 0 },
      ]);
    }
    const next = await spawnServer({ databaseUrl: database.url, env });
    for (const [index, id] of ids.entries()) {
      const { added, dataSet } = await call<ImportResult>(next, 'POST', `school-imports/${id}/confirmation`);
      expect([added, dataSet.schools, dataSet.classes]).toEqual([index === 0 ? 4 : 0, 2, 2]);
    }
    // One class of 46: the census of the workbook has opened it, once.
    const stored = { sets: 1, schools: 2, classes: 2, censuses: 1, rows: 2, entries: 1, events: 1 };
    expect(await rows()).toEqual([stored]);
    await killedClasses(stored);
    const board = await call<IndicatorBoard>(next, 'GET', 'indicators/board');
    expect(board.rows.find(({ id }) => id === 'C1')?.schoolsTotal).toBe(2);
    // One class of 46 in a school of which the other has told no classes.
    expect(board.rows.find(({ id }) => id === 'C12')).toMatchObject({ verdict: 'unmet', schoolsUnmet: 1 });
    await refusedClasses(next);
    expect(await next.stop()).toBe(0);
  });
});
