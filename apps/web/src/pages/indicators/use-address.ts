import { useSearchParams } from 'react-router';
import { queryString } from '../../api/client.js';

/** Filters of the indicator pages live in the address, so that Back, bookmarks and shared links work. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  return {
    get: (name: string): string | undefined => search.get(name) ?? undefined,
    set: (changes: Record<string, string | undefined>) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: true });
    },
  };
}

export const useDataSetId = (): string | undefined => useAddress().get('dataSetId');

/** The value of the address if it is one of those known. */
export const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((value) => value === text);

type Query = Record<string, string | undefined>;
export const boardUrl = (query: Query) => `/indicators${queryString(query)}`;
export const matrixUrl = (query: Query) => `/indicators/matrix${queryString(query)}`;
export const schoolUrl = (code: string, query: Query) =>
  `/indicators/schools/${encodeURIComponent(code)}${queryString(query)}`;
export const responsibilitiesUrl = '/indicators/responsibilities';
export const dataUrl = '/indicators/data';
export const remedyUrl = (query: Query) => `/indicators/remedy${queryString(query)}`;
export const projectionUrl = '/indicators/projection';
export const whatIfUrl = (id: string, query: Query = {}) => `${projectionUrl}/${id}${queryString(query)}`;
export const compareUrl = (ids: readonly string[]) =>
  `${projectionUrl}/compare${queryString({ ids: ids.join(',') })}`;
