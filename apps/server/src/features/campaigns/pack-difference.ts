import { diffPacks, type PackContent, type PackDiff } from '#campaign-pack';
import { type LoadedPack, type OfficeName, type PackReader, readOfficeNames } from './pack.repository.js';

/** What loading the pack would change in the campaign; names that the office gave stay and are no difference. */
export async function packDifference(
  work: PackReader,
  loaded: LoadedPack,
  pack: PackContent,
): Promise<PackDiff> {
  const names = await readOfficeNames(work);
  const before = loaded.content && withOfficeNames(loaded.content, names);
  return diffPacks(before, withOfficeNames(pack, names));
}

function withOfficeNames<T extends PackContent>(pack: T, names: ReadonlyMap<string, OfficeName>): T {
  return { ...pack, units: pack.units.map((unit) => ({ ...unit, ...names.get(unit.id) })) };
}
