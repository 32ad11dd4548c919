import type { SchoolKind, SchoolRecord, Stage } from './types.js';

const stagesByKind: Readonly<Record<SchoolKind, readonly Stage[]>> = {
  primary: ['primary'],
  teaching_point: ['primary'],
  junior: ['junior'],
  nine_year: ['primary', 'junior'],
  twelve_year: ['primary', 'junior'],
  complete_secondary: ['junior'],
  special: ['primary', 'junior'],
};

/**
 * The stages of compulsory education a kind of school can have.
 * @example stagesOf('complete_secondary') // ['junior']
 */
export function stagesOf(kind: SchoolKind): readonly Stage[] {
  return stagesByKind[kind];
}

/**
 * Pupils of compulsory education of a school; null when one of its stages is 无数据.
 * @example compulsoryStudents({ ...school, kind: 'nine_year' }) // 376
 */
export function compulsoryStudents(school: SchoolRecord): number | null {
  let total = 0;
  for (const stage of stagesOf(school.kind)) {
    const pupils = school.students[stage];
    if (pupils === null) return null;
    total += pupils;
  }
  return total;
}
