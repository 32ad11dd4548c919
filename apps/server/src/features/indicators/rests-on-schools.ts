import type { IndicatorDefinition } from '#indicator-engine';

const fromSchoolTables: ReadonlySet<string> = new Set(['resource', 'rooms', 'school_size', 'class_size']);

/** Whether the figure comes out of the school tables; the others are told or judged for the county. */
export function restsOnSchools({ tests }: Pick<IndicatorDefinition, 'tests'>): boolean {
  return tests.some(({ method }) => fromSchoolTables.has(method));
}
