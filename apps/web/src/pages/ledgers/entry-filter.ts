import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { ClassCategory, EntryFilter, LedgerState } from '../../api/types.js';
import { categoryText, ledgerStateText } from '../../text/ledgers.js';

export const entriesPageSize = 50;
const states = Object.keys(ledgerStateText) as LedgerState[];
const categories = Object.keys(categoryText) as ClassCategory[];
const flag = (text: string | null) => (text === 'true' ? ('true' as const) : undefined);

/** The list's filter as the address says it; words the list does not know are left out. */
export function readEntryFilter(search: URLSearchParams): EntryFilter {
  const text = (name: string) => search.get(name) ?? undefined;
  const chosen = (search.get('state') ?? '').split(',');
  const state = states.filter((one) => chosen.includes(one));
  const standing = search.get('standing');
  const year = Number(search.get('year'));
  const filter: { [Name in keyof EntryFilter]: EntryFilter[Name] | undefined } = {
    state: state.length === 0 ? undefined : state,
    standing: standing === 'remaining' || standing === 'solved' ? standing : undefined,
    unitId: text('unitId'),
    townshipId: text('townshipId'),
    schoolCode: text('schoolCode'),
    category: categories.find((one) => one === text('category')),
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined,
    relapsed: flag(search.get('relapsed')),
    contradicted: flag(search.get('contradicted')),
    late: flag(search.get('late')),
    q: text('q'),
    sort: search.get('sort') === 'number' ? 'number' : 'due',
    after: text('after'),
    limit: entriesPageSize,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

interface TrailState {
  trail?: (string | null)[];
}

/** Reads and writes the filter in the address, so that Back, a bookmark and a link all work. */
export function useEntryFilter() {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const state = useLocation().state as TrailState | null;
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
    filter: readEntryFilter(search),
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

export type EntryFilterControl = ReturnType<typeof useEntryFilter>;
