/** The plans of the longest SELECTs the last bench sent, each once, with the indexes they read. */
export async function explain({ raw, statements }, bench) {
  const found = new Map();
  for (const statement of statements.splice(0)) {
    if (/^\s*(SELECT|WITH)\b/.test(statement.sql) && statement.sql.length > 600)
      found.set(statement.sql, statement);
  }
  for (const { sql, parameters } of found.values()) {
    const { rows } = await raw.query(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, parameters);
    const plan = rows.map((row) => row['QUERY PLAN']);
    console.log(`-- ${bench}: ${sql.replace(/\s+/g, ' ').slice(0, 100)}…`);
    console.log(plan.join('\n'));
    console.log(JSON.stringify({ bench, ...readOf(plan.join('\n')) }));
  }
}

function readOf(plan) {
  const all = (pattern) => [...new Set([...plan.matchAll(pattern)].map((match) => match[1]))].sort();
  return {
    indexes: all(/(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)/g),
    wholeTables: all(/Seq Scan on (\w+)/g),
  };
}

/** Indexes that are no key and that no statement of this run has read. */
export async function unusedIndexes({ raw }) {
  const { rows } = await raw.query(
    `SELECT s.indexrelname AS name FROM pg_stat_user_indexes s JOIN pg_index i USING (indexrelid)
     WHERE s.idx_scan = 0 AND NOT i.indisunique ORDER BY 1`,
  );
  console.log(JSON.stringify({ neverRead: rows.map((row) => row.name) }));
}
