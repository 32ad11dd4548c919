import type { Work } from '../../../database/unit-of-work.js';
import { ledgerActionNames, type LedgerState } from '../ledger-state.js';

/** What people do to an entry, as its history names it. */
export const entryEventNames = {
  ...ledgerActionNames,
  opened: '建账',
  imported: '导入台账',
  evidence_added: '上传佐证',
  evidence_voided: '作废佐证',
} as const;
export type EntryEventAction = keyof typeof entryEventNames;

export interface EntryHappening {
  readonly entryId: string;
  readonly action: EntryEventAction;
  readonly fromState: LedgerState | null;
  readonly toState: LedgerState;
  readonly note?: string | undefined;
  /** `lines`: what changed, in words. */
  readonly detail?: { readonly lines: readonly string[] };
  /** The import that did it. */
  readonly sourceId?: string;
}

/** Appends to the history, in one statement however many there are; the person's unit at this time is kept with it. */
export async function appendEntryEvents(work: Work, happenings: readonly EntryHappening[]): Promise<void> {
  const rows = happenings.map((one) => ({
    id: work.newId(),
    entry_id: one.entryId,
    action: one.action,
    from_state: one.fromState,
    to_state: one.toState,
    note: one.note?.trim() || null,
    detail: one.detail ?? {},
    source_id: one.sourceId ?? null,
  }));
  await work.manager.query(
    `INSERT INTO ledger_event (campaign_id, id, entry_id, action, from_state, to_state, note, detail, account_id, unit_id,
       source_id, at)
     SELECT $1, r.id, r.entry_id, r.action, r.from_state, r.to_state, r.note, r.detail, $2, $3, r.source_id, $4
     FROM json_to_recordset($5) AS r(id uuid, entry_id uuid, action text, from_state text, to_state text, note text,
       detail jsonb, source_id uuid)`,
    [work.campaignId, work.actor.accountId, work.actor.unitId, work.now, JSON.stringify(rows)],
  );
}
