import { useSearchParams } from 'react-router';
import type { Standing } from '../../api/types.js';
import { standingText } from '../../text/states.js';
import { type Grouping, groupings } from './gantt-rows.js';
import { type Zoom, zooms } from './gantt-scale.js';

export type Shown = 'chart' | 'table';
export const views: readonly Shown[] = ['chart', 'table'];

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined =>
  known.find((value) => value === text);

/** How the chart is looked at, kept in the address. */
export function useTimelineAddress() {
  const [search, setSearch] = useSearchParams();
  return {
    by: oneOf<Grouping>(groupings, search.get('by')) ?? 'unit',
    zoom: oneOf<Zoom>(zooms, search.get('zoom')) ?? 'quarter',
    view: oneOf(views, search.get('view')) ?? 'chart',
    standing: oneOf(Object.keys(standingText) as Standing[], search.get('standing')),
    set: (name: string, value: string | undefined) => {
      const next = new URLSearchParams(search);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}
