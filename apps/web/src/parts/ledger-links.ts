import type { EntryFilter } from '../api/types.js';

/** The list of a kind with a filter, as its address. */
export function entriesUrl(kind: string, filter: EntryFilter = {}): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/ledgers/${kind}${search.size === 0 ? '' : `?${search.toString()}`}`;
}

export const entryUrl = (id: string): string => `/ledgers/entries/${id}`;
