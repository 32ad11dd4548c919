import { afterEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTestDatabase, queryAt, type TestDatabase } from '../support/database.js';
import { runServerToEnd, spawnServer } from '../support/spawn-server.js';

const root = dirname(dirname(import.meta.dirname));
const folders: string[] = [];
const databases: TestDatabase[] = [];

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

describe('a start that cannot succeed ends with one clear sentence', () => {
  test('the port is taken', async () => {
    const { url } = await newDatabase();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const failure = await runServerToEnd({ databaseUrl: url, port });
    other.close();
    expectSentence(failure, new RegExp(`端口 ${port} 已被别的程序占用`));
  });

  test('the database cannot be reached', async () => {
    const failure = await runServerToEnd({ databaseUrl: 'postgres://someone:secret@127.0.0.1:1/junheng' });
    expectSentence(failure, /连接不上数据库.*ECONNREFUSED/);
    expect(failure.output).not.toContain('secret');
  });

  test('the database is too old', async () => {
    const { url, connection } = await newDatabase();
    await queryAt(connection, 'CREATE SCHEMA older');
    await queryAt(
      connection,
      `CREATE FUNCTION older.current_setting(text) RETURNS text IMMUTABLE LANGUAGE sql RETURN '130011'`,
    );
    // Asked before the catalogue, the database says that it is a PostgreSQL 13.
    await queryAt(
      connection,
      `ALTER DATABASE ${connection.database} SET search_path = older, public, pg_catalog`,
    );
    expectSentence(await runServerToEnd({ databaseUrl: url }), /PostgreSQL 13，版本太低/);
  });

  test('the schema is newer than the program', async () => {
    const { url, connection } = await newDatabase();
    await queryAt(
      connection,
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    const failure = await runServerToEnd({ databaseUrl: url });
    expectSentence(failure, /FromTheFuture9999999999999.*当前程序不能使用/);
  });

  test('the data folder is not writable', async () => {
    const file = join(newFolder(), 'file');
    fs.writeFileSync(file, '');
    expectSentence(await runServerToEnd({ dataDir: join(file, 'data') }), /数据文件夹 .* 不可写/);
  });

  test('bad environment values are listed all at once', async () => {
    const env = {
      JUNHENG_TODAY: '2022-02-30',
      SMTP_URL: 'http://mail',
      JUNHENG_EXAMPLE: 'nanjing',
      PORT: '70000',
    };
    const failure = await runServerToEnd({ env });
    expectSentence(failure, /环境变量有 4 处错误/);
    for (const name of Object.keys(env)) expect(failure.output).toContain(`${name} 的值`);
  });

  test('T18: the data folder belongs to a running server', async () => {
    const dataDir = newFolder();
    const first = await spawnServer({ dataDir });
    const failure = await runServerToEnd({ dataDir });
    expectSentence(failure, new RegExp(`PID ${first.pid}`));
    expect((await fetch(`${first.origin}/health/live`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  test('Node is too old', async () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); await import('./apps/launcher/start.mjs')`;
    const { code, output } = await runNode(['--input-type=module', '--eval', pretend]);
    expect(code).toBe(1);
    expect(output.trim()).toMatch(/^均衡需要 Node\.js 20\.19 .*18\.20\.4.*。$/);
  });
});

describe('a running server', () => {
  test('T19: stops on SIGTERM with exit code 0, its database server with it', async () => {
    const dataDir = newFolder();
    const server = await spawnServer({ dataDir });
    const databasePid = Number(readPidFile(dataDir));
    const startedAt = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(fs.existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    expect(isServerRunning(databasePid)).toBe(false);
  });

  test('T18: recovers by itself from kill -9 of the whole tree', async () => {
    const dataDir = newFolder();
    const server = await spawnServer({ dataDir });
    const databasePid = Number(readPidFile(dataDir));
    await server.kill9();
    process.kill(databasePid, 'SIGKILL');
    const again = await spawnServer({ dataDir });
    expect(await again.stop()).toBe(0);
  });

  test('ends with a sentence when its embedded database dies', async () => {
    const dataDir = newFolder();
    const server = await spawnServer({ dataDir });
    process.kill(Number(readPidFile(dataDir)), 'SIGKILL');
    const { code } = await server.ended;
    expect(code).toBe(1);
    expect(server.output()).toContain('内置数据库意外停止');
  });

  test('starts nothing embedded where DATABASE_URL names a database', async () => {
    const { url } = await newDatabase();
    const dataDir = newFolder();
    const server = await spawnServer({ databaseUrl: url, dataDir });
    expect(fs.existsSync(join(dataDir, 'postgres'))).toBe(false);
    expect(await server.stop()).toBe(0);
  });
});

function expectSentence(failure: { code: number | null; output: string }, sentence: RegExp): void {
  expect(failure.output).toMatch(sentence);
  expect(failure.output).not.toMatch(/^\s+at /m);
  expect(failure.code).toBe(1);
}

async function newDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

function newFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'junheng-launcher-'));
  folders.push(folder);
  return folder;
}

function readPidFile(dataDir: string): string {
  return fs.readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
}

/** A server whose parent was killed may stay a zombie where nobody reaps it; its command line is empty then. */
function isServerRunning(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('postgres');
}

function runNode(args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, output: stdout + stderr }),
    );
  });
}
