import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { insertTasks, inventTasks } from '../support/random-tasks.js';
import { StatementLog } from '../support/statement-log.js';
import { type Who, XinmiScene } from '../support/xinmi-scene.js';

const log = new StatementLog();
let scene: XinmiScene;
beforeAll(async () => {
  scene = await XinmiScene.create('2022-09-15', { logger: log });
});
afterAll(() => scene.close());

/** What one request asks of the database inside its transaction, after the session is known. */
async function statements(who: Who, method: string, path: string, body?: unknown): Promise<number> {
  await scene.cookie(who);
  // The business calendar is read once and then kept.
  await scene.get(who, 'overview');
  log.stop();
  const { status, text } = await scene.call(who, method, path, { body });
  if (status > 201) throw new Error(`${path} answered ${status}: ${text}`);
  const run = log.stop();
  const [begin, end] = [run.findIndex((sql) => /^START TRANSACTION/.test(sql)), run.indexOf('COMMIT')];
  if (begin < 0 || end < begin) throw new Error(`no transaction in ${run.join('\n')}`);
  return run.slice(begin + 1, end).filter((sql) => !/^SET TRANSACTION/.test(sql)).length;
}

const pages: readonly (readonly [Who, string])[] = [
  ['office', 'tasks?limit=200'],
  ['finance', 'tasks?limit=200&sort=updated&order=desc'],
  [
    'office',
    'tasks?priority=normal&state=draft,assigned,signed,in_progress,in_review,closed,suspended,cancelled&sort=unit',
  ],
  ['office', 'desks/assigning'],
  ['finance', 'desks/handling'],
  ['supervision', 'desks/supervising'],
  ['office', 'overview'],
  ['finance', 'overview'],
  ['supervision', 'reports/overdue'],
  ['office', 'clauses'],
  ['office', 'duties'],
  ['office', 'timeline'],
  ['finance', 'timeline'],
  ['office', 'timeline/gates'],
  ['supervision', 'plan-versions/comparison?from=1&to=1'],
];

const takenBaseline = (name: string): Promise<number> => statements('office', 'POST', 'baselines', { name });
let fewFrozen = 0;

describe('R-89 the number of statements does not grow with the number of tasks', () => {
  const few = new Map<string, number>();

  test('with 10 tasks each page needs at most 8', async () => {
    await insertTasks(scene, inventTasks(10, 1));
    for (const [who, path] of pages) few.set(`${who} ${path}`, await statements(who, 'GET', path));
    for (const [page, count] of few) expect([page, count <= 8 && count >= 2]).toEqual([page, true]);
    fewFrozen = await takenBaseline('少');
  });

  test('with 1,000 tasks each page needs exactly as many', async () => {
    await insertTasks(
      scene,
      inventTasks(1000, 2)
        .slice(10)
        .map((task) => ({ ...task, seq: task.seq + 10 })),
    );
    const many = new Map<string, number>();
    for (const [who, path] of pages) many.set(`${who} ${path}`, await statements(who, 'GET', path));
    expect(many).toEqual(few);
    expect(await takenBaseline('多')).toBe(fewFrozen);
  });

  test('R-90 a batch of 200 needs as many statements as one of 2', async () => {
    await scene.query(`UPDATE campaign SET last_task_seq = 5000`);
    const batch = (count: number) => ({
      requestId: v7(),
      assign: true,
      items: Array.from({ length: count }, () => ({
        source: { kind: 'duty', id: scene.id('duty duty-finance-1') },
        supportingUnitIds: [scene.id('unit education')],
      })),
    });
    const [two, many] = [
      await statements('office', 'POST', 'task-batches', batch(2)),
      await statements('office', 'POST', 'task-batches', batch(200)),
    ];
    expect(many).toBe(two);
  });
});

describe('R-89 nor with the number of ledger entries', () => {
  const ledgerPages: readonly (readonly [Who, string])[] = [
    ['office', 'ledgers/large_class/entries?limit=200'],
    ['education', 'ledgers/large_class/entries?late=true&sort=number'],
    ['education', 'desks/ledgers'],
    ['supervision', 'desks/ledgers'],
    ['office', 'ledgers/large_class/entries.xlsx?q=TZ-0007'],
  ];
  const insert = (from: number, to: number) =>
    scene.query(
      `INSERT INTO ledger_entry (campaign_id, id, seq, kind, subject_key, subject, unit_id, due_on, state, opened_on,
         opened_at, updated_at)
       SELECT $1, gen_random_uuid(), n, 'large_class', n::text, '第' || n || '班', $2, '2022-09-01',
         (ARRAY['open', 'applied', 'rechecked', 'contradicted'])[n % 4 + 1], '2022-09-01', now(), now()
       FROM generate_series($3::int, $4::int) AS n`,
      [scene.campaignId, scene.id('unit education'), from, to],
    );
  const all = async (): Promise<Map<string, number>> => {
    const found = new Map<string, number>();
    for (const [who, path] of ledgerPages) found.set(`${who} ${path}`, await statements(who, 'GET', path));
    return found;
  };

  test('lists, workbook and desks', async () => {
    await insert(1, 10);
    const few = await all();
    expect([...few.values()].every((count) => count >= 1 && count <= 4)).toBe(true);
    await insert(11, 1000);
    await scene.query(`UPDATE campaign SET last_ledger_seq = 1000`);
    expect(await all()).toEqual(few);
  });

  test('an import of 200 rows, read and confirmed', async () => {
    const form = (rows: number, year: number): FormData => {
      const lines = Array.from({ length: rows }, (_, n) => `督查,2022-09-01,改好,问题${year}之${n},教育局`);
      const body = new FormData();
      body.append(
        'file',
        new Blob([['问题来源,发现日期,整改目标,问题描述,责任单位', ...lines].join('\r\n')]),
        '问题.csv',
      );
      return body;
    };
    const cost = async (rows: number, year: number): Promise<readonly number[]> => {
      const reading = await statements('office', 'POST', 'ledgers/problem/imports', form(rows, year));
      const [row] = await scene.query<{ id: string }>(
        `SELECT id FROM ledger_import ORDER BY id DESC LIMIT 1`,
      );
      const path = `ledgers/problem/imports/${row?.id ?? ''}/confirmation`;
      return [reading, await statements('office', 'POST', path, {})];
    };
    expect(await cost(200, 2)).toEqual(await cost(2, 1));
  });
});
