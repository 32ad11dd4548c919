import type { CivilDate } from '#kernel';
import type { Work } from '../../database/unit-of-work.js';
import type { DataEvent } from './judge-by-data.js';
import type { LedgerData, LedgerReading } from './ledger-reading.js';
import type { LedgerState } from './ledger-state.js';
import { badNews, type JudgedReading, type LedgerEffects } from './plan-ledger-effects.js';

/** Where an entry that data open belongs, and by when it is to be done. */
export interface NewEntryFrame {
  readonly unitOf: (reading: LedgerReading) => string | null;
  readonly townshipOf: (reading: LedgerReading) => string | null;
  readonly dueOf: (reading: LedgerReading | null) => CivilDate | null;
}

interface NewEvent {
  readonly id: string;
  readonly entry_id: string;
  readonly action: DataEvent | 'opened';
  readonly from_state: LedgerState | null;
  readonly to_state: LedgerState;
  readonly detail: object;
}

/** Writes down what new data do to a ledger: four statements for any number of entries. */
export async function applyLedgerEffects(
  work: Work,
  data: LedgerData,
  effects: LedgerEffects,
  frame: NewEntryFrame,
): Promise<void> {
  const opened = await insertEntries(work, data, effects.opened, frame);
  await work.fault('ledger-entries');
  await updateEntries(work, data, effects.judged, frame);
  await work.fault('ledger-judged');
  await insertEvents(work, data, [...opened, ...effects.judged.map((each) => judgedEvent(work, each))]);
}

async function insertEntries(
  work: Work,
  { kind, asOf }: LedgerData,
  opened: readonly LedgerReading[],
  frame: NewEntryFrame,
): Promise<NewEvent[]> {
  if (opened.length === 0) return [];
  const [[row]] = await work.manager.query<[{ last: number }[]]>(
    `UPDATE campaign SET last_ledger_seq = last_ledger_seq + $2 WHERE id = $1 RETURNING last_ledger_seq AS last`,
    [work.campaignId, opened.length],
  );
  const first = (row?.last ?? 0) - opened.length + 1;
  const rows = opened.map((reading, index) => ({
    id: work.newId(),
    seq: first + index,
    key: reading.key,
    subject: reading.subject,
    school_code: reading.schoolCode,
    school_name: reading.schoolName,
    stage: reading.stage,
    indicator: reading.indicator,
    unit_id: frame.unitOf(reading),
    township_id: frame.townshipOf(reading),
    due_on: frame.dueOf(reading),
    value: reading.value,
    line: reading.line,
    category: reading.category,
  }));
  await work.manager.query(
    `INSERT INTO ledger_entry (campaign_id, id, seq, kind, subject_key, subject, school_code, school_name, stage, indicator,
       unit_id, township_id, due_on, state, opened_on, opened_at, data_outcome, data_as_of, opened_value, value, line,
       category, updated_at)
     SELECT $1, r.id, r.seq, $3, r.key, r.subject, r.school_code, r.school_name, r.stage, r.indicator, r.unit_id,
       r.township_id, r.due_on, 'open', $4::date, $5::timestamptz, 'over', $4::date, r.value, r.value, r.line, r.category,
       $5::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, seq int, key text, subject text, school_code text,
       school_name text, stage text, indicator text, unit_id uuid, township_id uuid, due_on date, value numeric,
       line numeric, category text)`,
    [work.campaignId, JSON.stringify(rows), kind, asOf, work.now],
  );
  return rows.map(({ id, value, line, category }) => ({
    id: work.newId(),
    entry_id: id,
    action: 'opened',
    from_state: null,
    to_state: 'open',
    detail: { value, line, category },
  }));
}

/** What was claimed and is not so loses its people: the steps begin again, and none of them may be skipped. */
async function updateEntries(
  work: Work,
  { asOf }: LedgerData,
  judged: readonly JudgedReading[],
  frame: NewEntryFrame,
): Promise<void> {
  if (judged.length === 0) return;
  const rows = judged.map(({ entry, reading, outcome, judgement }) => ({
    id: entry.id,
    state: judgement.state,
    outcome,
    subject: reading?.subject ?? null,
    school_name: reading?.schoolName ?? null,
    value: reading?.value ?? null,
    line: reading?.line ?? null,
    category: reading?.category ?? null,
    due_on: frame.dueOf(reading),
    known: reading !== null,
    refuted: badNews.has(judgement.event),
    relapsed: judgement.event === 'relapsed',
    confirmed: judgement.event === 'confirmed',
  }));
  await work.manager.query(
    `UPDATE ledger_entry e SET state = r.state, data_outcome = r.outcome, data_as_of = $3::date,
       subject = coalesce(r.subject, e.subject), school_name = coalesce(r.school_name, e.school_name),
       value = CASE WHEN r.known THEN r.value ELSE e.value END, line = CASE WHEN r.known THEN r.line ELSE e.line END,
       category = CASE WHEN r.known THEN r.category ELSE e.category END,
       relapses = e.relapses + r.relapsed::int,
       due_on = CASE WHEN r.relapsed AND e.due_on < $5::date THEN r.due_on ELSE e.due_on END,
       applied_by = CASE WHEN r.refuted THEN NULL ELSE e.applied_by END,
       rechecked_by = CASE WHEN r.refuted THEN NULL ELSE e.rechecked_by END,
       confirmed_by = CASE WHEN r.refuted THEN NULL ELSE e.confirmed_by END,
       closing_ground = CASE WHEN r.confirmed THEN 'solved' WHEN r.refuted THEN NULL ELSE e.closing_ground END,
       achieved_on = CASE WHEN r.confirmed THEN coalesce(e.achieved_on, $3::date) WHEN r.refuted THEN NULL
         ELSE e.achieved_on END,
       closed_at = CASE WHEN r.confirmed THEN $4::timestamptz WHEN r.refuted THEN NULL ELSE e.closed_at END,
       version = e.version + 1, updated_at = $4::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, state text, outcome text, subject text, school_name text,
       value numeric, line numeric, category text, due_on date, known boolean, refuted boolean, relapsed boolean,
       confirmed boolean)
     WHERE e.campaign_id = $1 AND e.id = r.id`,
    [work.campaignId, JSON.stringify(rows), asOf, work.now, work.today],
  );
}

function judgedEvent(work: Work, { entry, reading, outcome, judgement }: JudgedReading): NewEvent {
  const { value = null, line = null, category = null } = reading ?? {};
  return {
    id: work.newId(),
    entry_id: entry.id,
    action: judgement.event,
    from_state: entry.state,
    to_state: judgement.state,
    detail: { outcome, value, line, category },
  };
}

async function insertEvents(
  work: Work,
  { asOf, sourceId }: LedgerData,
  events: readonly NewEvent[],
): Promise<void> {
  await work.manager.query(
    `INSERT INTO ledger_event (campaign_id, id, entry_id, action, from_state, to_state, detail, source_id, data_as_of, at)
     SELECT $1, r.id, r.entry_id, r.action, r.from_state, r.to_state, r.detail, $3, $4, $5
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, entry_id uuid, action text, from_state text, to_state text,
       detail jsonb)`,
    [work.campaignId, JSON.stringify(events), sourceId, asOf, work.now],
  );
}
