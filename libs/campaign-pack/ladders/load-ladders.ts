import { EntryReader } from '../entry-reader.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { readYamlDirectory, type YamlSource } from '../yaml-source.js';
import {
  ladderClocks,
  type Ladder,
  ladderPriorities,
  rungAudiences,
  type RungAudience,
  rungColours,
  rungIssues,
  type Rung,
} from './ladder.js';
import { ladderFaults } from './ladder-faults.js';

/** A ladder as it comes with the program, with what it rests on. */
export interface ShippedLadder extends Ladder {
  readonly id: string;
  readonly basis: string;
  /** Which of its values no document gives: practice, to be confirmed by the county (待核). */
  readonly toVerify: string | null;
  readonly checkedOn: string;
}

/**
 * Reads the escalation ladders, one file each; the id is the file's name.
 *
 * A ladder without a basis and a day it was last checked is refused; days that no document gives are named in `toVerify`.
 * @param directory holds `<id>.yaml` files
 * @returns the ladders in order of their ids
 * @throws PackError with every fault of every file
 * @example loadLadders(laddersDirectory()).map((ladder) => ladder.id) // ['three-colours', 'xinmi']
 */
export function loadLadders(directory: string): ShippedLadder[] {
  const faults: PackFault[] = [];
  const ladders = readYamlDirectory(directory, faults).map(readLadder);
  if (faults.length > 0) throw new PackError(faults);
  return ladders;
}

function readLadder(source: YamlSource): ShippedLadder {
  const entry = new EntryReader(source.root, source, '督办阶梯');
  const rungs = entry.entries('rungs', '级别');
  const ladder = {
    id: source.file.replace(/\.yaml$/, ''),
    name: entry.text('name'),
    basis: entry.text('basis'),
    toVerify: entry.optionalText('toVerify'),
    checkedOn: entry.date('checkedOn'),
    start: readStart(entry),
    rungs: rungs.map(readRung),
  };
  entry.finish();
  for (const { pointer, message } of ladderFaults(ladder)) {
    const index = /^\/rungs\/(\d+)/.exec(pointer)?.[1];
    source.faultAt(index === undefined ? 1 : (rungs[Number(index)]?.line ?? 1), message);
  }
  return ladder;
}

function readStart(entry: EntryReader): Ladder['start'] {
  const section = entry.section('start', '起始级别');
  const [normal, important, urgent] = ladderPriorities.map(
    (priority) => section?.optionalInteger(priority) ?? 1,
  );
  section?.finish();
  return { normal: normal ?? 1, important: important ?? 1, urgent: urgent ?? 1 };
}

function readRung(entry: EntryReader): Rung {
  const rung = {
    name: entry.text('name'),
    colour: entry.oneOf('colour', rungColours),
    late: readLate(entry),
    audience: readAudience(entry),
    issues: entry.oneOf('issues', rungIssues),
    replyWorkingDays: entry.optionalInteger('replyWorkingDays'),
  };
  entry.finish();
  return rung;
}

function readLate(entry: EntryReader): Rung['late'] {
  const section = entry.section('late', '触发条件');
  const days = ladderClocks.flatMap((clock) => {
    const value = section?.optionalSignedInteger(clock) ?? null;
    return value === null ? [] : [[clock, value] as const];
  });
  section?.finish();
  return Object.fromEntries(days);
}

function readAudience(entry: EntryReader): RungAudience[] {
  return entry.texts('audience').flatMap((text) => {
    const known = rungAudiences.find((audience) => audience === text);
    if (known) return [known];
    entry.fault('audience', `不认识的对象“${text}”：应是 ${rungAudiences.join('、')} 之一`);
    return [];
  });
}
