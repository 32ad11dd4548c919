import { EntryReader } from '../entry-reader.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { readYamlDirectory, type YamlSource } from '../yaml-source.js';
import {
  type CountCondition,
  type LedgerColumn,
  type LedgerKind,
  ledgerColumnTypes,
  ledgerOffices,
  ledgerSubjects,
} from './ledger-kind.js';

const evidenceKinds = ['document', 'photo', 'ledger', 'accounts', 'minutes', 'roster', 'report', 'other'];

/**
 * Reads the kinds of ledgers, one file each; the id is the file's name.
 *
 * A kind without a basis and a day it was last checked is refused; counts must name what has to be reached.
 * @param directory holds `<id>.yaml` files
 * @returns the kinds of classes first, then schools, problems and counts
 * @throws PackError with every fault of every file
 * @example loadLedgerKinds(ledgersDirectory()).find(({ id }) => id === 'large_class')?.name // '大班额'
 */
export function loadLedgerKinds(directory: string): LedgerKind[] {
  const faults: PackFault[] = [];
  const kinds = readYamlDirectory(directory, faults).map(readKind);
  if (faults.length > 0) throw new PackError(faults);
  const order = ({ subject }: LedgerKind): number => ledgerSubjects.indexOf(subject);
  return kinds.toSorted((one, other) => order(one) - order(other));
}

function readKind(source: YamlSource): LedgerKind {
  const entry = new EntryReader(source.root, source, '台账种类');
  const kind = {
    id: source.file.replace(/\.yaml$/, ''),
    name: entry.text('name'),
    subject: entry.oneOf('subject', ledgerSubjects),
    basis: entry.text('basis'),
    toVerify: entry.optionalText('toVerify'),
    checkedOn: entry.date('checkedOn'),
    opens: entry.text('opens'),
    closes: entry.text('closes'),
    indicator: entry.optionalText('indicator'),
    columns: entry.has('columns') ? entry.entries('columns', '列').map(readColumn) : [],
    measures: entry.has('measures') ? entry.texts('measures') : [],
    condition: readCondition(entry),
    evidence: entry.has('evidence') ? entry.texts('evidence') : [],
    recheckedBy: entry.oneOf('recheckedBy', ledgerOffices),
    confirmedBy: entry.oneOf('confirmedBy', ledgerOffices),
    recheckWorkingDays: entry.optionalInteger('recheckWorkingDays') ?? 5,
    dueWorkingDays: entry.optionalInteger('dueWorkingDays'),
  };
  entry.finish();
  checkKind(kind, source);
  return kind;
}

function readColumn(entry: EntryReader): LedgerColumn {
  const column = {
    key: entry.text('key'),
    name: entry.text('name'),
    type: entry.oneOf('type', ledgerColumnTypes),
    required: entry.flag('required'),
    choices: entry.has('choices') ? entry.texts('choices') : [],
  };
  entry.finish();
  return column;
}

function readCondition(entry: EntryReader): CountCondition | null {
  if (!entry.has('condition')) return null;
  const section = entry.section('condition', '销号条件');
  if (!section) return null;
  const condition = { reached: section.text('reached'), of: section.text('of') };
  section.finish();
  return condition;
}

function checkKind(kind: LedgerKind, source: YamlSource): void {
  const keys = kind.columns.filter(({ type }) => type === 'integer').map(({ key }) => key);
  if ((kind.subject === 'count') !== (kind.condition !== null)) {
    source.faultAt(1, '人数台账必须写明销号条件（condition），其他台账不能有');
  }
  for (const key of kind.condition ? [kind.condition.reached, kind.condition.of] : []) {
    if (!keys.includes(key)) source.faultAt(1, `销号条件里的“${key}”不是本台账的人数列`);
  }
  if (kind.recheckedBy === kind.confirmedBy) source.faultAt(1, '复核和确认不能是同一个部门');
  for (const each of kind.evidence) {
    if (!evidenceKinds.includes(each)) source.faultAt(1, `不认识的佐证种类“${each}”`);
  }
}
