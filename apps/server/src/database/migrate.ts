import type { DataSource } from 'typeorm';
import { StartUpError } from '../config/start-up-error.js';
import { migrations } from './migrations.js';

// Chosen at random once; two processes that start together migrate one after the other.
const migrationLock = 7_305_216_441;

/** What is recorded in a database against what this program knows. */
export interface SchemaState {
  readonly current: boolean;
  /** Migrations of a newer program that this one does not know. */
  readonly unknown: readonly string[];
  readonly pending: readonly string[];
}

export async function schemaState(dataSource: DataSource): Promise<SchemaState> {
  const known = migrations.map((migration) => migration.name);
  const [table] = await dataSource.query<{ found: string | null }[]>(
    `SELECT to_regclass('migrations') AS found`,
  );
  const rows = table?.found ? await dataSource.query<{ name: string }[]>(`SELECT name FROM migrations`) : [];
  const applied = new Set(rows.map((row) => row.name));
  const pending = known.filter((name) => !applied.has(name));
  const unknown = [...applied].filter((name) => !known.includes(name));
  return { current: pending.length === 0 && unknown.length === 0, unknown, pending };
}

/**
 * Brings the schema up to this program.
 * @returns names of the migrations that ran
 * @throws StartUpError when the database is too old, or was used by a newer program
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  await refuseOldServer(dataSource);
  const guard = dataSource.createQueryRunner();
  await guard.startTransaction();
  try {
    // It waits idle while the migrations run on another connection.
    await guard.query(`SET LOCAL idle_in_transaction_session_timeout = 0`);
    await guard.query(`SELECT pg_advisory_xact_lock($1)`, [migrationLock]);
    const state = await schemaState(dataSource);
    if (state.unknown.length > 0) {
      throw new StartUpError(
        `数据库已被更新版本的程序升级过（${state.unknown.join('、')}），当前程序不能使用它：请换用新版程序，或恢复升级前的备份。`,
      );
    }
    const done = state.pending.length > 0 ? await dataSource.runMigrations() : [];
    await guard.commitTransaction();
    return done.map((migration) => migration.name);
  } finally {
    if (guard.isTransactionActive) await guard.rollbackTransaction();
    await guard.release();
  }
}

async function refuseOldServer(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(row?.version ?? 0) / 10_000);
  if (major < 14) throw new StartUpError(`数据库是 PostgreSQL ${major}，版本太低：请使用 14 或更高版本。`);
}
