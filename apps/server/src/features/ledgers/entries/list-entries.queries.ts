import { Parameters } from '../../../database/parameters.js';
import { readCursor, writeCursor } from '../../../database/place-cursor.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import { seqInLedgerNumber } from './entry-number.js';
import { type EntryRecord, entryRowsSql, toLedgerRow, unitStates } from './entry-row.queries.js';
import type { LedgerPage, LedgerRow } from './entry-views.dto.js';
import type { EntryFilter } from './list-entries.dto.js';
import { visibleEntriesSql } from './visible-entries.js';
import { classCategories } from '../ledger-reading.js';

const defaultLimit = 50;

/** What the list is ordered by, as text, so that the page boundary can be compared and carried in the URL. */
const sortKeys = {
  // What is solved comes after all that still has to be done.
  due: `(r.state = 'closed')::int || to_char(coalesce(r.due_on, '9999-12-31'), 'YYYY-MM-DD')`,
  number: `lpad(r.seq::text, 10, '0')`,
} as const;

export interface WantedEntries extends EntryFilter {
  /** null: of every kind. */
  readonly kind: string | null;
}

/** One page of entries, keyset after keyset, with the total of the same filter. */
export async function listEntries(
  work: Work,
  kinds: LedgerKinds,
  filter: WantedEntries,
): Promise<LedgerPage> {
  const limit = filter.limit ?? defaultLimit;
  const key = sortKeys[filter.sort ?? 'due'];
  const parameters = new Parameters();
  const rows = filteredSql(parameters, work, filter);
  const place = filter.after ? placeSql(parameters, key, filter.after) : 'TRUE';
  const found = await work.manager.query<(EntryRecord & { sort_key: string; total: string })[]>(
    `WITH r AS NOT MATERIALIZED (${rows}), page AS (
       SELECT r.*, ${key} AS sort_key FROM r WHERE ${place} ORDER BY ${key} COLLATE "C", r.seq LIMIT ${limit + 1})
     SELECT page.*, (SELECT count(*) FROM r) AS total FROM page ORDER BY sort_key COLLATE "C", seq`,
    parameters.values,
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((record) => toLedgerRow(work, kinds, record)),
    total: found[0] ? Number(found[0].total) : await countEntries(work, filter),
    next: found.length > limit && last ? writeCursor(last.sort_key, last.seq) : null,
  };
}

/** Every entry of a filter in list order: what the export holds, whatever page the reader is on. */
export async function readLedgerRows(
  work: Work,
  kinds: LedgerKinds,
  filter: WantedEntries,
): Promise<LedgerRow[]> {
  const parameters = new Parameters();
  const found = await work.manager.query<EntryRecord[]>(
    `WITH r AS (${filteredSql(parameters, work, filter)})
     SELECT r.* FROM r ORDER BY ${sortKeys[filter.sort ?? 'due']} COLLATE "C", r.seq`,
    parameters.values,
  );
  return found.map((record) => toLedgerRow(work, kinds, record));
}

/** Only an empty page leaves the total unknown. */
async function countEntries(work: Work, filter: WantedEntries): Promise<number> {
  const parameters = new Parameters();
  const [row] = await work.manager.query<{ total: string }[]>(
    `SELECT count(*) AS total FROM (${filteredSql(parameters, work, filter)}) r`,
    parameters.values,
  );
  return Number(row?.total ?? 0);
}

function filteredSql(parameters: Parameters, work: Work, filter: WantedEntries): string {
  const conditions = [visibleEntriesSql(parameters, work.actor)];
  const equal = (column: string, value: unknown): void => {
    if (value !== undefined && value !== null) conditions.push(`e.${column} = ${parameters.add(value)}`);
  };
  equal('kind', filter.kind);
  equal('unit_id', filter.unitId);
  equal('township_id', filter.townshipId);
  equal('school_code', filter.schoolCode);
  equal('target_year', filter.year);
  if (filter.category) {
    const least = classCategories.slice(classCategories.indexOf(filter.category));
    conditions.push(`e.data_outcome = 'over' AND e.category = ANY(${parameters.add(least)})`);
  }
  if (filter.state) conditions.push(`e.state = ANY(${parameters.add(filter.state)})`);
  if (filter.standing) conditions.push(`e.state ${filter.standing === 'solved' ? '=' : '<>'} 'closed'`);
  if (filter.relapsed) conditions.push('e.relapses > 0');
  if (filter.contradicted) conditions.push(`e.state = 'contradicted'`);
  if (filter.late) {
    const [states, today] = [parameters.add(unitStates), parameters.add(work.today)];
    conditions.push(`e.state = ANY(${states}) AND e.due_on < ${today}`);
  }
  if (filter.q?.trim()) conditions.push(searchSql(parameters, filter.q.trim()));
  return entryRowsSql(parameters, work, conditions.map((condition) => `(${condition})`).join(' AND '));
}

function searchSql(parameters: Parameters, q: string): string {
  const pattern = parameters.add(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  const seq = seqInLedgerNumber(q);
  const byNumber = seq === undefined ? '' : ` OR e.seq = ${parameters.add(seq)}`;
  return `e.subject ILIKE ${pattern} OR e.school_name ILIKE ${pattern} OR e.school_code = ${parameters.add(q)}${byNumber}`;
}

function placeSql(parameters: Parameters, key: string, cursor: string): string {
  const { sortKey, seq } = readCursor(cursor);
  return `(${key} COLLATE "C", r.seq) > (${parameters.add(sortKey)}::text, ${parameters.add(seq)}::int)`;
}
