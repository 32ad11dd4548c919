import type { Work } from '../../../database/unit-of-work.js';
import { Parameters } from '../../../database/parameters.js';
import { visibleEntriesSql } from '../entries/visible-entries.js';
import type { LedgerTargetInput, LedgerTargetRow } from './ledger-summary.dto.js';

/** What is to be closed in each year against what was; the newest row of a year counts. */
export async function readTargets(work: Work, kind: string): Promise<LedgerTargetRow[]> {
  const parameters = new Parameters();
  const campaign = parameters.add(work.campaignId);
  const ledger = parameters.add(kind);
  return work.manager.query<LedgerTargetRow[]>(
    `WITH target AS (
       SELECT DISTINCT ON (t.year) t.year, t.quantity, t.basis, json_build_object('id', a.id, 'name', a.name) AS set_by
       FROM ledger_target t JOIN account a ON a.id = t.set_by
       WHERE t.campaign_id = ${campaign} AND t.kind = ${ledger} ORDER BY t.year, t.id DESC),
     closed AS (
       SELECT extract(year FROM e.closed_at AT TIME ZONE 'Asia/Shanghai')::int AS year, count(*)::int AS count
       FROM ledger_entry e
       WHERE e.campaign_id = ${campaign} AND e.kind = ${ledger} AND e.state = 'closed'
         AND ${visibleEntriesSql(parameters, work.actor)} GROUP BY 1)
     SELECT coalesce(t.year, c.year) AS year, t.quantity AS target, t.basis, t.set_by AS "setBy", coalesce(c.count, 0) AS closed
     FROM target t FULL JOIN closed c ON c.year = t.year ORDER BY 1`,
    parameters.values,
  );
}

/** Sets how many entries are to be closed in a year; what was set before stays in the history. */
export async function setTarget(
  work: Work,
  kind: string,
  year: number,
  { quantity, basis }: LedgerTargetInput,
): Promise<void> {
  await work.manager.query(
    `INSERT INTO ledger_target (campaign_id, id, kind, year, quantity, basis, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [work.campaignId, work.newId(), kind, year, quantity, basis.trim(), work.actor.accountId, work.now],
  );
}
