import type { Work } from '../../../database/unit-of-work.js';
import type { TimelineSources } from '../timeline-sources.js';
import type {
  BaselineComparison,
  BaselineComparisonQuery,
  BaselineComparisonRow,
  BaselineComparisonSide,
  BaselineComparisonTotals,
} from './baselines.dto.js';
import { readBaseline } from './baselines.queries.js';
import { type ComparedItem, compareSnapshots, type SnapshotItem } from './compare-snapshots.js';
import { changeDetail, comparisonMethod, movedText, snapshotStateName } from './comparison-words.js';
import { readMilestones } from './read-milestones.js';
import { readBaselineItems, readSnapshot } from './snapshot.queries.js';

/**
 * A baseline beside the present schedule or another baseline; page and workbook show these rows.
 * @throws DomainError `not_found`
 */
export async function compareBaseline(
  work: Work,
  sources: TimelineSources,
  id: string,
  query: BaselineComparisonQuery,
): Promise<BaselineComparison> {
  const from = await readBaseline(work, id);
  const before = await readBaselineItems(work, id);
  const later = await readLater(work, sources, query.to);
  const items = compareSnapshots(before, later.items, work.calendar, later.side.on);
  return {
    from: { id: from.id, name: from.name, on: from.takenOn },
    to: later.side,
    totals: totalsOf(items),
    rows: items.filter((item) => wanted(item, query)).map(rowOf),
    method: comparisonMethod,
  };
}

async function readLater(
  work: Work,
  sources: TimelineSources,
  to: string | undefined,
): Promise<{ side: BaselineComparisonSide; items: SnapshotItem[] }> {
  if (to === undefined) {
    const items = await readSnapshot(work, await readMilestones(work, sources));
    return { side: { id: null, name: '现在', on: work.today }, items };
  }
  const baseline = await readBaseline(work, to);
  return {
    side: { id: baseline.id, name: baseline.name, on: baseline.takenOn },
    items: await readBaselineItems(work, to),
  };
}

function wanted(item: ComparedItem, { kind, change, mark }: BaselineComparisonQuery): boolean {
  return (
    (kind === undefined || (item.after ?? item.before)?.kind === kind) &&
    (change === undefined || item.change === change) &&
    (mark !== 'slipped' || item.slipped) &&
    (mark !== 'closed_since' || item.closedSince)
  );
}

function totalsOf(items: readonly ComparedItem[]): BaselineComparisonTotals {
  const count = (test: (item: ComparedItem) => boolean): number => items.filter(test).length;
  return {
    total: items.length,
    added: count(({ change }) => change === 'added'),
    removed: count(({ change }) => change === 'removed'),
    moved: count(({ change }) => change === 'moved'),
    changed: count(({ change }) => change === 'changed'),
    unchanged: count(({ change }) => change === 'unchanged'),
    slipped: count(({ slipped }) => slipped),
    closedSince: count(({ closedSince }) => closedSince),
  };
}

function rowOf(compared: ComparedItem): BaselineComparisonRow {
  const { before, after } = compared;
  const item = after ?? before;
  if (!item) throw new Error('an item that is on neither side');
  return {
    kind: item.kind,
    key: item.key,
    number: item.number,
    title: item.title,
    unit: item.unit,
    change: compared.change,
    dueBefore: before?.dueOn ?? null,
    dueAfter: after?.dueOn ?? null,
    movedWorkingDays: compared.movedWorkingDays,
    movedDays: compared.movedDays,
    moved: movedText(compared),
    stateBefore: before && snapshotStateName(before),
    stateAfter: after && snapshotStateName(after),
    slipped: compared.slipped,
    closedSince: compared.closedSince,
    detail: changeDetail(compared),
  };
}
