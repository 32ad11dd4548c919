import { useSearchParams } from 'react-router';
import type { BaselineMark, BaselineComparisonQuery, SnapshotChange, SnapshotKind } from '../../api/types.js';
import { comparisonText } from '../../text/timeline.js';

const oneOf = <T extends string>(known: Readonly<Record<T, string>>, text: string | null): T | undefined =>
  (Object.keys(known) as T[]).find((value) => value === text);

/** The later side and the filter, kept in the address; the same for table and workbook. */
export function useComparisonAddress() {
  const [search, setSearch] = useSearchParams();
  const kind = oneOf<SnapshotKind>(comparisonText.kinds, search.get('kind'));
  const change = oneOf<SnapshotChange>(comparisonText.changes, search.get('change'));
  const mark = oneOf<BaselineMark>(comparisonText.marks, search.get('mark'));
  const to = search.get('to') ?? undefined;
  const query: BaselineComparisonQuery = {
    ...(to === undefined ? {} : { to }),
    ...(kind === undefined ? {} : { kind }),
    ...(change === undefined ? {} : { change }),
    ...(mark === undefined ? {} : { mark }),
  };
  const withValues = (values: Record<string, string | undefined>): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  return {
    query,
    set: (values: Record<string, string | undefined>) => setSearch(withValues(values), { replace: true }),
    /** The address of the same comparison with other filters. */
    link: (values: Record<string, string | undefined>) => `?${withValues(values).toString()}`,
  };
}

export type ComparisonAddress = ReturnType<typeof useComparisonAddress>;
