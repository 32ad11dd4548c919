import { type ChildProcess, execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseConnection } from '../connection.js';
import { clusterDirectory, prepareCluster, serverEnvironment, SUPERUSER } from './cluster.js';
import { prepareDataFolder } from './hold-data-folder.js';
import { stopLeftoverServer } from './leftover-server.js';
import { preparePostgresBinaries } from './postgres-binaries.js';
import { serverAccountFor } from './server-account.js';
import { hasExited, launchServer, readLines } from './server-process.js';
import { makeSocketDirectory, removeSocketDirectory } from './socket-directory.js';

type PostgresConnection = Exclude<DatabaseConnection, { readonly url: string }>;

export interface EmbeddedPostgres {
  connection: PostgresConnection;
  pid: number;
  /** Resolves if the server dies without being asked to; the text says how. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Server settings beyond ours, for tests: { fsync: 'off' }. */
  settings?: Record<string, string>;
}

export const DATABASE = 'junheng';
const FAST_SHUTDOWN_MS = 8_000;
const ON_WINDOWS = process.platform === 'win32';

/**
 * Starts the PostgreSQL that came with npm on `<dataDir>/postgres`, making the cluster first where
 * there is none. The caller holds the data folder (holdDataFolder) while the server runs.
 * @throws StartUpError with one sentence for the person at the keyboard
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = prepareDataFolder(options.dataDir);
  const cluster = clusterDirectory(dataDir);
  const account = serverAccountFor(cluster);
  const binaries = preparePostgresBinaries(dataDir, account);
  if (fs.existsSync(cluster)) await stopLeftoverServer(cluster, options.log);
  else options.log('数据库：首次启动，正在建立内置 PostgreSQL');
  const socketDir = makeSocketDirectory(dataDir, account);
  try {
    const password = await prepareCluster(dataDir, binaries, account, socketDir);
    const address = ON_WINDOWS
      ? { host: '127.0.0.1', port: await freePort() }
      : { host: socketDir, port: 5432 };
    const settings = { ...serverSettings(address), ...options.settings };
    const logFile = join(dataDir, 'postgres.log');
    const child = await launchServer({ binaries, cluster, account, logFile, settings, log: options.log });
    const connection = { ...address, user: SUPERUSER, password, database: DATABASE };
    const server = supervise(child, connection, () => askToStop(child, binaries.pgCtl, cluster));
    await createDatabaseOnce(connection).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return server;
  } catch (error) {
    removeSocketDirectory(socketDir);
    throw error;
  }
}

function serverSettings(address: { host: string; port: number }): Record<string, string> {
  return {
    listen_addresses: ON_WINDOWS ? address.host : '',
    unix_socket_directories: ON_WINDOWS ? '' : address.host,
    unix_socket_permissions: '0700',
    port: String(address.port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_duration_statement: '2000',
  };
}

function supervise(child: ChildProcess, connection: PostgresConnection, ask: () => void): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  // A process that ends without stop() still asks the server to shut down in good order.
  const onExit = () => ask();
  process.once('exit', onExit);
  child.unref();
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', onExit);
      if (!ON_WINDOWS) removeSocketDirectory(connection.host);
      if (!stopping) resolve(signal ?? `code ${code}`);
    });
  });
  const stop = () => (stopping ??= waitForEnd(child, ask));
  return { connection, pid: child.pid ?? 0, exited, stop };
}

async function waitForEnd(child: ChildProcess, ask: () => void): Promise<void> {
  if (hasExited(child)) return;
  ask();
  const until = performance.now() + FAST_SHUTDOWN_MS;
  while (!hasExited(child)) {
    await delay(10);
    // An immediate shutdown loses nothing that was acknowledged; the next start replays the log.
    if (performance.now() > until) child.kill('SIGQUIT');
    if (performance.now() > until + 1_500) child.kill('SIGKILL');
  }
}

/** Fast shutdown: SIGINT, for which Windows has no equivalent but pg_ctl. */
function askToStop(child: ChildProcess, pgCtl: string, cluster: string): void {
  if (!ON_WINDOWS) child.kill('SIGINT');
  else if (readLines(join(cluster, 'postmaster.pid'))[0] === String(child.pid)) {
    execFileSync(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '--no-wait'], { env: serverEnvironment() });
  }
}

async function createDatabaseOnce(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 5432;
}
