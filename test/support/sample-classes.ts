import type { TableClass } from './class-table.js';
import { tableSchools } from './school-table.js';

// Twelve primary schools with ten classes each; in all 40 above 45, of which 16 from 56 and 6 from 66.
export const schools = tableSchools(36, 7).filter(({ kind }) => kind === 'primary');
const large = (index: number): number => (index < 6 ? 66 + index : index < 16 ? 56 + (index % 10) : 46);
export const september: TableClass[] = schools.flatMap(({ code }, school) =>
  Array.from({ length: 10 }, (_, index) => ({
    school: code,
    stage: '小学' as const,
    grade: (index % 5) + 1,
    name: `${Math.floor(index / 5) + 1}班`,
    students: index * 12 + school < 40 ? large(index * 12 + school) : 45,
  })),
);

/** October: of ten that were closed eight are within the line, two are not; three that were within are above it. */
export const october = (closed: readonly string[]): TableClass[] => {
  let grown = 3;
  return september.map((one) => {
    const place = closed.indexOf(keyOf(one));
    if (place >= 0) return { ...one, students: place < 8 ? 44 : 58 };
    if (one.students !== 45 || grown === 0) return one;
    grown -= 1;
    return { ...one, students: 47 };
  });
};

const keyOf = ({ school, grade, name }: TableClass): string =>
  `${school}|primary|${2022 - grade + 1}|${name}`;
