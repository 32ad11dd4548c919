import type { PackContent } from './campaign-pack.js';
import { type EntryKind, entriesOf, type PackEntry } from './pack-entries.js';

export interface FieldChange {
  /** What is shown to the clerk. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface PackChange {
  readonly kind: EntryKind;
  /** The pack's own id of the entry. */
  readonly id: string;
  readonly title: string;
  readonly fields?: readonly FieldChange[];
}

export interface PackDiff {
  readonly added: readonly PackChange[];
  readonly changed: readonly PackChange[];
  readonly removed: readonly PackChange[];
}

/**
 * What a newer version of a pack adds, changes and removes, entry by entry.
 * @param before what is loaded; null when nothing is
 * @example diffPacks(pack, pack) // { added: [], changed: [], removed: [] }
 */
export function diffPacks(before: PackContent | null, after: PackContent): PackDiff {
  const old = new Map((before ? entriesOf(before) : []).map((entry) => [keyOf(entry), entry]));
  const fresh = new Map(entriesOf(after).map((entry) => [keyOf(entry), entry]));
  const moved = movedKeys([...old.keys()], [...fresh.keys()]);
  return {
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, entry]) => summary(entry)),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, entry]) => summary(entry)),
    changed: [...fresh].flatMap(([key, entry]) => {
      const was = old.get(key);
      if (!was) return [];
      const place = moved.get(key);
      const fields = [...changedFields(was, entry), ...(place ? [place] : [])];
      return fields.length > 0 ? [{ ...summary(entry), fields }] : [];
    }),
  };
}

/**
 * Whether a diff has nothing in it.
 * @example isUnchanged(diffPacks(pack, pack)) // true
 */
export function isUnchanged(diff: PackDiff): boolean {
  return diff.added.length + diff.changed.length + diff.removed.length === 0;
}

function changedFields(before: PackEntry, after: PackEntry): FieldChange[] {
  return [...after.fields].flatMap(([name, value]) => {
    const was = before.fields.get(name) ?? '';
    return was === value ? [] : [{ name, before: was, after: value }];
  });
}

/** Entries of both versions whose turn among them changed; an insertion alone moves nobody. */
function movedKeys(before: readonly string[], after: readonly string[]): Map<string, FieldChange> {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const oldTurn = new Map(before.filter((key) => inAfter.has(key)).map((key, index) => [key, index + 1]));
  const common = after.filter((key) => inBefore.has(key));
  return new Map(
    common.flatMap((key, index) => {
      const was = oldTurn.get(key);
      return was === index + 1
        ? []
        : [[key, { name: '次序', before: String(was), after: String(index + 1) }]];
    }),
  );
}

function summary(entry: PackEntry): PackChange {
  return { kind: entry.kind, id: entry.id, title: entry.title };
}

function keyOf(entry: PackEntry): string {
  return `${entry.kind} ${entry.id}`;
}
