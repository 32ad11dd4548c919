import { useSearchParams, useLocation, useNavigate } from 'react-router';
import type { TaskFilter } from '../../api/tasks.js';

export type SortField = 'due' | 'number' | 'unit' | 'updated';
export type Part = 'lead' | 'support' | 'any';

const sortFields: readonly string[] = ['due', 'number', 'unit', 'updated'];
const partNames: readonly string[] = ['lead', 'support', 'any'];
const pageSize = 50;

const textOf = (search: URLSearchParams, name: string) => search.get(name) ?? undefined;

/** The list's filter as the address says it; unknown values are left to the server to refuse. */
export function readFilter(search: URLSearchParams): TaskFilter {
  const sort = search.get('sort') ?? 'due';
  const part = search.get('part');
  const entries = {
    standing: textOf(search, 'standing'),
    state: textOf(search, 'state'),
    unitId: textOf(search, 'unitId'),
    part: part !== null && partNames.includes(part) ? (part as Part) : undefined,
    clauseId: textOf(search, 'clauseId'),
    q: textOf(search, 'q'),
    priority: textOf(search, 'priority'),
    sort: (sortFields.includes(sort) ? sort : 'due') as SortField,
    order: search.get('order') === 'desc' ? ('desc' as const) : ('asc' as const),
    after: textOf(search, 'after'),
    limit: pageSize,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
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
export const tasksPageSize = pageSize;
