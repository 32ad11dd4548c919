import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface TrailState {
  trail?: (string | null)[];
}

/** Reads and writes a list's filter and page in the address, so that Back, a bookmark and a mail's link all work. */
export function useListAddress<Filter>(readFilter: (search: URLSearchParams) => Filter) {
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
