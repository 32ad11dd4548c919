import type { CivilDate } from '#kernel';
import type { Work } from '../../../database/unit-of-work.js';
import type { PersonRef } from '../../../http/refs.dto.js';
import { dataEventNames } from '../data-event-names.js';
import type { DataOutcome, LedgerState } from '../ledger-state.js';
import { entryEventNames } from './entry-events.js';
import type { DataPoint, LedgerEventView } from './entry-views.dto.js';

const eventNames: Readonly<Record<string, string>> = { ...entryEventNames, ...dataEventNames };

interface EventDetail {
  readonly lines?: readonly string[];
  readonly value?: string | null;
  readonly line?: string | null;
  readonly outcome?: DataOutcome | null;
}

interface EventRecord {
  readonly id: string;
  readonly action: string;
  readonly from_state: LedgerState | null;
  readonly to_state: LedgerState;
  readonly note: string | null;
  readonly detail: EventDetail;
  readonly by: PersonRef | null;
  readonly unit_name: string | null;
  readonly data_as_of: CivilDate | null;
  readonly at: Date;
}

export type EntryEvent = LedgerEventView & { readonly detail: EventDetail };

/** The history of an entry, the oldest first. */
export async function readEntryEvents(work: Work, entryId: string): Promise<EntryEvent[]> {
  const rows = await work.manager.query<EventRecord[]>(
    `SELECT v.id, v.action, v.from_state, v.to_state, v.note, v.detail, v.data_as_of, v.at, u.name AS unit_name,
       CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'name', a.name) END AS by
     FROM ledger_event v
     LEFT JOIN account a ON a.id = v.account_id
     LEFT JOIN unit u ON u.campaign_id = v.campaign_id AND u.id = v.unit_id
     WHERE v.campaign_id = $1 AND v.entry_id = $2 ORDER BY v.id`,
    [work.campaignId, entryId],
  );
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    actionName: eventNames[row.action] ?? row.action,
    fromState: row.from_state,
    toState: row.to_state,
    note: row.note,
    lines: [...(row.detail.lines ?? [])],
    by: row.by,
    unitName: row.unit_name,
    dataAsOf: row.data_as_of,
    at: row.at.toISOString(),
    detail: row.detail,
  }));
}

/** What the data said over time: one point a day, the last word on it. */
export function toCourse(events: readonly EntryEvent[]): DataPoint[] {
  const byDay = new Map<string, DataPoint>();
  for (const { action, dataAsOf, detail } of events) {
    if (dataAsOf === null) continue;
    // What data open is over its line.
    const { value = null, line = null, outcome = action === 'opened' ? 'over' : null } = detail;
    byDay.set(dataAsOf, { asOf: dataAsOf, value: numberOf(value), line: numberOf(line), outcome });
  }
  return [...byDay.values()].sort((a, b) => a.asOf.localeCompare(b.asOf));
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
