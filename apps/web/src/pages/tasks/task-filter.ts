import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type {
  EscalationClock,
  Priority,
  RungAudience,
  Standing,
  TaskFilter,
  TaskState,
} from '../../api/types.js';
import { audienceText, clockText } from '../../text/ladder.js';
import { priorityText, standingText, stateText } from '../../text/states.js';

export type SortField = NonNullable<TaskFilter['sort']>;

const standings = Object.keys(standingText) as Standing[];
const states = Object.keys(stateText) as TaskState[];
const priorities = Object.keys(priorityText) as Priority[];
const sortFields: readonly SortField[] = ['due', 'number', 'unit', 'updated'];
const clocks = Object.keys(clockText) as EscalationClock[];
const audiences = Object.keys(audienceText) as RungAudience[];
const parts = ['lead', 'support', 'open_support', 'any'] as const;
const latenesses = ['slight', 'serious', 'grave'] as const;
const closings = ['on_time', 'late'] as const;
export const tasksPageSize = 50;

const one = <T extends string>(known: readonly T[], text: string | null): T | undefined =>
  known.find((value) => value === text);

function several<T extends string>(known: readonly T[], text: string | null): T[] | undefined {
  const found = (text ?? '').split(',').flatMap((part) => one(known, part) ?? []);
  return found.length === 0 ? undefined : found;
}

function rungs(text: string | null): number[] | undefined {
  const found = (text ?? '').split(',').flatMap((part) => (/^[0-9]$/.test(part) ? [Number(part)] : []));
  return found.length === 0 ? undefined : found;
}

/** The list's filter as the address says it; words the list does not know are left out. */
export function readFilter(search: URLSearchParams): TaskFilter {
  const text = (name: string) => search.get(name) ?? undefined;
  const filter: { [Name in keyof TaskFilter]: TaskFilter[Name] | undefined } = {
    standing: several(standings, search.get('standing')),
    state: several(states, search.get('state')),
    lateness: one(latenesses, search.get('lateness')),
    closing: several(closings, search.get('closing')),
    unitId: text('unitId'),
    part: one(parts, search.get('part')),
    clauseId: text('clauseId'),
    sourceId: text('sourceId'),
    group: text('group'),
    dueFrom: text('dueFrom'),
    dueTo: text('dueTo'),
    indicator: text('indicator'),
    contradicted: one(['true'], search.get('contradicted')),
    q: text('q'),
    priority: one(priorities, search.get('priority')),
    late: several(clocks, search.get('late')),
    rung: rungs(search.get('rung')),
    rungAudience: one(audiences, search.get('rungAudience')),
    rungFrom: text('rungFrom'),
    rungTo: text('rungTo'),
    ids: text('ids')?.split(','),
    sort: one(sortFields, search.get('sort')) ?? 'due',
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    after: text('after'),
    limit: tasksPageSize,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

interface TrailState {
  trail?: (string | null)[];
}

/** Reads and writes the filter in the address, so that Back, a bookmark and a mail's link all work. */
export function useTaskFilter() {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const state = location.state as TrailState | null;
  const trail = state?.trail ?? [];
  const go = (after: string | null, nextTrail: (string | null)[]) => {
    const next = new URLSearchParams(search);
    if (after === null) next.delete('after');
    else next.set('after', after);
    void navigate({ search: next.toString() }, { state: { trail: nextTrail } satisfies TrailState });
    window.scrollTo({ top: 0 });
  };
  return {
    search,
    filter: readFilter(search),
    /** How many pages came before this one, if this tab has walked them. */
    pagesBefore: search.get('after') === null ? 0 : trail.length === 0 ? null : trail.length,
    change: (changes: Record<string, string | undefined>) => {
      const next = new URLSearchParams(search);
      next.delete('after');
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      setSearch(next);
    },
    clear: () => setSearch(new URLSearchParams()),
    toNext: (after: string) => go(after, [...trail, search.get('after')]),
    toPrevious: () => go(trail.at(-1) ?? null, trail.slice(0, -1)),
    toFirst: () => go(null, []),
  };
}

export type TaskFilterControl = ReturnType<typeof useTaskFilter>;
