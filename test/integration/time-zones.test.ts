import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OverviewView } from '../../apps/server/src/features/tasks/overview.dto.js';
import { runReminders } from '../../apps/server/src/features/reminders/run-reminders.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import { raiseInXinmi } from '../support/ladder-scene.js';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.js';
import { XinmiScene } from '../support/xinmi-scene.js';

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
let scene: XinmiScene;
let folder: string;
let clockFile: string;
let servers: SpawnedServer[] = [];
let task: TaskView;

beforeAll(async () => {
  scene = await XinmiScene.create('2022-08-26 23:50');
  task = await scene.walk(await scene.addTask({ dueOn: '2022-08-26' as never }), 'finance sign');
  folder = mkdtempSync(join(tmpdir(), 'junheng-zones-'));
  clockFile = join(folder, 'clock');
  tick('2022-08-26 23:59');
  servers = await Promise.all(
    zones.map((TZ) =>
      spawnServer({
        databaseUrl: scene.server.database.url,
        env: { TZ, JUNHENG_TEST_CLOCK: clockFile, JUNHENG_SCHEDULER: 'off' },
      }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await scene.close();
  rmSync(folder, { recursive: true });
});

function tick(moment: string): void {
  scene.clock.set(moment);
  writeFileSync(clockFile, new Date(scene.clock.now()).toISOString());
}

/** The same question to a server in each time zone. */
async function everywhere<T>(path: string): Promise<T[]> {
  const headers = { cookie: await scene.cookie('office') };
  const answers = servers.map(async ({ origin }) => {
    const response = await fetch(`${origin}/api/v1/campaigns/${scene.campaignId}/${path}`, { headers });
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  });
  return Promise.all(answers);
}

describe('R-31 T04 the server’s time zone decides nothing', () => {
  test.each([
    ['2022-08-26 23:59', 'due_soon', '2022-08-26'],
    // 16:00 of the due day in UTC.
    ['2022-08-27 00:00', 'overdue', '2022-08-27'],
  ])('at %s in Asia/Shanghai all three say %s', async (moment, standing, asOf) => {
    tick(moment);
    const views = await everywhere<TaskView>(`tasks/${task.id}`);
    expect(views.map((view) => view.standing)).toEqual(zones.map(() => standing));
    // Dates, instants, the clock strip and the explanation are the same to the letter.
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
    expect(views[0]).toMatchObject({ dueOn: '2022-08-26', effectiveDueOn: '2022-08-26', workingDaysLeft: 0 });
    const overviews = await everywhere<OverviewView>('overview');
    expect(overviews.map((view) => view.asOf)).toEqual(zones.map(() => asOf));
    expect(new Set(overviews.map((view) => JSON.stringify(view))).size).toBe(1);
  });

  test('T04 a dump of tasks, reminders and rungs has one hash in all three', async () => {
    tick('2022-08-29 09:00');
    await scene.work('office', (work) => runReminders(work, 'https://jh.example.gov.cn'));
    await raiseInXinmi(scene, task.id);
    const dumps = await Promise.all(zones.map((zone) => dumpIn(zone)));
    expect(dumps[0]?.rows.every((count) => count > 0)).toBe(true);
    expect(new Set(dumps.map(({ hash }) => hash)).size).toBe(1);
  });
});

/** What a process of that zone reads over the program’s own connection, as text of the database and as values. */
async function dumpIn(zone: string): Promise<{ rows: number[]; hash: string }> {
  const script = `
    import { createHash } from 'node:crypto';
    const { createDataSource } = await import('./dist/apps/server/src/database/data-source.js');
    const source = await createDataSource({ url: process.env.DATABASE_URL }).initialize();
    const hash = createHash('sha256');
    const rows = [];
    for (const table of ['task', 'reminder', 'escalation']) {
      const found = await source.query('SELECT t.*, t::text AS whole FROM ' + table + ' t ORDER BY t::text');
      rows.push(found.length);
      hash.update(JSON.stringify(found));
    }
    await source.destroy();
    console.log(JSON.stringify({ rows, hash: hash.digest('hex') }));`;
  const env = { ...process.env, TZ: zone, DATABASE_URL: scene.server.database.url };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...env, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as { rows: number[]; hash: string };
}
