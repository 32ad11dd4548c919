import type { Work } from '../../database/unit-of-work.js';
import type { Standards } from '../indicators/indicators.module.js';
import { LedgerKinds } from '../ledgers/ledgers.module.js';
import type { GateChoices } from './phases.dto.js';

/** Whoever knows the standard in force. */
export type StandardSource = Pick<Standards, 'ofCampaign'>;

const ledgerKinds = new LedgerKinds();

/** What a gate's conditions can refer to: clauses and groups of the plan, indicators in force, ledgers. */
export async function readGateChoices(work: Work, standards: StandardSource): Promise<GateChoices> {
  const clauses = await work.manager.query<{ entry: string; label: string; group: string | null }[]>(
    `SELECT entry, number || ' ' || title AS label, group_title AS "group" FROM clause
     WHERE campaign_id = $1 AND NOT withdrawn ORDER BY position`,
    [work.campaignId],
  );
  const { indicators } = await standards.ofCampaign(work, work.today);
  const groups = new Set(clauses.flatMap(({ group }) => group ?? []));
  return {
    clauses: clauses.map(({ entry, label }) => ({ ref: entry, label })),
    groups: [...groups].map((title) => ({ ref: title, label: title })),
    indicators: indicators.map(({ id, name }) => ({ ref: id, label: `${id} ${name}` })),
    ledgers: ledgerKinds.all.map(({ id, name }) => ({ ref: id, label: `${name}台账` })),
  };
}
