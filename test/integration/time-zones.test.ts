import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OverviewView } from '../../apps/server/src/features/tasks/overview.dto.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
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

describe('R-31 the server’s time zone decides nothing', () => {
  test.each([
    ['2022-08-26 23:59', 'due_soon', '2022-08-26'],
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
});
