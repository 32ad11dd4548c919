import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { folder, type Outcome, runInProcess, spawnJunheng } from '../support/junheng-command.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: database.url,
  JUNHENG_DATA: folder,
  ...more,
});
const junheng = (words: readonly string[], more: Record<string, string> = {}): Promise<Outcome> =>
  runInProcess(words, environment(more));

const commands = [
  ['pack', 'check'],
  ['pack', 'load'],
  ['report', 'overdue'],
  ['user', 'add'],
  ['user', 'reset'],
  ['migrate'],
  ['doctor'],
];

describe('junheng on the command line', () => {
  test('every command has --help with --json in it, and help ends with 0', async () => {
    const answers = await Promise.all(commands.map((words) => junheng([...words, '--help'])));
    for (const [index, { code, out }] of answers.entries()) {
      const name = commands[index]?.join(' ');
      expect([name, code]).toEqual([name, 0]);
      expect([name, /--json/.test(out)]).toEqual([name, true]);
      expect([name, /\p{Script=Han}/u.test(out)]).toEqual([name, true]);
    }
    const { code, out } = await junheng(['--help']);
    expect(code).toBe(0);
    for (const [first = ''] of commands) expect(out).toContain(first);
  });

  test('what it does not know ends with 1 and points to the help, on stderr', async () => {
    for (const [run, words] of [
      [spawnJunheng, ['nonsense']],
      [runInProcess, ['doctor', '--nonsense']],
    ] as const) {
      const { code, out, err } = await run(words, environment());
      expect([words, code, out]).toEqual([words, 1, '']);
      expect(err).toContain('--help');
    }
  });

  test('migrate --json tells the schema’s state', async () => {
    const { code, out } = await spawnJunheng(['migrate', '--json'], environment());
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(expect.any(Object));
  });

  test('doctor: all is well is 0; what is not well is named and is 1', async () => {
    const well = await junheng(['doctor', '--json']);
    expect(well.code).toBe(0);
    const findings = JSON.parse(well.out) as { check: string; ok: boolean }[];
    expect(findings.map(({ ok }) => ok)).toEqual(findings.map(() => true));
    expect(findings.map(({ check }) => check)).toEqual(['数据库', '放假安排', '佐证文件', '群机器人']);
    const later = await junheng(['doctor'], { JUNHENG_TODAY: '2027-03-01' });
    expect(later.code).toBe(1);
    expect(later.out).toMatch(/^问题 {2}放假安排：缺少今年的安排/m);
  });

  test.each([
    ['a bad environment value', ['doctor'], { PORT: 'x' }, /PORT/],
    [
      'an unreachable database',
      ['migrate'],
      { DATABASE_URL: 'postgres://a:secret@127.0.0.1:9/x' },
      /连接不上数据库/,
    ],
    ['a report before there is a campaign', ['report', 'overdue'], {}, /还没有创建工作/],
  ] as const)('%s is one Chinese sentence and 1', async (_, words, environment, told) => {
    const { code, out, err } = await junheng(words, environment);
    expect(code).toBe(1);
    expect(out + err).toMatch(told);
    expect(out + err).not.toMatch(/secret|\n {4}at /);
  });

  test('a schema newer than the program is refused, not touched', async () => {
    const newer = await createTestDatabase();
    const dataSource = await createDataSource({ url: newer.url }).initialize();
    await dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await dataSource.destroy();
    const { code, err } = await junheng(['migrate'], { DATABASE_URL: newer.url });
    expect(code).toBe(1);
    expect(err).toMatch(/新/);
    await newer.drop();
  });
});
