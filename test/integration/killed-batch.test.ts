import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadPack, packDataDirectory } from '#campaign-pack';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { machineClock } from '../../apps/server/src/config/system-clock.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { createAccount } from '../../apps/server/src/features/accounts/accounts.module.js';
import { openSession } from '../../apps/server/src/features/accounts/sessions.js';
import {
  createCampaign,
  loadPackIntoCampaign,
} from '../../apps/server/src/features/campaigns/campaigns.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';

let database: TestDatabase;
let dataSource: DataSource;
let campaignId: string;
let cookie: string;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  campaignId = v7();
  const now = machineClock.now();
  await dataSource.transaction(async (manager) => {
    const pack = loadPack(join(packDataDirectory(), 'xinmi'));
    const work = { manager, campaignId, now: new Date(now), newId: () => v7(), actor: null };
    await createCampaign(work, { name: pack.name, place: pack.place });
    await loadPackIntoCampaign(work, pack);
    const account = {
      login: 'office',
      name: '政府办',
      email: null,
      passwordHash: 'office',
      administrator: false,
    };
    const membership = { campaignId, role: 'government_office' as const, unitId: null };
    const more = { mustChangePassword: false, demo: false, createdAt: new Date(now), membership };
    const id = await createAccount(manager, { ...account, ...more });
    cookie = `__Host-sid=${await openSession(manager, { id, passwordHash: 'office' }, now)}`;
  });
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const made = async (): Promise<Record<string, number>> => {
  const tables = ['task_batch', 'task', 'task_support', 'task_event'];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [row] = await dataSource.query<Record<string, number>[]>(
    `SELECT ${counts.join(', ')}, (SELECT last_task_seq FROM campaign) AS numbers`,
  );
  return row ?? {};
};

async function assignBatch(server: SpawnedServer, body: object): Promise<Response> {
  return fetch(`${server.origin}/api/v1/campaigns/${campaignId}/task-batches`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('T07 kill -9 in the middle of a batch assignment', () => {
  test.each(['mid-batch', 'before-commit'])(
    'at %s nothing is half-made, and the same request afterwards makes it once',
    async (point) => {
      const units = await dataSource.query<{ id: string }[]>(`SELECT id FROM unit ORDER BY position LIMIT 4`);
      const [helper, ...leads] = units.map(({ id }) => id);
      const items = leads.map((leadUnitId) => ({
        source: { kind: 'free' },
        title: '批量任务',
        leadUnitId,
        supportingUnitIds: [helper],
      }));
      const request = { requestId: v7(), assign: true, items };
      const environment = { databaseUrl: database.url, env: { JUNHENG_SCHEDULER: 'off' } };
      const dying = await spawnServer({
        ...environment,
        env: { ...environment.env, FAULT: `${point}:1:kill9` },
      });
      await expect(assignBatch(dying, request)).rejects.toThrow();
      expect(await made()).toEqual({ task_batch: 0, task: 0, task_support: 0, task_event: 0, numbers: 0 });
      const next = await spawnServer(environment);
      for (const attempt of ['first', 'repeated']) {
        const answer = await assignBatch(next, request);
        expect([attempt, answer.status]).toEqual([attempt, 201]);
      }
      expect(await made()).toEqual({ task_batch: 1, task: 3, task_support: 3, task_event: 6, numbers: 3 });
      expect(await next.stop()).toBe(0);
    },
  );
});
