import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { createAccount } from '../../apps/server/src/features/accounts/accounts.module.js';
import { openSession } from '../../apps/server/src/features/accounts/sessions.js';
import type { TaskView } from '../../apps/server/src/features/tasks/tasks.dto.js';
import type { UnitList } from '../../apps/server/src/features/units/units.dto.js';
import { XinmiScene } from '../support/xinmi-scene.js';

interface Unit {
  readonly name: string;
  readonly cookie: string;
  readonly task: TaskView;
}

const mark = '专属事项';
let scene: XinmiScene;
const units: Unit[] = [];

beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-01');
  const { items } = await scene.get<UnitList>('office', 'units');
  const tasks: TaskView[] = [];
  for (const [index, unit] of items.entries()) {
    const task = await scene.addTask({
      title: `${mark}<${index}>`,
      description: `${mark}<${index}>说明`,
      leadUnitId: unit.id,
      supportingUnitIds: [],
      dueOn: '2022-09-02' as never,
    });
    tasks.push(task);
  }
  // All of them late, so that every list and report has something to hide.
  scene.clock.set('2022-09-05');
  for (const [index, task] of tasks.entries()) {
    const { id, name } = task.leadUnit;
    units.push({ name, cookie: await signIn(`unit${index}`, id), task });
  }
});
afterAll(() => scene.close());

async function signIn(login: string, unitId: string): Promise<string> {
  const { manager } = scene.server.dataSource;
  const account = {
    login,
    name: login,
    email: null,
    passwordHash: login,
    mustChangePassword: false,
    administrator: false,
  };
  const membership = { campaignId: scene.campaignId, role: 'handler' as const, unitId };
  const createdAt = new Date(scene.clock.now());
  const id = await createAccount(manager, { ...account, demo: false, createdAt, membership });
  return `__Host-sid=${await openSession(manager, { id, passwordHash: login }, scene.clock.now())}`;
}

const ask = (unit: Unit, path: string) =>
  scene.call(undefined, 'GET', path, { headers: { cookie: unit.cookie } });
const titlesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/专属事项<\d+>/g)].map(([title]) => title)),
];

describe('T29 33 units do not see each other', () => {
  test('each of 1,056 pairs: view, history and files of the other’s task are 404 without a word of it', async () => {
    let pairs = 0;
    for (const unit of units) {
      const others = units.filter((other) => other !== unit);
      const answers = await Promise.all(
        others.map(({ task }, index) =>
          ask(unit, `tasks/${task.id}${['', '/events', '/evidence/' + task.id + '/content'][index % 3]}`),
        ),
      );
      for (const { status, text } of answers) {
        expect(status).toBe(404);
        expect(text).not.toContain(mark);
        pairs += 1;
      }
    }
    expect(pairs).toBe(33 * 32);
  });

  test.each([
    'tasks?limit=200',
    `tasks?limit=200&q=${encodeURIComponent(mark)}`,
    'tasks?limit=200&standing=overdue',
    'desks/handling',
    'reports/overdue',
  ])('R-81 %s holds each unit’s own task and no other', async (path) => {
    for (const unit of units) expect(titlesIn((await ask(unit, path)).text)).toEqual([unit.task.title]);
  });

  test.each(['', 'units', 'clauses', 'duties', 'overview', 'outbox'])(
    '"%s" names no task at all',
    async (path) => {
      for (const unit of units.slice(0, 5)) {
        const { status, text } = await ask(unit, path);
        expect(status).toBe(200);
        expect(titlesIn(text)).toEqual([]);
      }
    },
  );

  test('R-66 R-81 the overview’s and the list’s totals are the unit’s own', async () => {
    for (const unit of units) {
      const { body } = await ask(unit, 'overview');
      expect(body).toMatchObject({ totals: { total: 1 }, rows: [{ unit: { name: unit.name } }] });
      const { body: list } = await ask(
        unit,
        `tasks?limit=1&ids=${units.map(({ task }) => task.id).join(',')}`,
      );
      expect(list).toMatchObject({ total: 1, items: [{ id: unit.task.id }] });
    }
  });

  test('R-81 the exported workbook has the unit’s own rows', async () => {
    for (const unit of units.slice(0, 5)) {
      const response = await fetch(`${scene.server.origin}/api/v1/campaigns/${scene.campaignId}/tasks.xlsx`, {
        headers: { cookie: unit.cookie },
      });
      const workbook = read(Buffer.from(await response.arrayBuffer()));
      const text = workbook.SheetNames.map((name) => utils.sheet_to_csv(workbook.Sheets[name] ?? {})).join(
        '\n',
      );
      expect(titlesIn(text)).toEqual([unit.task.title]);
    }
  });
});
