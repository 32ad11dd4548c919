import type { ClassCategory, EntryFilter, LedgerState } from '../../api/types.js';
import { categoryText, ledgerStateText } from '../../text/ledgers.js';
import { useListAddress } from '../../parts/use-list-address.js';

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

export const useEntryFilter = () => useListAddress(readEntryFilter);
export type EntryFilterControl = ReturnType<typeof useEntryFilter>;
