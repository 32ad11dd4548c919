import type { PackTable } from './pack-tables.js';

/**
 * One statement that brings all entries of a table to what the pack says and leaves equal rows untouched.
 * Parameters: campaign id; the rows as JSON, each with a fresh `id` for the case that it is new.
 */
export function upsertStatement(spec: PackTable): string {
  const own = Object.keys(spec.columns);
  const pointers = Object.entries(spec.references);
  const all = [...own, ...pointers.map(([column]) => column)];
  const values = [...own.map((column) => `r.${column}`), ...pointers.map(([column]) => `${column}_row.id`)];
  const read = [
    ...Object.entries(spec.columns).map(([column, type]) => `${column} ${type}`),
    ...pointers.map(([column]) => `${column} text`),
  ];
  const updates = [
    ...all.map((column) => [column, spec.updates[column] ?? `EXCLUDED.${column}`] as const),
    ...(spec.withdraws ? [['withdrawn', 'false'] as const] : []),
  ];
  const assignments = updates.map(([column, value]) => `${column} = ${value}`);
  if (spec.versioned) assignments.push('version = x.version + 1');
  return `
    INSERT INTO ${spec.table} AS x (campaign_id, id, entry, ${all.join(', ')})
    SELECT $1, r.id, r.entry, ${values.join(', ')}
    FROM json_to_recordset($2) AS r(id uuid, entry text, ${read.join(', ')})
    ${pointers.map(([column, table]) => joined(column, table)).join('\n')}
    ON CONFLICT (campaign_id, entry) DO UPDATE SET ${assignments.join(', ')}
    WHERE (${updates.map(([column]) => `x.${column}`).join(', ')})
      IS DISTINCT FROM (${updates.map(([, value]) => value).join(', ')})`;
}

/**
 * Statements for the entries that the pack no longer has: those in use are kept and marked, the others go.
 * Parameters: campaign id; the ids of the entries that the pack has.
 */
export function removalStatements(spec: PackTable): string[] {
  const foreign = spec.foreign === null ? '' : ` AND NOT ${spec.foreign}`;
  const gone = `x.campaign_id = $1 AND NOT (x.entry = ANY($2))${foreign}`;
  const unused = spec.inUse === null ? '' : ` AND NOT (${spec.inUse})`;
  const remove = `DELETE FROM ${spec.table} x WHERE ${gone}${unused}`;
  if (spec.inUse === null || !spec.withdraws) return [remove];
  const version = spec.versioned ? ', version = x.version + 1' : '';
  const withdraw = `UPDATE ${spec.table} x SET withdrawn = true${version} WHERE ${gone} AND NOT x.withdrawn`;
  return [remove, withdraw];
}

function joined(column: string, table: string): string {
  return `LEFT JOIN ${table} ${column}_row ON ${column}_row.campaign_id = $1 AND ${column}_row.entry = r.${column}`;
}
