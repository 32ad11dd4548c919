import { type PlaceStandard, ruleIds, type StandardCatalogue } from '#indicator-engine';
import { type CivilDate } from '#kernel';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packDataDirectory } from '../pack-directory.js';
import { PackError, type PackFault } from '../pack-fault.js';
import { readYamlDirectory } from '../yaml-source.js';
import { readIndicators, readPoints, readTarget, readVetoes } from './read-indicators.js';
import { readRules } from './read-rules.js';
import { StandardReading } from './standard-reading.js';

const nationalFolder = 'national';
const testsFolder = 'tests';
const shared = ['documents', 'rules', 'scope', 'definitions', 'specialCases'];
const nationalSections = [...shared, 'indicators', 'tests', 'thresholds', 'points', 'vetoes'];
const placeSections = [...shared, 'place', 'targets'];

/** Where the standard's files lie. */
export function standardsDirectory(): string {
  return join(packDataDirectory(), 'standards');
}

/**
 * Reads the evaluation standard of the nation and of every place: `national/*.yaml` and `<place>/*.yaml`.
 *
 * Refused are unknown and duplicate keys, values without start date, document and clause (R-70), and references
 * to indicators, tests and documents that are not there.
 * @param directory holds the folders
 * @param own a county's own folder in the form of a place: it corrects that place, or adds one
 * @throws PackError with every fault of every file: file, line, and what is wrong
 * @example loadStandards(standardsDirectory()).indicators.length // 32
 */
export function loadStandards(directory: string, own: string | null = null): StandardCatalogue {
  const faults: PackFault[] = [];
  const ids = new Set<string>();
  const national = openFolder(directory, nationalFolder, faults, ids);
  national.refuseUnknownSections(nationalSections);
  const indicators = readIndicators(national);
  const content = {
    indicators,
    points: readPoints(national),
    vetoes: readVetoes(national),
    ...readRules(national),
    places: placeFolders(directory).map((id) => readPlace(openFolder(directory, id, faults, ids), id)),
  };
  const places = own === null ? content.places : withOwn(content.places, readOwn(own, faults, ids));
  refuseMissing(content, faults);
  if (faults.length > 0) throw new PackError(faults);
  return { ...content, places, since: firstDay(content) };
}

/** The folder may have any name; which place it is about stands in it. */
function readOwn(folder: string, faults: PackFault[], ids: Set<string>): PlaceStandard | null {
  const fault = (message: string): null => {
    faults.push({ file: folder, line: 1, message });
    return null;
  };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return fault('没有这个文件夹');
  const reading = openFolder(dirname(folder), basename(folder), faults, ids);
  return reading.isEmpty ? fault('文件夹里没有 .yaml 文件') : readPlace(reading, null);
}

/** What a county says of its place comes after what the program knows of it: of one day, the county's word counts. */
function withOwn(places: readonly PlaceStandard[], own: PlaceStandard | null): PlaceStandard[] {
  if (own === null) return [...places];
  const known = places.find(({ id }) => id === own.id);
  if (!known) return [...places, own];
  const merged: PlaceStandard = {
    ...own,
    targets: [...known.targets, ...own.targets],
    rules: [...known.rules, ...own.rules],
    scope: [...known.scope, ...own.scope],
    definitions: [...known.definitions, ...own.definitions],
    specialCases: [...known.specialCases, ...own.specialCases],
  };
  return places.map((place) => (place.id === own.id ? merged : place));
}

function openFolder(
  directory: string,
  folder: string,
  faults: PackFault[],
  ids: Set<string>,
): StandardReading {
  const sources = readYamlDirectory(join(directory, folder), faults, `${folder}/`);
  return new StandardReading(sources, faults, ids);
}

function placeFolders(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== nationalFolder && each.name !== testsFolder)
    .map((each) => each.name)
    .sort();
}

function readPlace(reading: StandardReading, folder: string | null): PlaceStandard {
  reading.refuseUnknownSections(placeSections);
  const head = reading.single('place', '地方', { id: folder ?? '', name: folder ?? '' }, (entry) => {
    const id = entry.text('id');
    if (folder !== null && id !== folder) entry.fault('id', `编号应与文件夹同名：${folder}`);
    return { id, name: entry.text('name') };
  });
  const targets = reading.each('targets', '本地目标', (entry) => readTarget(entry, reading));
  return { ...head, targets, ...readRules(reading) };
}

function refuseMissing(content: Omit<StandardCatalogue, 'since'>, faults: PackFault[]): void {
  const fault = (message: string): void => void faults.push({ file: nationalFolder, line: 1, message });
  const first = content.indicators.length > 0 ? firstDay(content) : undefined;
  if (first === undefined) return fault('没有任何指标');
  for (const id of ruleIds) {
    if (!content.rules.some((each) => each.id === id && each.since <= first))
      fault(`缺少规则“${id}”自${first}起的数值`);
  }
  for (const each of content.indicators) {
    if (each.tests.length === 0) fault(`指标“${each.id}”没有写怎样测算（tests）`);
  }
}

function firstDay(content: Pick<StandardCatalogue, 'indicators'>): CivilDate {
  const days = content.indicators.map((each) => each.basis.since).sort();
  return days[0] ?? ('0001-01-01' as CivilDate);
}
