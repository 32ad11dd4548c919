import type { CampaignPack, PackContent } from './campaign-pack.js';
import { EntryReader } from './entry-reader.js';
import { fingerprintOf } from './fingerprint.js';
import { PackError, type PackFault } from './pack-fault.js';
import { PackReading } from './pack-reading.js';
import { readPhases, readProjects, readProjectYears, readTargets } from './read-plan.js';
import { readClauses, readDocuments, readGroups } from './read-sources.js';
import { readDuties, readMembers, readUnits } from './read-units.js';
import { readYamlDirectory } from './yaml-source.js';

const sections = [
  'pack',
  'documents',
  'groups',
  'clauses',
  'members',
  'units',
  'duties',
  'phases',
  'projects',
  'projectYears',
  'targets',
];

/**
 * Reads a campaign pack: all YAML files of a directory, whatever their names, as one whole.
 *
 * Refused are unknown and duplicate keys, values of the wrong form, dates that do not exist, references to entries
 * that are not there, ids used twice, and every entry without a clause as its basis.
 * @param directory holds the pack's `*.yaml` files
 * @throws PackError with every fault of every file: file, line, and what is wrong
 * @example loadPack(join(packDataDirectory(), 'xinmi')).units.length // 33
 */
export function loadPack(directory: string): CampaignPack {
  const faults: PackFault[] = [];
  const reading = new PackReading(readYamlDirectory(directory, faults), faults);
  refuseUnknownSections(reading);
  const content = readContent(reading);
  if (faults.length > 0) throw new PackError(faults.toSorted(byPlace));
  return { ...content, fingerprint: fingerprintOf(content) };
}

// In this order: an entry may only refer to kinds that were read before it.
function readContent(reading: PackReading): PackContent {
  const head = readHead(reading);
  return {
    ...head,
    documents: readDocuments(reading),
    groups: readGroups(reading),
    clauses: readClauses(reading),
    members: readMembers(reading),
    units: readUnits(reading),
    duties: readDuties(reading),
    phases: readPhases(reading),
    projects: readProjects(reading),
    projectYears: readProjectYears(reading),
    targets: readTargets(reading),
  };
}

function readHead(reading: PackReading): Pick<PackContent, 'id' | 'name' | 'place'> {
  const entry = reading.single('pack', '数据包');
  if (!entry) {
    reading.faults.push({ file: 'pack.yaml', line: 1, message: '没有写明数据包本身（pack）' });
    return { id: '', name: '', place: '' };
  }
  const head = { id: entry.text('id'), name: entry.text('name'), place: entry.text('place') };
  entry.finish();
  return head;
}

function refuseUnknownSections(reading: PackReading): void {
  for (const source of reading.sources) {
    const entry = EntryReader.root(source);
    for (const section of sections) entry.expect(section);
    entry.finish();
  }
}

function byPlace(a: PackFault, b: PackFault): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
