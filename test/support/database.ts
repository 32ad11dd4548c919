import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DatabaseAddress, TEMPLATE, TEST_DATABASE_PREFIX, toUrl } from './database-address.js';
import { someTestFailed } from './failure-flag.js';

export interface TestDatabase {
  connection: DatabaseAddress;
  /** The same as `connection`, in the form DATABASE_URL takes. */
  url: string;
  /** Removes it, open connections or not; after a failed test in this file it is kept instead. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of the test's own, cloned from the template of the run: 34–39 ms with WAL_LOG,
 * 36–67 ms with FILE_COPY, which checkpoints whatever other tests have just written.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = clusterConnection();
  const database = `${TEST_DATABASE_PREFIX}${randomBytes(5).toString('hex')}`;
  await administer(cluster, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} STRATEGY WAL_LOG`);
  const connection = { ...cluster, database };
  const drop = async (): Promise<void> => {
    if (someTestFailed()) console.log(`Kept for a look: database ${database}`);
    else await administer(cluster, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  };
  return { connection, url: toUrl(connection), drop };
}

/** The run's server itself, for tests that need a database without our schema. */
export function clusterConnection(): DatabaseAddress {
  const found = process.env['JUNHENG_TEST_CLUSTER'];
  if (!found) throw new Error('no test cluster: this file belongs under test/integration or test/e2e');
  return JSON.parse(found) as DatabaseAddress;
}

/** Runs one statement against the server's maintenance database. */
export async function administer(connection: DatabaseAddress, statement: string): Promise<void> {
  await queryAt({ ...connection, database: 'postgres' }, statement);
}

/** Runs one statement over a connection of its own, past the pool and the program. */
export async function queryAt(
  connection: DatabaseAddress,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  // Servers are killed under their clients here; the query's own error is what counts.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
