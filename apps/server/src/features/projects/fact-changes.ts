import { unknownFacts } from './project-record.js';
import { type MoneySource, moneySources } from './project-words.js';

const plannedFields = moneySources.map((source) => `planned_${source}` as const);

/** What can be known of a project, in the order of its page; planned money by source. */
export const factFields = [
  'schoolCode',
  'township',
  'units',
  ...(Object.keys(unknownFacts) as (keyof typeof unknownFacts)[]).filter((name) => name !== 'schoolCode'),
  ...plannedFields,
] as const;
export type FactField = 'township' | 'units' | keyof typeof unknownFacts | `planned_${MoneySource}`;

/** All that was said of a project at once, as text; null is unknown. Money only as far as it was changed. */
export interface FactsVersion {
  readonly seq: number;
  readonly values: Readonly<Partial<Record<FactField, string | null>>>;
}

export interface FactChange {
  readonly field: FactField;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What each version changed against the one before it; the first against nothing known.
 * @param versions in the order in which they were entered
 * @example factChanges([{ seq: 1, values: { artRooms: '2' } }]).get(1) // [{ field: 'artRooms', from: null, to: '2' }]
 */
export function factChanges(versions: readonly FactsVersion[]): Map<number, FactChange[]> {
  const state = new Map<FactField, string | null>();
  return new Map(
    versions.map(({ seq, values }) => {
      const changes = factFields.flatMap((field): FactChange[] => {
        const from = state.get(field) ?? null;
        const to = field in values ? (values[field] ?? null) : from;
        return from === to ? [] : [{ field, from, to }];
      });
      for (const { field, to } of changes) state.set(field, to);
      return [seq, changes];
    }),
  );
}
