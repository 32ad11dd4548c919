import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { instantAt } from '../../dist/libs/kernel/index.js';
import { BusinessTime } from '../../dist/apps/server/src/database/business-time.js';
import { createDataSource } from '../../dist/apps/server/src/database/data-source.js';
import { startEmbeddedPostgres } from '../../dist/apps/server/src/database/embedded/start-embedded-postgres.js';
import { FaultPoints } from '../../dist/apps/server/src/database/fault-points.js';
import { migrate } from '../../dist/apps/server/src/database/migrate.js';
import { UnitOfWork } from '../../dist/apps/server/src/database/unit-of-work.js';
import { loadPublishedCalendar } from '../../dist/apps/server/src/prepare.js';

export const today = '2022-09-15';

/** A migrated, empty database of this run's own, with the program's way in and a bare pg client for the yardsticks. */
export async function openDatabase() {
  const server = await openServer();
  const statements = [];
  const logger = statementLogger(statements);
  const dataSource = await createDataSource(server.connection, { logger }).initialize();
  await migrate(dataSource);
  await loadPublishedCalendar(dataSource);
  const raw = new pg.Client(clientOptions(server.connection));
  await raw.connect();
  const clock = { now: () => instantAt(today, '10:00') };
  const unitOfWork = new UnitOfWork(
    dataSource,
    new BusinessTime(clock, undefined),
    new FaultPoints(undefined),
  );
  const close = async () => {
    await raw.end();
    await dataSource.destroy();
    await server.close();
  };
  return { connection: server.connection, dataSource, unitOfWork, raw, statements, close };
}

function openServer() {
  const outside = process.env.DATABASE_URL;
  return outside ? outsideServer(outside) : embeddedServer();
}

/** The program's own server with its own settings: figures then are what an installation sees. */
async function embeddedServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const close = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { connection: server.connection, close };
}

async function outsideServer(url) {
  const name = `junheng_bench_${randomBytes(4).toString('hex')}`;
  const administer = async (statement) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = name;
  return { connection: { url: own.href }, close: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

const clientOptions = (connection) =>
  'url' in connection ? { connectionString: connection.url } : connection;

/** Keeps what the program asks, for --explain; everything else TypeORM tells is of no interest here. */
function statementLogger(statements) {
  const silent = () => {};
  return {
    logQuery: (sql, parameters = []) => void statements.push({ sql, parameters }),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
}
