import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EntryReader } from '../entry-reader.js';
import { packDataDirectory } from '../pack-directory.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { YamlSource } from '../yaml-source.js';
import type { Behaviour, DayRange, OfficeBehaviour, UnitBehaviour, UnitShares } from './behaviour.js';

/** The behaviour that comes with the program. */
export function usualBehaviourFile(): string {
  return join(packDataDirectory(), 'behaviours', 'usual.yaml');
}

/**
 * Reads how the people of a simulated campaign behave.
 * @param file path of a YAML file in the form of `data/behaviours/usual.yaml`
 * @throws PackError with every fault of the file and its line
 * @example loadBehaviour(usualBehaviourFile()).usual.shares.onTime // 0.7
 */
export function loadBehaviour(file: string): Behaviour {
  const faults: PackFault[] = [];
  const source = new YamlSource(basename(file), readFileSync(file, 'utf8'), faults);
  const root = EntryReader.root(source);
  const name = root.text('名称');
  const usual = readUnits(root.section('成员单位', '成员单位'), root);
  const office = readOffice(root.section('办公室', '办公室'), root);
  const exceptions = new Map<string, UnitBehaviour>();
  for (const entry of root.entries('例外', '例外')) {
    const unit = entry.text('单位');
    if (exceptions.has(unit)) entry.fault('单位', `单位“${unit}”写了两次`);
    exceptions.set(unit, readUnit(entry));
  }
  root.finish();
  if (faults.length > 0 || !usual || !office) throw new PackError(faults);
  return { name, usual, office, exceptions };
}

function readUnits(entry: EntryReader | undefined, root: EntryReader): UnitBehaviour | undefined {
  if (!entry) root.fault('成员单位', '文件缺少“成员单位”');
  return entry && readUnit(entry);
}

function readUnit(entry: EntryReader): UnitBehaviour {
  const shares: UnitShares = {
    onTime: share(entry, '按期'),
    late: share(entry, '逾期'),
    silent: share(entry, '不签收'),
    asksExtension: share(entry, '申请延期'),
  };
  const sum = shares.onTime + shares.late + shares.silent + shares.asksExtension;
  if (Math.abs(sum - 1) > 1e-9) {
    entry.fault(
      '按期',
      `“按期、逾期、不签收、申请延期”四个比例加起来应是 1，现在是 ${Number(sum.toFixed(6))}`,
    );
  }
  const behaviour = {
    shares,
    signing: days(entry, '签收用时'),
    early: days(entry, '提前'),
    lateness: days(entry, '逾期天数'),
    extension: days(entry, '延期天数'),
    stirredAt: entry.integer('不签收的到第几级才办'),
  };
  entry.finish();
  return behaviour;
}

function readOffice(entry: EntryReader | undefined, root: EntryReader): OfficeBehaviour | undefined {
  if (!entry) {
    root.fault('办公室', '文件缺少“办公室”');
    return undefined;
  }
  const office = {
    review: days(entry, '审核用时'),
    returns: share(entry, '退回'),
    approvesExtension: share(entry, '同意延期'),
    releasing: days(entry, '放行用时'),
  };
  entry.finish();
  return office;
}

function share(entry: EntryReader, key: string): number {
  const value = Number(entry.decimal(key));
  if (value > 1) entry.fault(key, `“${key}”是比例，应在 0 到 1 之间`);
  return value;
}

const rangePattern = /^(\d{1,3})-(\d{1,3})$/;

function days(entry: EntryReader, key: string): DayRange {
  const text = entry.text(key);
  const [, from = '0', to = '0'] = rangePattern.exec(text) ?? [];
  const range = { from: Number(from), to: Number(to) };
  if (text !== '' && (!rangePattern.test(text) || range.from > range.to)) {
    entry.fault(key, `“${key}”应写成“最少-最多”个工作日，如 1-10`);
  }
  return range;
}
