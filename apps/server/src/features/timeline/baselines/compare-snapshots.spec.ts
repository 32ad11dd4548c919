import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate, daysBetween, WorkdayCalendar } from '#kernel';
import {
  type ComparedItem,
  compareSnapshots,
  snapshotKinds,
  type SnapshotItem,
} from './compare-snapshots.js';

const calendar = new WorkdayCalendar([]);
const today = civilDate('2022-09-15');

const item = (more: Partial<SnapshotItem> = {}): SnapshotItem => ({
  kind: 'task',
  key: 'a',
  number: 'JH-0001',
  title: '落实经费',
  unit: '财政局',
  value: null,
  startsOn: null,
  dueOn: civilDate('2022-09-09'),
  state: 'signed',
  doneOn: null,
  ...more,
});
const one = (before: SnapshotItem | null, after: SnapshotItem | null): ComparedItem | undefined =>
  compareSnapshots(before ? [before] : [], after ? [after] : [], calendar, today)[0];

describe('one item between two times', () => {
  test('a due day put off counts in working days and calendar days', () => {
    const moved = one(item(), item({ dueOn: civilDate('2022-09-16') }));
    expect(moved).toMatchObject({ change: 'moved', movedWorkingDays: 5, movedDays: 7 });
    const earlier = one(item(), item({ dueOn: civilDate('2022-09-05') }));
    expect(earlier).toMatchObject({ change: 'moved', movedWorkingDays: -4, movedDays: -4 });
  });

  test('from or to 待定 it moved, by nobody knows how much', () => {
    for (const [from, to] of [
      [item({ dueOn: null }), item()],
      [item(), item({ dueOn: null })],
    ] as const)
      expect(one(from, to)).toMatchObject({ change: 'moved', movedWorkingDays: null, movedDays: null });
  });

  test('a phase moves with its start, a task does not: it starts when it is assigned', () => {
    const earlier = { startsOn: civilDate('2022-08-01') };
    expect(one(item({ kind: 'phase' }), item({ kind: 'phase', ...earlier }))?.change).toBe('moved');
    expect(one(item(), item(earlier))?.change).toBe('unchanged');
  });

  test('another title, unit or value is a change; another state is none', () => {
    for (const more of [{ title: '另一件事' }, { unit: '教育局' }, { value: '≥ 95 %' }])
      expect(one(item(), item(more))?.change).toBe('changed');
    expect(one(item(), item({ state: 'in_progress' }))?.change).toBe('unchanged');
  });

  test('slipped: not done by the baseline’s day, or done after it; what is due today is in time', () => {
    const cases: [Partial<SnapshotItem>, Partial<SnapshotItem>, boolean][] = [
      [{}, {}, true],
      [{ dueOn: today }, {}, false],
      [{ dueOn: null }, {}, false],
      [{}, { dueOn: civilDate('2022-12-30') }, true],
      [{}, { state: 'closed', doneOn: civilDate('2022-09-09') }, false],
      [{}, { state: 'closed', doneOn: civilDate('2022-09-10') }, true],
      [{ kind: 'target' }, { kind: 'target' }, false],
    ];
    for (const [before, after, slipped] of cases)
      expect([before, after, one(item(before), item({ ...before, ...after }))?.slipped]).toEqual([
        before,
        after,
        slipped,
      ]);
  });

  test('closed since: only what was open then', () => {
    const closed = item({ state: 'closed', doneOn: civilDate('2022-09-01') });
    expect(one(item(), closed)?.closedSince).toBe(true);
    expect(one(closed, closed)?.closedSince).toBe(false);
    expect(one(null, closed)?.closedSince).toBe(false);
  });
});

describe('any edits', () => {
  const day = fc.option(
    fc.integer({ min: 0, max: 400 }).map((days): CivilDate => addDays(civilDate('2022-01-01'), days)),
    { freq: 4 },
  );
  const some = fc.record({
    kind: fc.constantFrom(...snapshotKinds),
    key: fc.integer({ min: 0, max: 12 }).map(String),
    number: fc.constant(null),
    title: fc.constantFrom('甲', '乙'),
    unit: fc.constantFrom('财政局', null),
    value: fc.constantFrom('1', null),
    startsOn: day,
    dueOn: day,
    state: fc.constantFrom('signed', 'closed', 'open', 'done', 'passed'),
    doneOn: day,
  });
  const snapshot = fc.uniqueArray(some, { selector: ({ kind, key }) => `${kind} ${key}`, maxLength: 30 });
  const keys = (items: readonly SnapshotItem[]): string[] =>
    items.map(({ kind, key }) => `${kind} ${key}`).toSorted();

  test('added, removed, moved, changed and unchanged part all items, each exactly once', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const rows = compareSnapshots(before, after, calendar, today);
        const of = (...changes: readonly string[]): ComparedItem[] =>
          rows.filter(({ change }) => changes.includes(change));
        const both = of('moved', 'changed', 'unchanged');
        const side = (which: 'before' | 'after', from: readonly ComparedItem[]): SnapshotItem[] =>
          from.flatMap((row) => row[which] ?? []);
        expect(keys([...side('before', both), ...side('before', of('removed'))])).toEqual(keys(before));
        expect(keys([...side('after', both), ...side('after', of('added'))])).toEqual(keys(after));
        expect(of('added', 'removed').every((row) => (row.before === null) !== (row.after === null))).toBe(
          true,
        );
        expect(both.length + of('added').length + of('removed').length).toBe(rows.length);
      }),
    );
  });

  test('nothing differs from itself; the other way round what moved moves back', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const same = compareSnapshots(before, before, calendar, today);
        expect(same.every(({ change, closedSince }) => change === 'unchanged' && !closedSince)).toBe(true);
        const moves = (rows: readonly ComparedItem[], sign: number): string[] =>
          rows
            .filter(({ movedDays }) => movedDays !== null)
            .map((row) => `${row.after?.kind} ${row.after?.key} ${(row.movedDays ?? 0) * sign}`)
            .toSorted();
        expect(moves(compareSnapshots(before, after, calendar, today), 1)).toEqual(
          moves(compareSnapshots(after, before, calendar, today), -1),
        );
      }),
    );
  });

  test('days and working days agree in direction', () => {
    fc.assert(
      fc.property(some, day, (base, due) => {
        const [row] = compareSnapshots([base], [{ ...base, dueOn: due }], calendar, today);
        if (base.dueOn === null || due === null || base.dueOn === due) return;
        expect(row?.movedDays).toBe(daysBetween(base.dueOn, due));
        expect((row?.movedWorkingDays ?? 0) * (row?.movedDays ?? 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
