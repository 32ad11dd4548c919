import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { checkEvidence, EvidenceStore } from '../../apps/server/src/features/evidence/evidence.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { pdf } from '../support/evidence-files.js';
import {
  evidencePath,
  type EvidencePlan,
  insertEvidencePlan,
  signedIn,
  uploadForm,
} from '../support/evidence-scene.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';

const dayMs = 24 * 3_600_000;

let database: TestDatabase;
let dataSource: DataSource;
let plan: EvidencePlan;
let dataDir: string;
let store: EvidenceStore;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  plan = await insertEvidencePlan(dataSource);
  dataDir = mkdtempSync(join(tmpdir(), 'junheng-kill-'));
  store = new EvidenceStore(join(dataDir, 'evidence'), { maxBytes: 1_000_000, silenceMs: 1000 });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

const start = (env: Record<string, string>): Promise<SpawnedServer> =>
  spawnServer({ databaseUrl: database.url, dataDir, env: { JUNHENG_SCHEDULER: 'off', ...env } });
const waiting = (): number => (existsSync(store.temporary) ? readdirSync(store.temporary).length : 0);
const acknowledged: string[] = [];

/** @returns undefined when the server died over it */
async function upload(server: SpawnedServer, mark: string): Promise<number | undefined> {
  const body = uploadForm({ content: Buffer.concat([pdf, Buffer.from(mark)]) });
  const init = { method: 'POST', body, headers: signedIn(plan.lead) };
  const response = await fetch(`${server.origin}${evidencePath(plan)}`, init).catch(() => undefined);
  if (response?.status === 201) acknowledged.push(((await response.json()) as { id: string }).id);
  return response?.status;
}

/** Sends the beginning of a file and kills the server while it waits for the rest. */
async function killMidStream(server: SpawnedServer): Promise<void> {
  const before = waiting();
  const headers = { ...signedIn(plan.lead), 'content-type': 'multipart/form-data; boundary=x' };
  const outgoing = request(`${server.origin}${evidencePath(plan)}`, {
    method: 'POST',
    headers,
    agent: false,
  });
  outgoing.on('error', () => undefined);
  outgoing.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4');
  for (let tries = 0; waiting() === before && tries < 200; tries += 1) await delay(20);
  expect(waiting()).toBe(before + 1);
  await server.kill9();
  outgoing.destroy();
}

// The first unit of work checks the right to upload, the second registers the file.
const faults = [
  'after-evidence-file:1:kill9',
  'before-commit:2:kill9',
  'after-evidence-file:2:kill9',
  undefined,
];

test('T27 kill -9 during uploads: afterwards no row without file, and after the sweep no file without row', async () => {
  for (const [round, fault] of faults.entries()) {
    const server = await start(fault ? { FAULT: fault } : {});
    if (fault?.includes(':2:') && fault.startsWith('after'))
      expect(await upload(server, `good ${round}`)).toBe(201);
    if (fault) {
      expect(await upload(server, `dies ${round}`)).toBeUndefined();
      await server.kill9();
    } else {
      expect(await upload(server, `good ${round}`)).toBe(201);
      await killMidStream(server);
    }
    const check = await checkEvidence(dataSource.manager, store);
    expect({ round, missing: check.missing, changed: check.changed }).toEqual({
      round,
      missing: [],
      changed: [],
    });
  }
  const broken = await checkEvidence(dataSource.manager, store);
  expect(broken.filesWithoutRow).toHaveLength(3);
  expect(waiting()).toBe(1);

  const clockFile = join(dataDir, 'clock');
  writeFileSync(clockFile, new Date(performance.timeOrigin + performance.now() + 1.1 * dayMs).toISOString());
  const server = await start({ JUNHENG_TEST_CLOCK: clockFile });
  expect(await server.stop()).toBe(0);
  const swept = await checkEvidence(dataSource.manager, store);
  expect(swept).toMatchObject({ rows: acknowledged.length, missing: [], changed: [], filesWithoutRow: [] });
  expect(waiting()).toBe(0);
  const rows = await dataSource.query<{ id: string }[]>(`SELECT id FROM evidence`);
  expect(rows.map((row) => row.id).sort()).toEqual([...acknowledged].sort());
});
