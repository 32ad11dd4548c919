import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntryReader } from '../entry-reader.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { YamlSource } from '../yaml-source.js';
import { type Milestone, type MilestoneChain, projectLevels, projectRoles } from './milestone-chain.js';
import { milestoneFaults } from './milestone-faults.js';

/** A chain as it comes with the program, with what it rests on. */
export interface ShippedMilestones extends MilestoneChain {
  readonly name: string;
  readonly basis: string;
  /** What no document gives: practice, to be confirmed by the county (待核). */
  readonly toVerify: string | null;
  readonly checkedOn: string;
}

/**
 * Reads the chain of milestones that a campaign has until its office sets another one.
 * @param directory holds `usual.yaml`
 * @throws PackError with every fault of the file
 * @example loadMilestones(milestonesDirectory()).milestones.map(({ name }) => name)[0] // '立项'
 */
export function loadMilestones(directory: string): ShippedMilestones {
  const faults: PackFault[] = [];
  const file = 'usual.yaml';
  const source = new YamlSource(file, readFileSync(join(directory, file), 'utf8'), faults);
  const entry = new EntryReader(source.root, source, '建设项目节点');
  const entries = entry.entries('milestones', '节点');
  const chain = {
    name: entry.text('name'),
    basis: entry.text('basis'),
    toVerify: entry.optionalText('toVerify'),
    checkedOn: entry.date('checkedOn'),
    taskWorkingDays: entry.integer('taskWorkingDays'),
    milestones: entries.map(readMilestone),
  };
  entry.finish();
  for (const { pointer, message } of milestoneFaults(chain)) {
    const index = /^\/milestones\/(\d+)/.exec(pointer)?.[1];
    source.faultAt(index === undefined ? 1 : (entries[Number(index)]?.line ?? 1), message);
  }
  if (faults.length > 0) throw new PackError(faults);
  return chain;
}

function readMilestone(entry: EntryReader): Milestone {
  const milestone = {
    id: entry.text('id'),
    name: entry.text('name'),
    role: entry.oneOf('role', projectRoles),
    reaches: entry.optionalOneOf('reaches', projectLevels),
  };
  entry.finish();
  return milestone;
}
