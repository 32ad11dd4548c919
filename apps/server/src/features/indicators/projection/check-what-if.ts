import { type CivilDate, DomainError, type FieldFault, yearOf } from '#kernel';
import { projectSchools, type SchoolRecord } from '#indicator-engine';
import { toAssumptions } from './to-assumptions.js';
import type { EnrolmentRow, WhatIfContent } from './what-if-content.dto.js';

export const mostYears = 15;

/** The school year the data is of, by its September. */
export function dataYearOf(asOf: CivilDate): number {
  return asOf >= `${yearOf(asOf)}-09-01` ? yearOf(asOf) : yearOf(asOf) - 1;
}

export interface WhatIfBasis {
  readonly schools: readonly SchoolRecord[];
  readonly dataYear: number;
  readonly goalYear: number;
}

/**
 * Refuses a what-if with every fault at once, each with the row it stands in.
 * @throws DomainError `malformed`
 */
export function checkWhatIf(name: string, content: WhatIfContent, basis: WhatIfBasis): void {
  const errors = whatIfFaults(name, content, basis);
  if (errors.length === 0) return;
  throw new DomainError('malformed', { detail: `推演条件有 ${errors.length} 处不对，请按行更正。`, errors });
}

/** Every fault of a what-if, with pointers into its rows. */
export function whatIfFaults(name: string, content: WhatIfContent, basis: WhatIfBasis): FieldFault[] {
  return [
    ...goalFaults(basis),
    ...repeatedRows(content.enrolment),
    ...namelessProjects(content),
    ...contradictions(name, content, basis),
  ];
}

function goalFaults({ dataYear, goalYear }: WhatIfBasis): FieldFault[] {
  if (goalYear > dataYear && goalYear <= dataYear + mostYears) return [];
  const message = `推演到哪一年：应在 ${dataYear + 1} 至 ${dataYear + mostYears} 年之间。`;
  return [{ pointer: '/goalYear', message }];
}

function repeatedRows(rows: readonly EnrolmentRow[]): FieldFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ year, school, stage }, index) => {
    const key = JSON.stringify([year, school, stage]);
    const earlier = first.get(key);
    first.set(key, earlier ?? index);
    if (earlier === undefined) return [];
    return [
      rowFault('enrolment', index, `与第 ${earlier + 1} 行重复：同一年、同一学校、同一学段只能有一行。`),
    ];
  });
}

function namelessProjects({ projects }: WhatIfContent): FieldFault[] {
  return projects.flatMap(({ name }, index) =>
    name.trim() === '' ? [rowFault('projects', index, '项目须有名称。', '/name')] : [],
  );
}

function contradictions(name: string, content: WhatIfContent, basis: WhatIfBasis): FieldFault[] {
  const { assumptions, projectRows } = toAssumptions(name, content);
  const goalYear = Math.min(basis.goalYear, basis.dataYear + mostYears);
  try {
    projectSchools(basis.schools, basis.dataYear, goalYear, assumptions);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'malformed') throw error;
    return error.errors.map((fault) => inItsRow(fault, projectRows));
  }
}

/** The engine counts only the projects that are complete; the editor counts its rows. */
function inItsRow({ pointer, message }: FieldFault, projectRows: readonly number[]): FieldFault {
  const [, list = '', index = '', ...rest] = pointer.split('/');
  const isProject = list === 'projects';
  const row = isProject ? (projectRows[Number(index)] ?? 0) : Number(index);
  const field = rest.length === 0 ? '' : '/school';
  return rowFault(isProject ? 'projects' : 'enrolment', row, message, field);
}

const listNames = { enrolment: '学生数', projects: '项目' } as const;

function rowFault(list: keyof typeof listNames, row: number, message: string, field = ''): FieldFault {
  return { pointer: `/${list}/${row}${field}`, message: `${listNames[list]}第 ${row + 1} 行：${message}` };
}
