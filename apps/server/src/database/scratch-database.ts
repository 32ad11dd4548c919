import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { StartUpError } from '../config/start-up-error.js';
import { createDataSource } from './data-source.js';
import { migrate } from './migrate.js';

/**
 * An empty migrated database beside the given one, for as long as `use` takes; then it is gone. Nothing in it has to
 * survive a power cut, so its commits do not wait for the disk; its few statements are repeated thousands of times, so they
 * are prepared.
 * @throws StartUpError when the database user may not create databases
 */
export async function withScratchDatabase<T>(
  server: DataSource,
  use: (scratch: DataSource) => Promise<T>,
): Promise<T> {
  const name = `junheng_scratch_${randomBytes(6).toString('hex')}`;
  await create(server, name);
  try {
    await server.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    const scratch = beside(server, name);
    try {
      await scratch.initialize();
      await migrate(scratch);
      return await use(scratch);
    } finally {
      if (scratch.isInitialized) await scratch.destroy();
    }
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function create(server: DataSource, name: string): Promise<void> {
  try {
    await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartUpError(
      `建不了推演用的临时数据库（${reason}）：请给数据库用户建库权限（ALTER ROLE … CREATEDB），或改用内置数据库。`,
      { cause: error },
    );
  }
}

/** The same server under another database's name. */
function beside(server: DataSource, database: string): DataSource {
  const { options } = server;
  if (options.type !== 'postgres') throw new Error(`not a PostgreSQL: ${options.type}`);
  if (options.url) {
    const url = new URL(options.url);
    url.pathname = `/${database}`;
    return createDataSource({ url: url.href }, { prepares: true });
  }
  const { host, port, username, password } = options;
  if (!host || !port || !username || typeof password !== 'string')
    throw new Error('the connection names no server');
  return createDataSource({ host, port, user: username, password, database }, { prepares: true });
}
