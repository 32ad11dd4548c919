import type { CivilDate } from '#kernel';
import type { Parameters } from '../../../database/parameters.js';
import type { Work } from '../../../database/unit-of-work.js';
import type { UnitRef } from '../../../http/refs.dto.js';
import { workingDaysLeft } from '../../tasks/tasks.module.js';
import type { LedgerKinds } from '../ledger-kinds.js';
import { type ClosingGround, type DataOutcome, type LedgerState, ledgerStateNames } from '../ledger-state.js';
import type { EntryFields } from './entry-fields.js';
import { type ClassCategory, classCategoryNames, ledgerNumber } from '../ledger-reading.js';
import type { LedgerRow, ProjectRef } from './entry-views.dto.js';

/** States in which the unit's clock runs: an application waits for somebody else. */
export const unitStates: readonly LedgerState[] = ['open', 'contradicted'];

/** A row of {@link entryRowsSql}. */
export interface EntryRecord {
  id: string;
  seq: number;
  kind: string;
  subject: string;
  school_code: string | null;
  school_name: string | null;
  stage: 'primary' | 'junior' | null;
  indicator: string | null;
  unit: UnitRef | null;
  township: UnitRef | null;
  category: string | null;
  opened_value: string | null;
  value: string | null;
  line: string | null;
  data_as_of: CivilDate | null;
  data_outcome: DataOutcome | null;
  state: LedgerState;
  relapses: number;
  cause: string | null;
  measure: string | null;
  measure_note: string | null;
  project: ProjectRef | null;
  due_on: CivilDate | null;
  target_year: number | null;
  fields: EntryFields;
  opened_on: CivilDate;
  achieved_on: CivilDate | null;
  closing_ground: ClosingGround | null;
  last_progress: string | null;
  version: number;
}

const unitJson = (unit: string): string =>
  `CASE WHEN ${unit}.id IS NULL THEN NULL ELSE
    json_build_object('id', ${unit}.id, 'name', ${unit}.name, 'shortName', ${unit}.short_name, 'kind', ${unit}.kind) END`;

/** Entries `e` with all that a list shows of them, in one statement. @param where SQL over `e` */
export function entryRowsSql(parameters: Parameters, work: Work, where: string): string {
  return `SELECT e.id, e.seq, e.kind, e.subject, e.school_code, e.school_name, e.stage, e.indicator, e.category, e.opened_value,
      e.value, e.line, e.data_as_of, e.data_outcome, e.state, e.relapses, e.cause, e.measure, e.measure_note, e.due_on,
      e.target_year, e.fields, e.opened_on, e.achieved_on, e.closing_ground, e.version,
      ${unitJson('u')} AS unit, ${unitJson('w')} AS township,
      CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.year || '年' || p.school) END AS project,
      (SELECT v.note FROM ledger_event v WHERE v.campaign_id = e.campaign_id AND v.entry_id = e.id AND v.action = 'report'
        ORDER BY v.id DESC LIMIT 1) AS last_progress
    FROM ledger_entry e
    LEFT JOIN unit u ON u.campaign_id = e.campaign_id AND u.id = e.unit_id
    LEFT JOIN unit w ON w.campaign_id = e.campaign_id AND w.id = e.township_id
    LEFT JOIN project p ON p.campaign_id = e.campaign_id AND p.id = e.project_id
    WHERE e.campaign_id = ${parameters.add(work.campaignId)} AND (${where})`;
}

/** A record as the API shows it. */
export function toLedgerRow(work: Work, kinds: LedgerKinds, record: EntryRecord): LedgerRow {
  const inHand = unitStates.includes(record.state);
  return {
    id: record.id,
    number: ledgerNumber(record.seq),
    kind: record.kind,
    kindName: kinds.get(record.kind).name,
    subject: record.subject,
    schoolCode: record.school_code,
    schoolName: record.school_name,
    stage: record.stage,
    indicator: record.indicator,
    unit: record.unit,
    township: record.township,
    category: record.category,
    categoryName:
      record.category && (classCategoryNames[record.category as ClassCategory] ?? record.category),
    openedValue: numberOf(record.opened_value),
    value: numberOf(record.value),
    line: numberOf(record.line),
    dataAsOf: record.data_as_of,
    dataOutcome: record.data_outcome,
    state: record.state,
    stateName: ledgerStateNames[record.state],
    relapses: record.relapses,
    contradicted: record.state === 'contradicted',
    cause: record.cause,
    measure: record.measure,
    measureNote: record.measure_note,
    project: record.project,
    dueOn: record.due_on,
    workingDaysLeft:
      inHand && record.due_on !== null ? workingDaysLeft(work.calendar, record.due_on, work.today) : null,
    late: inHand && record.due_on !== null && record.due_on < work.today,
    targetYear: record.target_year,
    fields: record.fields,
    openedOn: record.opened_on,
    achievedOn: record.achieved_on,
    closingGround: record.closing_ground,
    lastProgress: record.last_progress,
    version: record.version,
  };
}

function numberOf(numeric: string | null): number | null {
  return numeric === null ? null : Number(numeric);
}
