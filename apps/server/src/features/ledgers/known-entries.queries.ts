import type { Work } from '../../database/unit-of-work.js';
import type { KnownEntry } from './ledger-reading.js';

/**
 * Every entry of a kind, as new data find it.
 * @param lock keeps people from taking a step on them until the data have been applied
 */
export async function readKnownEntries(work: Work, kind: string, lock: boolean): Promise<KnownEntry[]> {
  return work.manager.query<KnownEntry[]>(
    `SELECT id, seq, subject_key AS key, subject, school_code AS "schoolCode", unit_id AS "unitId", state,
       achieved_on AS "achievedOn", data_as_of AS "dataAsOf", data_outcome AS outcome
     FROM ledger_entry WHERE campaign_id = $1 AND kind = $2 ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
    [work.campaignId, kind],
  );
}
