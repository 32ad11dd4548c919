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
import { tasksText } from '../../text/tasks.js';
import { useListAddress } from '../../parts/use-list-address.js';

export type SortField = NonNullable<TaskFilter['sort']>;

const standings = Object.keys(standingText) as Standing[];
const states = Object.keys(stateText) as TaskState[];
const priorities = Object.keys(priorityText) as Priority[];
const sortFields: readonly SortField[] = ['due', 'number', 'unit', 'updated'];
const clocks = Object.keys(clockText) as EscalationClock[];
const audiences = Object.keys(audienceText) as RungAudience[];
const parts = Object.keys(tasksText.parts) as (keyof typeof tasksText.parts)[];
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

export const useTaskFilter = () => useListAddress(readFilter);
export type TaskFilterControl = ReturnType<typeof useTaskFilter>;
