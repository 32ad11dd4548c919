import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, queryAt, type TestDatabase } from '../support/database.js';

describe('the test databases', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  test('each clone has the migrated schema and is apart from the others', async () => {
    await queryAt(first.connection, `CREATE TABLE only_in_first (a int)`);
    const tables = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`;
    const [inFirst, inSecond] = await Promise.all([
      queryAt(first.connection, tables),
      queryAt(second.connection, tables),
    ]);
    expect(inFirst).toContainEqual({ table_name: 'task' });
    expect(inSecond).toContainEqual({ table_name: 'task' });
    expect(inSecond).not.toContainEqual({ table_name: 'only_in_first' });
  });

  test('the address is also good as a DATABASE_URL', async () => {
    const client = new pg.Client({ connectionString: first.url });
    await client.connect();
    const { rows } = await client.query('SELECT current_database() AS name');
    await client.end();
    expect(rows).toEqual([{ name: first.connection.database }]);
  });
});
