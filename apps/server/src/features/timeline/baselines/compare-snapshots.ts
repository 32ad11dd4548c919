import { type CivilDate, daysBetween, type WorkdayCalendar } from '#kernel';

export const snapshotKinds = ['phase', 'milestone', 'task', 'target'] as const;
export type SnapshotKind = (typeof snapshotKinds)[number];

/** A dated thing of the campaign as it stood at one time. */
export interface SnapshotItem {
  readonly kind: SnapshotKind;
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly unit: string | null;
  readonly value: string | null;
  readonly startsOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly state: string;
  /** When it was done: handed in, built, passed. */
  readonly doneOn: CivilDate | null;
}

export const snapshotChanges = ['added', 'removed', 'moved', 'changed', 'unchanged'] as const;
/** What became of an item; each item is exactly one of them. */
export type SnapshotChange = (typeof snapshotChanges)[number];

export interface ComparedItem {
  readonly before: SnapshotItem | null;
  readonly after: SnapshotItem | null;
  readonly change: SnapshotChange;
  /** How far the due day moved: later is positive; null when it did not move or one of the days is not known. */
  readonly movedWorkingDays: number | null;
  readonly movedDays: number | null;
  /** Not done by the day the baseline gave, although that day is over. */
  readonly slipped: boolean;
  /** Open then, done now. */
  readonly closedSince: boolean;
}

const doneStates: ReadonlySet<string> = new Set(['closed', 'done', 'passed']);

/**
 * What became of every item between two times, in the order of the later one, with what is gone at the end.
 * A task's pauses do not move its due day; extensions do.
 * @param today the day of the later time
 */
export function compareSnapshots(
  before: readonly SnapshotItem[],
  after: readonly SnapshotItem[],
  calendar: WorkdayCalendar,
  today: CivilDate,
): ComparedItem[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const present = new Set(after.map(keyOf));
  return [
    ...after.map((item) => compareItem(old.get(keyOf(item)) ?? null, item, calendar, today)),
    ...before
      .filter((item) => !present.has(keyOf(item)))
      .map((item) => ({ ...still, before: item, after: null, change: 'removed' as const })),
  ];
}

const still = { movedWorkingDays: null, movedDays: null, slipped: false, closedSince: false } as const;

function compareItem(
  before: SnapshotItem | null,
  after: SnapshotItem,
  calendar: WorkdayCalendar,
  today: CivilDate,
): ComparedItem {
  if (!before) return { ...still, before, after, change: 'added' };
  const [from, to] = [before.dueOn, after.dueOn];
  const known = from !== null && to !== null && from !== to;
  return {
    before,
    after,
    change: changeOf(before, after),
    movedWorkingDays: known ? calendar.workingDaysBetween(from, to) : null,
    movedDays: known ? daysBetween(from, to) : null,
    // Targets are measured by the indicators, not ticked off here.
    slipped: after.kind !== 'target' && from !== null && (after.doneOn ?? today) > from,
    closedSince: !doneStates.has(before.state) && doneStates.has(after.state),
  };
}

function changeOf(before: SnapshotItem, after: SnapshotItem): SnapshotChange {
  const movedStart = after.kind === 'phase' && before.startsOn !== after.startsOn;
  if (before.dueOn !== after.dueOn || movedStart) return 'moved';
  const words = (item: SnapshotItem): string => JSON.stringify([item.title, item.unit, item.value]);
  return words(before) === words(after) ? 'unchanged' : 'changed';
}

function keyOf({ kind, key }: SnapshotItem): string {
  return `${kind} ${key}`;
}
