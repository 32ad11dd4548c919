import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { clusterDirectory } from '../../apps/server/src/database/embedded/cluster.js';
import { holdDataFolder } from '../../apps/server/src/database/embedded/hold-data-folder.js';
import { stopLeftoverServer } from '../../apps/server/src/database/embedded/leftover-server.js';
import { startEmbeddedPostgres } from '../../apps/server/src/database/embedded/start-embedded-postgres.js';
import { migrate } from '../../apps/server/src/database/migrate.js';
import { type DatabaseAddress, fromUrl, TEMPLATE, TEST_DATABASE_PREFIX } from './database-address.js';

export interface TestCluster {
  connection: DatabaseAddress;
  stop(): Promise<void>;
}

const FOLDER_PREFIX = 'junheng-test-';
const KEPT_FOR_MS = 6 * 3_600_000;

/** Durability is what the product needs and tests do not: without it a clone takes a third of the time. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  log_min_duration_statement: '-1',
};

/** Starts a server of our own, or uses the one that JUNHENG_TEST_DATABASE_URL names. */
export async function startTestCluster(): Promise<TestCluster> {
  const outside = process.env['JUNHENG_TEST_DATABASE_URL'];
  const cluster = outside ? outsideCluster(outside) : await ownCluster();
  await makeTemplate(cluster.connection);
  return cluster;
}

function outsideCluster(url: string): TestCluster {
  const connection = fromUrl(url);
  return { connection, stop: async () => void (await keptDatabases(connection)) };
}

async function ownCluster(): Promise<TestCluster> {
  await removeAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  const hold = await holdDataFolder(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, settings: FAST });
  const stop = async (): Promise<void> => {
    const kept = await keptDatabases(server.connection);
    await server.stop();
    await hold.release();
    if (kept.length === 0) rmSync(dataDir, { recursive: true, force: true });
    else console.log(`Open them: node test/support/open-kept-databases.mjs ${dataDir}`);
  };
  return { connection: server.connection, stop };
}

/** Folders whose test run was killed: nobody holds them, and their server may still be up. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, 'junheng.pid'))) {
      // Kept for a look at a failure, but not for ever.
      if (Date.now() - statSync(folder).mtimeMs > KEPT_FOR_MS)
        rmSync(folder, { recursive: true, force: true });
      continue;
    }
    const hold = await holdDataFolder(folder).catch(() => undefined);
    if (!hold) continue;
    await stopLeftoverServer(clusterDirectory(folder), () => {});
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeTemplate(connection: DatabaseAddress): Promise<void> {
  await administer(connection, [`DROP DATABASE IF EXISTS ${TEMPLATE}`, `CREATE DATABASE ${TEMPLATE}`]);
  const dataSource = await createDataSource({ ...connection, database: TEMPLATE }).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

async function keptDatabases(connection: DatabaseAddress): Promise<string[]> {
  const names = await administer(connection, [
    `SELECT datname FROM pg_database WHERE starts_with(datname, '${TEST_DATABASE_PREFIX}')`,
  ]);
  if (names.length > 0) console.log(`Databases of failed tests are kept: ${names.join(', ')}`);
  return names;
}

async function administer(connection: DatabaseAddress, statements: string[]): Promise<string[]> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const names: string[] = [];
    for (const statement of statements) {
      const { rows } = await client.query<{ datname: string }>(statement);
      names.push(...rows.map((row) => row.datname));
    }
    return names;
  } finally {
    await client.end();
  }
}
