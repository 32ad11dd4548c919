import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/server/src/database/data-source.js';
import { migrate, schemaState } from '../../apps/server/src/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const columnsSql = `
  SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS nullable,
    CASE WHEN data_type = 'ARRAY' THEN substr(udt_name, 2) || '[]' ELSE udt_name END AS type
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`;

const postgresNames: Readonly<Record<string, string>> = {
  integer: 'int4',
  smallint: 'int2',
  boolean: 'bool',
  bigint: 'int8',
};

describe('the schema', () => {
  test('entities describe exactly the tables and columns that the migrations made', async () => {
    const described = dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => {
        const type = String(column.type);
        const name = postgresNames[type] ?? type;
        return {
          table: entity.tableName,
          column: column.databaseName,
          type: column.isArray ? `${name}[]` : name,
          nullable: column.isNullable,
        };
      }),
    );
    const key = (row: ColumnRow): string => `${row.table}.${row.column}`;
    const made = await dataSource.query<ColumnRow[]>(columnsSql);
    expect(made.length).toBeGreaterThan(150);
    expect(described.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
      made.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    );
  });

  test('T04 no column is a timestamp without time zone', async () => {
    const rows = await dataSource.query<unknown[]>(
      `SELECT 1 FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migrations' AND data_type = 'timestamp without time zone'`,
    );
    expect(rows).toEqual([]);
  });

  test('every table of a campaign has the campaign first in its primary key', async () => {
    const rows = await dataSource.query<{ table: string; first: string }[]>(
      `SELECT c.table_name AS table, k.column_name AS first
       FROM information_schema.columns c
       JOIN information_schema.table_constraints t ON t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
       JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name AND k.ordinal_position = 1
       WHERE c.table_schema = 'public' AND c.column_name = 'campaign_id' AND c.table_name <> 'audit_event'`,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => row.first !== 'campaign_id')).toEqual([]);
  });

  test('migrations run down to nothing and up again to the same schema', async () => {
    const before = await dataSource.query<ColumnRow[]>(columnsSql);
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await dataSource.query(columnsSql)).toEqual([]);
    expect((await migrate(dataSource)).length).toBe(dataSource.migrations.length);
    expect(await dataSource.query(columnsSql)).toEqual(before);
    expect(await schemaState(dataSource)).toEqual({ current: true, pending: [], unknown: [] });
  });
});
