import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import type { LedgerState } from '../ledger-state.js';
import { type EntryRecord, entryRowsSql, toLedgerRow } from './entry-row.queries.js';
import type { LedgerDesk } from './entry-views.dto.js';
import { handlesEntry, isOffice } from './ledger.policy.js';
import { visibleEntriesSql } from './visible-entries.js';

// A desk is for today's work: whoever has more than this in one state opens the list behind the tile.
const deskRows = 100;
const waiting: readonly LedgerState[] = ['open', 'applied', 'rechecked', 'contradicted'];

/** What of the ledgers waits for this person: re-checks and confirmations for the offices, the rest for the units. */
export async function readLedgerDesk(work: Work, kinds: LedgerKinds): Promise<LedgerDesk> {
  const { actor } = work;
  // The open entries of all units are no office's business of the day.
  const states =
    isOffice(actor) && actor.unitId === null ? waiting.filter((state) => state !== 'open') : waiting;
  const parameters = new Parameters();
  const where = `e.state = ANY(${parameters.add(states)}) AND ${visibleEntriesSql(parameters, actor)}
    AND (e.state <> 'open' OR e.unit_id = ${parameters.add(actor.unitId)} OR e.township_id = ${parameters.add(actor.unitId)})`;
  const records = await work.manager.query<EntryRecord[]>(
    `SELECT p.* FROM (
       SELECT r.*, row_number() OVER (PARTITION BY r.state ORDER BY r.due_on NULLS LAST, r.seq) AS place
       FROM (${entryRowsSql(parameters, work, where)}) r) p
     WHERE p.place <= ${deskRows} ORDER BY p.due_on NULLS LAST, p.seq`,
    parameters.values,
  );
  const rows = records.map((record) => toLedgerRow(work, kinds, record));
  const inState = (state: LedgerState) => rows.filter((row) => row.state === state);
  return {
    toRecheck: inState('applied').filter(({ kind }) => kinds.get(kind).recheckedBy === actor.role),
    toConfirm: inState('rechecked').filter(({ kind }) => kinds.get(kind).confirmedBy === actor.role),
    contradicted: inState('contradicted'),
    open: inState('open').filter(({ unit, township }) =>
      handlesEntry(actor, { unitId: unit?.id ?? null, townshipId: township?.id ?? null }),
    ),
  };
}
