import type { CivilDate, FieldFault } from '#kernel';
import type { Actor } from '../../../database/actor.js';
import {
  finishReading,
  findTable,
  type RawSheet,
  refuseDuplicates,
  rowsOf,
  type TableReading,
  type TableRow,
} from '../../indicators/indicators.module.js';
import { ledgerNumber } from '../ledger-reading.js';
import { seqInLedgerNumber } from '../entries/entry-number.js';
import type { FieldValue } from '../entries/entry-fields.js';
import type { PlanInput } from '../entries/plan-changes.js';
import { decideRow, type ImportedRow, type RowDecision } from './decide-row.js';
import type { ExistingEntry, ImportFacts } from './import-facts.queries.js';
import { headers, knownColumns, ownPath } from './ledger-columns.js';
import { subjectOf } from './row-subject.js';

interface Moment {
  readonly actor: Actor;
  readonly today: CivilDate;
}

export interface JudgedRows {
  readonly reading: TableReading<ImportedRow>;
  /** Of the accepted rows, in their order. */
  readonly decisions: readonly RowDecision[];
}

/**
 * Reads a ledger somebody keeps: every row, every error in one pass, each judged as if entered by hand.
 * @throws DomainError `import_refused` when there is no such table in the file
 */
export async function readLedgerRows(
  moment: Moment,
  facts: ImportFacts,
  sheets: readonly RawSheet[],
): Promise<JudgedRows> {
  const columns = knownColumns(facts.kind);
  const table = findTable(sheets, columns);
  const rows = await rowsOf(table, columns);
  const decided = new Map<TableRow, { readonly row: ImportedRow; readonly decision: RowDecision }>();
  for (const row of rows) {
    const imported = importedRow(facts, row);
    if (row.faults.length > 0) continue;
    const decision = decideRow(moment, facts, imported);
    if (decision.outcome === 'refused') addFaults(facts, row, decision.faults);
    decided.set(row, { row: imported, decision });
  }
  refuseDuplicates(rows, headers.number, (row) => {
    const found = decided.get(row)?.row;
    return found ? keyOf(facts, found) : null;
  });
  const reading = finishReading(
    table,
    sheets,
    rows,
    (row) => decided.get(row)?.row as ImportedRow,
    () => [],
  );
  const accepted = rows.filter(({ faults }) => faults.length === 0);
  return { reading, decisions: accepted.map((row) => decided.get(row)?.decision as RowDecision) };
}

function keyOf(facts: ImportFacts, { seq, subject }: ImportedRow): string | null {
  const existing = seq === null ? undefined : facts.bySeq.get(seq);
  return existing?.subjectKey ?? subject?.subjectKey ?? null;
}

function importedRow(facts: ImportFacts, row: TableRow): ImportedRow {
  const written = row.text('number');
  const seq = written === null ? null : (seqInLedgerNumber(written) ?? null);
  if (written !== null && seq === null) row.fault(headers.number, `应是台账编号，形如 ${ledgerNumber(7)}`);
  const existing = seq === null ? undefined : facts.bySeq.get(seq);
  const input = planOf(facts, row, existing);
  const subject = subjectOf(facts, row, input, existing !== undefined);
  return { row: row.index + 1, seq, subject, input };
}

/** Blank cells change nothing: they are absent here. */
function planOf(facts: ImportFacts, row: TableRow, existing: ExistingEntry | undefined): PlanInput {
  const fields: Record<string, FieldValue> = {};
  for (const { key, name, type } of facts.kind.columns) {
    const text = row.text(ownPath(key));
    const value =
      type === 'integer'
        ? row.integer(ownPath(key))
        : type === 'text' && text !== null
          ? row.written(name)
          : text;
    if (value !== null) fields[key] = value;
  }
  return {
    ...present('cause', row.written(headers.cause)),
    ...present('measure', row.written(headers.measure)),
    ...present('measureNote', row.written(headers.measureNote)),
    ...present('unitId', unitOf(facts, row, 'unit', headers.unit)),
    ...present('townshipId', unitOf(facts, row, 'township', headers.township)),
    ...present('projectId', projectOf(facts, row, existing)),
    ...present('dueOn', row.text('dueOn') as CivilDate | null),
    ...present('targetYear', targetYearOf(row)),
    fields,
  };
}

function present<Key extends string, T>(key: Key, value: T | null): Partial<Record<Key, T>> {
  return value === null ? {} : ({ [key]: value } as Record<Key, T>);
}

function unitOf(
  { units }: ImportFacts,
  row: TableRow,
  path: 'unit' | 'township',
  header: string,
): string | null {
  const name = row.text(path);
  if (name === null) return null;
  const unit = units.get(name.replace(/\s/g, ''));
  if (unit && (path === 'unit' || unit.kind === 'township')) return unit.id;
  row.fault(header, path === 'unit' ? '成员单位里没有这个名称' : '没有这个乡镇（街道）');
  return null;
}

function projectOf(
  { projects }: ImportFacts,
  row: TableRow,
  existing: ExistingEntry | undefined,
): string | null {
  const name = row.text('project');
  if (name === null) return null;
  const ids = projects.get(name.replace(/\s/g, '')) ?? [];
  const same = ids.find((id) => id === existing?.projectId);
  if (same !== undefined || ids.length === 1) return same ?? ids[0] ?? null;
  row.fault(
    headers.project,
    ids.length === 0 ? '方案里没有这个建设项目' : '方案里有几个同名的建设项目，请在页面上选择',
  );
  return null;
}

function targetYearOf(row: TableRow): number | null {
  const text = row.text('targetYear');
  if (text === null) return null;
  const [, year] = /^(20\d\d)年?底?$/.exec(text.replace(/\s/g, '')) ?? [];
  if (year === undefined) row.fault(headers.targetYear, '应是四位年份');
  return year === undefined ? null : Number(year);
}

/** A fault of a field stands at its column. */
function addFaults(facts: ImportFacts, row: TableRow, faults: readonly FieldFault[]): void {
  for (const { pointer, message } of faults) row.fault(headerOf(facts, pointer), message);
}

function headerOf({ kind }: ImportFacts, pointer: string): string {
  const own = kind.columns.find(({ key }) => pointer === `/fields/${key}`);
  const byField: Readonly<Record<string, string>> = {
    '/unitId': headers.unit,
    '/townshipId': headers.township,
    '/projectId': headers.project,
    '/dueOn': headers.dueOn,
    '/targetYear': headers.targetYear,
    '/cause': headers.cause,
    '/measure': headers.measure,
    '/measureNote': headers.measureNote,
    '/subject': kind.subject === 'problem' ? headers.problem : headers.schoolCode,
  };
  return own?.name ?? byField[pointer] ?? headers.number;
}
