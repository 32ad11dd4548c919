import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import type { IndicatorBoard } from '../../apps/server/src/features/indicators/indicators.dto.js';
import type {
  ImportPreview,
  ImportResult,
} from '../../apps/server/src/features/indicators/school-imports.dto.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type EvidencePlan, insertEvidencePlan, signedIn } from '../support/evidence-scene.js';
import { importForm } from '../support/school-table.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';
import { schoolHeaders, schoolRow, workbookOf } from '../support/workbooks.js';

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

const workbook = workbookOf({
  name: '学校基本情况表',
  rows: [schoolHeaders, schoolRow({}), schoolRow({ 学校标识码: '2141000002', 学校名称: '示例第二小学' })],
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
    `SELECT (SELECT count(*)::int FROM school_data_set) AS sets, (SELECT count(*)::int FROM school_record) AS schools`,
  );

describe('T23 kill -9 while a workbook is being imported', () => {
  test('leaves no row; the same confirmation afterwards stores every row once', async () => {
    const env = { JUNHENG_SCHEDULER: 'off' };
    const ids: string[] = [];
    for (const point of ['after-data-set', 'after-school-records']) {
      const dying = await spawnServer({
        databaseUrl: database.url,
        env: { ...env, FAULT: `${point}:1:kill9` },
      });
      const form = importForm({ bytes: workbook, asOf: '2022-09-01', fileName: '学校.xlsx' });
      const { id, accepted } = await call<ImportPreview>(dying, 'POST', 'school-imports', form);
      expect(accepted).toBe(2);
      ids.push(id);
      await expect(call(dying, 'POST', `school-imports/${id}/confirmation`)).rejects.toThrow('fetch failed');
      expect(await rows()).toEqual([{ sets: 0, schools: 0 }]);
    }
    const next = await spawnServer({ databaseUrl: database.url, env });
    for (const [index, id] of ids.entries()) {
      const { added } = await call<ImportResult>(next, 'POST', `school-imports/${id}/confirmation`);
      expect(added).toBe(index === 0 ? 2 : 0);
    }
    expect(await rows()).toEqual([{ sets: 1, schools: 2 }]);
    const board = await call<IndicatorBoard>(next, 'GET', 'indicators/board');
    expect(board.rows.find(({ id }) => id === 'C1')?.schoolsTotal).toBe(2);
    expect(await next.stop()).toBe(0);
  });
});
