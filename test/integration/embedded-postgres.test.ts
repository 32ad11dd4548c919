import { afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartUpError } from '../../apps/server/src/config/start-up-error.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/server/src/database/embedded/start-embedded-postgres.js';
import { preparePostgresBinaries } from '../../apps/server/src/database/embedded/postgres-binaries.js';
import { queryAt } from '../support/database.js';

const isRoot = process.getuid?.() === 0;
// Only root can make folders that the server's account cannot enter, and hand them on.
const testAsRoot = isRoot ? test : test.skip;
const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

const SETTINGS = `SELECT current_setting('data_checksums') AS checksums, current_setting('TimeZone') AS timezone,
  current_setting('listen_addresses') AS listening, current_setting('password_encryption') AS passwords,
  pg_encoding_to_char(encoding) AS encoding, datlocale AS locale,
  (SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules) AS methods
  FROM pg_database WHERE datname = current_database()`;

describe('the embedded PostgreSQL', () => {
  test('starts on an empty folder as the house wants it, and closes nothing but its socket to the world', async () => {
    const dataDir = newFolder();
    const { connection } = await start(dataDir);
    const [row] = await queryAt(connection, SETTINGS);
    expect(row).toEqual({
      checksums: 'on',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
      timezone: 'UTC',
      listening: '',
      passwords: 'scram-sha-256',
      methods: 'scram-sha-256',
    });
    expect(fs.existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true);
    expect(fs.statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    await expect(queryAt({ ...connection, password: 'guess' }, 'SELECT 1')).rejects.toThrow(/password/);
  });

  test('keeps its data from one start to the next and stops without a trace', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await queryAt(first.connection, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(fs.existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    expect(() => process.kill(first.pid, 0)).toThrow();
    const second = await start(dataDir);
    expect(await queryAt(second.connection, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('says so when the server dies by itself', async () => {
    const server = await start(newFolder());
    process.kill(server.pid, 'SIGKILL');
    expect(await server.exited).toBe('SIGKILL');
  });

  test('serves from a folder whose path is far too long for a socket', async () => {
    const dataDir = join(newFolder(), '县'.repeat(60), 'data'.repeat(40));
    const { connection } = await start(dataDir);
    expect(Buffer.byteLength(connection.host)).toBeLessThan(90);
    expect(await queryAt(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('refuses a folder whose database is of another version', async () => {
    const dataDir = newFolder();
    fs.mkdirSync(join(dataDir, 'postgres'));
    fs.writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '12\n');
    await expect(start(dataDir)).rejects.toThrow(/PostgreSQL 12/);
  });

  testAsRoot('keeps the data below a folder that only root may enter', async () => {
    const closed = newFolder();
    fs.chmodSync(closed, 0o700);
    const { connection } = await start(join(closed, 'data'));
    expect(await queryAt(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(fs.statSync(join(closed, 'data/postgres')).uid).not.toBe(0);
  });

  testAsRoot('takes a cluster back that a restore gave to root', async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    execFileSync('chown', ['-R', 'root', join(dataDir, 'postgres')]);
    fs.chmodSync(join(dataDir, 'postgres'), 0o755);
    const { connection } = await start(dataDir);
    expect(await queryAt(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('the programs of the embedded PostgreSQL', () => {
  testAsRoot('are copied once to where the server may read them', () => {
    const closed = newFolder();
    const installed = join(closed, 'package');
    copyPackage(installed);
    fs.chmodSync(closed, 0o700);
    const account = { uid: 65534, gid: 65534 };
    const first = preparePostgresBinaries(closed, account, installed);
    folders.push(join(first.postgres, '../../..'));
    expect(first.postgres.startsWith(closed)).toBe(false);
    const madeAt = fs.statSync(first.postgres).ctimeMs;
    expect(preparePostgresBinaries(closed, account, installed)).toEqual(first);
    expect(fs.statSync(first.postgres).ctimeMs).toBe(madeAt);
  });

  test('are asked for in one sentence where npm brought none', () => {
    const before = Object.getOwnPropertyDescriptor(process, 'arch');
    Object.defineProperty(process, 'arch', { value: 'loong64', configurable: true });
    try {
      const prepare = () => preparePostgresBinaries(newFolder(), undefined);
      expect(prepare).toThrow(StartUpError);
      expect(prepare).toThrow(/loong64.*DATABASE_URL/);
    } finally {
      if (before) Object.defineProperty(process, 'arch', before);
    }
  });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'junheng-embedded-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  servers.push(server);
  return server;
}

/** With a byte more in the server, so that the copy made of it is not one that is in use. */
function copyPackage(to: string): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  fs.cpSync(dirname(dirname(createRequire(import.meta.url).resolve(name))), to, { recursive: true });
  fs.appendFileSync(join(to, 'native/bin/postgres'), 'x');
}
