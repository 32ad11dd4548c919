import { queryString } from '../../api/client.js';
import type { ProjectQuery } from '../../api/projects.js';
import { useAddress } from '../indicators/use-address.js';

const filterNames = [
  'year',
  'stage',
  'state',
  'level',
  'unitId',
  'unreported',
  'late',
  'unknown',
  'q',
] as const;

export const projectsUrl = (query: ProjectQuery = {}): string => `/projects${queryString(query)}`;
export const projectUrl = (id: string): string => `/projects/${id}`;

/** The list's filter as the address carries it; the same goes to the server, the workbook and the links of the sums. */
export function useProjectFilter() {
  const { get, set } = useAddress();
  const filter: ProjectQuery = Object.fromEntries(filterNames.map((name) => [name, get(name)]));
  return {
    filter,
    set,
    clear: () => set(Object.fromEntries(filterNames.map((name) => [name, undefined]))),
    filtered: filterNames.some((name) => get(name) !== undefined),
  };
}
