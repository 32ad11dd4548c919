import type { DataSource } from 'typeorm';

/** A hash of each table's rows, so that "nothing changed" means nothing at all. */
export async function tableContents(
  dataSource: DataSource,
  tables?: readonly string[],
): Promise<Map<string, string>> {
  const names = tables ?? (await allTables(dataSource));
  const parts = names.map(
    (table) =>
      `SELECT '${table}' AS name, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS hash FROM ${table} x`,
  );
  const rows = await dataSource.query<{ name: string; hash: string }[]>(parts.join(' UNION ALL '));
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** Names of the tables that differ. */
export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...before.keys()].filter((name) => before.get(name) !== after.get(name));
}

async function allTables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
