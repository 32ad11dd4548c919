import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { writeClock } from '../support/clock-file.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.js';
import {
  evidencePath,
  type EvidencePlan,
  insertEvidencePlan,
  signedIn,
  uploadForm,
} from '../support/evidence-scene.js';
import { beijing } from '../support/office.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';

const root = mkdtempSync(join(tmpdir(), 'junheng-starved-'));
const smallDisk = mountSmallDisk();
const opensAt = beijing('2022-09-15 09:00');
let database: TestDatabase;
let dataSource: DataSource;
let proxy: DatabaseProxy;
let sink: SmtpSink;
let plan: EvidencePlan;
let server: SpawnedServer;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection).initialize();
  plan = await insertEvidencePlan(dataSource);
  await dataSource.query(
    `UPDATE session SET created_at = $1, last_seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'`,
    [new Date(opensAt)],
  );
  sink = await startSmtpSink();
  sink.mode('hang');
  proxy = await startDatabaseProxy(database.connection);
  writeClock(join(root, 'clock'), opensAt);
  server = await spawnServer({
    databaseUrl: proxy.url,
    dataDir: join(root, 'data'),
    env: { JUNHENG_TEST_CLOCK: join(root, 'clock'), SMTP_URL: sink.url, MAIL_FROM: 'junheng@example.gov.cn' },
  });
});
afterAll(async () => {
  await server.kill9();
  await sink.close();
  await proxy.close();
  await dataSource.destroy();
  await database.drop();
  if (smallDisk) execFileSync('umount', [join(root, 'data')]);
  rmSync(root, { recursive: true });
});

/** Only root may, and not in every container. */
function mountSmallDisk(): boolean {
  const folder = join(root, 'data');
  execFileSync('mkdir', [folder]);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0700', 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function taskPath(): string {
  return `/api/v1/campaigns/${plan.campaignId}/tasks/${plan.taskId}`;
}
function read(): Promise<Response> {
  return fetch(`${server.origin}${taskPath()}`, { headers: signedIn(plan.lead) });
}
async function answersWithin(ms: number, wanted: number): Promise<void> {
  const until = performance.now() + ms;
  let last = 0;
  while (performance.now() < until) {
    last = await read().then((response) => response.status);
    if (last === wanted) return;
    await delay(100);
  }
  throw new Error(`after ${ms} ms the answer is still ${last}`);
}

describe('T19 a server that lacks what it needs', () => {
  test('T19 without its database it answers 503, and 200 within five seconds of its return', async () => {
    await answersWithin(5_000, 200);
    proxy.cut();
    const refused = await read();
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'unavailable' });
    proxy.restore();
    await answersWithin(5_000, 200);
  });

  test('T19 when the database falls silent no request waits longer than ten seconds', async () => {
    proxy.swallow();
    const startedAt = performance.now();
    const answers = await Promise.all(Array.from({ length: 15 }, () => read().then(({ status }) => status)));
    const ms = performance.now() - startedAt;
    proxy.restore();
    expect(new Set(answers)).toEqual(new Set([503]));
    expect(ms).toBeLessThan(10_000);
    await answersWithin(5_000, 200);
  });

  // Skipped where no tmpfs may be mounted: no other disk may be filled.
  (smallDisk ? test : test.skip)(
    'T19 on a full disk an upload answers 507 and leaves nothing behind, reading goes on, and freed space is used at once (skipped where no tmpfs may be mounted)',
    async () => {
      const data = join(root, 'data');
      const upload = () =>
        fetch(`${server.origin}${evidencePath(plan)}`, {
          method: 'POST',
          headers: signedIn(plan.lead),
          body: uploadForm({ content: Buffer.from(`%PDF-1.7\n${'佐证'.repeat(50_000)}`), name: '报告.pdf' }),
        });
      const { bavail, bsize } = statfsSync(data);
      writeFileSync(join(data, 'filler'), Buffer.alloc((bavail - 10) * bsize));
      const before = filesIn(data);
      const refused = await upload();
      expect(refused.status).toBe(507);
      expect(await refused.json()).toMatchObject({ code: 'storage_full' });
      expect(filesIn(data)).toEqual(before);
      expect((await read()).status).toBe(200);
      rmSync(join(data, 'filler'));
      expect((await upload()).status).toBe(201);
    },
  );

  test('T19 SIGTERM lets twenty requests under way finish, ends with 0, and holds no message back', async () => {
    await dataSource.query(`UPDATE account SET email = 'lead@example.gov.cn' WHERE id = $1`, [plan.lead.id]);
    await dataSource.query(
      `INSERT INTO outbox_message (campaign_id, id, kind, dedup_key, account_id, recipient_name, recipient_address,
         subject, body, task_ids, status, created_at)
       SELECT $1, gen_random_uuid(), 'reminder_digest', n::text, $2, '钱承办', 'lead@example.gov.cn', '提醒', '正文',
         ARRAY[$3::uuid], 'queued', $4 FROM generate_series(1, 20) n`,
      [plan.campaignId, plan.lead.id, plan.taskId, new Date(opensAt)],
    );
    await untilSome(`SELECT 1 FROM outbox_message WHERE status = 'sending'`);
    const lock = dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query(`LOCK TABLE task IN ACCESS EXCLUSIVE MODE`);
    const answers = Array.from({ length: 20 }, () => read().then(({ status }) => status));
    await untilSome(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' OFFSET 4`,
    );
    const startedAt = performance.now();
    const ended = server.stop();
    await delay(500);
    await lock.rollbackTransaction();
    await lock.release();
    expect(await Promise.all(answers)).toEqual(answers.map(() => 200));
    expect(await ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await dataSource.query(`SELECT 1 FROM outbox_message WHERE status = 'sending'`)).toEqual([]);
  });
});

async function untilSome(sql: string): Promise<void> {
  const until = performance.now() + 20_000;
  while ((await dataSource.query<unknown[]>(sql)).length === 0) {
    if (performance.now() > until) throw new Error(`waited in vain for ${sql}`);
    await delay(20);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
