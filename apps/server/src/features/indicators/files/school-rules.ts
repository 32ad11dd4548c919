import type { SchoolKind } from '#indicator-engine';
import { schoolColumns } from './school-columns.js';
import type { TableRow } from './table-row.js';

export type Level = 'primary' | 'junior' | 'senior';
const levels: readonly Level[] = ['primary', 'junior', 'senior'];
const levelNames: Readonly<Record<Level, string>> = { primary: '小学', junior: '初中', senior: '高中' };

/** Which stages a school of a kind has; a special school may have any of them. */
const stagesOf: Readonly<Record<SchoolKind, readonly Level[]>> = {
  primary: ['primary'],
  teaching_point: ['primary'],
  junior: ['junior'],
  nine_year: ['primary', 'junior'],
  twelve_year: ['primary', 'junior', 'senior'],
  complete_secondary: ['junior', 'senior'],
  special: ['primary', 'junior', 'senior'],
};

const headers = new Map(schoolColumns.map(({ path, header }) => [path, header]));
const kindNames = new Map(
  schoolColumns.flatMap(({ kind }) =>
    kind.type === 'choice' ? [...kind.choices].map(([name, value]) => [value, name] as const) : [],
  ),
);
const staffPaths = ['classes', 'aboveDegree', 'backbone', 'arts'] as const;
const wholeSchool = ['roomArea', 'sportsArea', 'equipment', 'networkRooms', 'musicRooms', 'artRooms'];

export function headerOf(path: string): string {
  return headers.get(path) ?? path;
}

export function kindOf(row: TableRow): SchoolKind | null {
  return row.text('kind') as SchoolKind | null;
}

/** Columns that a school of the kind cannot leave blank. */
export function requiredPaths(kind: SchoolKind): string[] {
  if (kind === 'special') return [];
  return stagesOf[kind].flatMap((level) =>
    level === 'senior' ? ['students.senior'] : [`students.${level}`, `classes.${level}`],
  );
}

/** Checks what the cells of a row mean together; what each cell alone means is checked already. */
export function checkSchool(row: TableRow): void {
  const kind = kindOf(row);
  if (kind !== null) {
    checkStages(row, kind);
    checkRequired(row, kind);
  }
  checkEmptySchool(row);
  if (row.text('inScope') === 'no' && row.text('exclusionReason') === null) {
    row.fault(headerOf('exclusionReason'), '是否纳入评估填“否”时，须写明原因');
  }
}

function checkStages(row: TableRow, kind: SchoolKind): void {
  for (const level of levels.filter((one) => !stagesOf[kind].includes(one))) {
    for (const path of [`students.${level}`, ...staffPaths.map((part) => `${part}.${level}`)]) {
      const value = row.text(path);
      if (value === null) continue;
      if (value === '0') row.drop(path);
      else row.fault(headerOf(path), `${kindNames.get(kind) ?? ''}没有${levelNames[level]}，这一列应留空`);
    }
  }
}

function checkRequired(row: TableRow, kind: SchoolKind): void {
  const faulty = new Set(row.faults.map(({ column }) => column));
  for (const path of requiredPaths(kind)) {
    if (row.text(path) === null && !faulty.has(headerOf(path))) {
      row.fault(headerOf(path), `${kindNames.get(kind) ?? ''}须填写`);
    }
  }
}

/** Nobody can be divided among no pupils: either the pupils or the resources are wrong. */
function checkEmptySchool(row: TableRow): void {
  for (const level of ['primary', 'junior']) {
    if (row.integer(`students.${level}`) !== 0) continue;
    for (const part of staffPaths) {
      const path = `${part}.${level}`;
      if ((row.text(path) ?? '0') !== '0') row.fault(headerOf(path), '在校生为 0，却填了班数或教师，请核对');
    }
  }
  const students = levels.flatMap((level) => row.integer(`students.${level}`) ?? []);
  if (students.length === 0 || students.some((count) => count > 0)) return;
  for (const path of wholeSchool) {
    if ((row.text(path) ?? '0') !== '0') row.fault(headerOf(path), '全校在校生为 0，却填了资源，请核对');
  }
}
