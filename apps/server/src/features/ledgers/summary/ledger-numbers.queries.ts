import { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { UnitRef } from '../../../http/refs.dto.js';
import { unitStates } from '../entries/entry-row.queries.js';
import { visibleEntriesSql } from '../entries/visible-entries.js';
import type { LedgerState } from '../ledger-state.js';
import type { LedgerNumbers } from './ledger-summary.dto.js';

/** The numbers of one kind as a whole, or of a unit, township or school in it. */
export interface NumbersRow extends LedgerNumbers {
  readonly kind: string;
  readonly grouped: 'kind' | 'unit' | 'township' | 'school';
  readonly unit: UnitRef | null;
  readonly school_code: string | null;
  readonly school_name: string | null;
  /** Of a kind as a whole. */
  readonly states: Readonly<Record<LedgerState, number>> | null;
}

const wholeColumns = `'kind' AS grouped, NULL AS school_code, NULL AS school_name, NULL::uuid AS unit_id`;
const partGroups = 'GROUPING SETS ((e.kind, e.unit_id), (e.kind, e.township_id), (e.kind, e.school_code))';
const partColumns = `CASE grouping(e.unit_id, e.township_id, e.school_code)
    WHEN 3 THEN 'unit' WHEN 5 THEN 'township' ELSE 'school' END AS grouped,
  e.school_code, max(e.school_name) AS school_name, coalesce(e.unit_id, e.township_id) AS unit_id`;

/**
 * What the reader may see of the kinds, added up in one pass over the entries: the same rows as the list of entries.
 * @param parts by unit, township and school, without the states, instead of each kind as a whole: counting those for every
 *   school would cost as much as all the rest
 */
export async function readNumbers(
  work: Work,
  kinds: readonly string[],
  parts: boolean,
): Promise<NumbersRow[]> {
  const parameters = new Parameters();
  const state = (name: LedgerState): string => `'${name}', count(*) FILTER (WHERE e.state = '${name}')`;
  const names = ['open', 'applied', 'rechecked', 'unit_closed', 'contradicted', 'closed'] as const;
  return work.manager.query<NumbersRow[]>(
    `SELECT n.*, CASE WHEN u.id IS NULL THEN NULL
         ELSE json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) END AS unit
     FROM (
       SELECT e.kind, ${parts ? partColumns : wholeColumns},
         count(*)::int AS opened, count(*) FILTER (WHERE e.state <> 'closed')::int AS remaining,
         count(*) FILTER (WHERE e.state = 'closed')::int AS closed,
         count(*) FILTER (WHERE e.state = 'closed' AND e.closing_ground = 'gone')::int AS gone,
         count(*) FILTER (WHERE e.state = 'contradicted')::int AS contradicted, sum(e.relapses)::int AS relapses,
         count(*) FILTER (WHERE e.relapses > 0)::int AS relapsed,
         count(*) FILTER (WHERE e.state = ANY(${parameters.add(unitStates)})
           AND e.due_on < ${parameters.add(work.today)})::int AS late,
         ${parts ? 'NULL' : `json_build_object(${names.map(state).join(', ')})`} AS states
       FROM ledger_entry e
       WHERE e.campaign_id = ${parameters.add(work.campaignId)} AND e.kind = ANY(${parameters.add(kinds)})
         AND ${visibleEntriesSql(parameters, work.actor)}
       GROUP BY ${parts ? partGroups : 'e.kind'}) n
     LEFT JOIN unit u ON u.campaign_id = ${parameters.add(work.campaignId)} AND u.id = n.unit_id
     ORDER BY n.remaining DESC, u.position, n.school_code`,
    parameters.values,
  );
}
