import type { Work } from '../../../database/unit-of-work.js';
import { appendEntryEvents } from './entry-events.js';
import type { Plan } from './plan-changes.js';

/** An entry a person opens. */
export interface EntryDraft extends Plan {
  readonly subjectKey: string;
  readonly subject: string;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly stage: string | null;
  readonly indicator: string | null;
  readonly category: string | null;
  readonly openedValue: number | null;
  readonly line: number | null;
}

export interface Opening {
  readonly kind: string;
  /** The import that opens them. */
  readonly importId?: string;
}

/**
 * Opens entries, in a fixed number of statements however many there are; one that exists by now is left alone.
 * @returns ids of those that were opened, by subject key
 */
export async function insertEntries(
  work: Work,
  { kind, importId }: Opening,
  drafts: readonly EntryDraft[],
): Promise<Map<string, string>> {
  if (drafts.length === 0) return new Map();
  const last = await takeNumbers(work, drafts.length);
  const rows = drafts.map((draft, index) => ({
    id: work.newId(),
    seq: last - drafts.length + 1 + index,
    ...draft,
  }));
  const opened = await work.manager.query<{ id: string; subject_key: string }[]>(
    `INSERT INTO ledger_entry (campaign_id, id, seq, kind, subject_key, subject, school_code, school_name, stage, indicator,
       unit_id, township_id, cause, measure, measure_note, project_id, due_on, target_year, fields, state, opened_by,
       opened_on, opened_at, opened_value, value, line, category, updated_at)
     SELECT $1, r.id, r.seq, $2, r."subjectKey", r.subject, r."schoolCode", r."schoolName", r.stage, r.indicator, r."unitId",
       r."townshipId", r.cause, r.measure, r."measureNote", r."projectId", r."dueOn", r."targetYear", r.fields, 'open', $3,
       $4, $5, r."openedValue", r."openedValue", r.line, r.category, $5
     FROM json_to_recordset($6) AS r(id uuid, seq int, "subjectKey" text, subject text, "schoolCode" text, "schoolName" text,
       stage text, indicator text, "unitId" uuid, "townshipId" uuid, cause text, measure text, "measureNote" text,
       "projectId" uuid, "dueOn" date, "targetYear" int, fields jsonb, "openedValue" numeric, line numeric, category text)
     ON CONFLICT ON CONSTRAINT ledger_entry_subject_key DO NOTHING RETURNING id, subject_key`,
    [work.campaignId, kind, work.actor.accountId, work.today, work.now, JSON.stringify(rows)],
  );
  await appendEntryEvents(
    work,
    opened.map(({ id }) => ({
      entryId: id,
      action: 'opened',
      fromState: null,
      toState: 'open',
      ...(importId === undefined ? {} : { sourceId: importId, detail: { lines: ['由导入的台账建账'] } }),
    })),
  );
  return new Map(opened.map(({ id, subject_key }) => [subject_key, id]));
}

/** @returns the last of the numbers that are now taken */
async function takeNumbers(work: Work, count: number): Promise<number> {
  const [[row] = []] = await work.manager.query<[{ last: number }[]?]>(
    `UPDATE campaign SET last_ledger_seq = last_ledger_seq + $2 WHERE id = $1 RETURNING last_ledger_seq AS last`,
    [work.campaignId, count],
  );
  if (!row) throw new Error('the campaign is not there');
  return row.last;
}
