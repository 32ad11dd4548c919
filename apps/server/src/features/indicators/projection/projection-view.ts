import {
  type CoefficientResult,
  type EvaluatedYear,
  projectCounty,
  type Projection,
  type SchoolRecord,
  showDecimal,
  type Standard,
  thresholdFor,
  type Turn,
} from '#indicator-engine';
import { lineText } from '../figure-views.js';
import { pendingProjects } from './pending-projects.js';
import type {
  OversizedSchool,
  ProjectedYearRow,
  ProjectionView,
  TurnRow,
  YearCoefficient,
  YearSection,
} from './projection.dto.js';
import { stageYears } from './stage-years.js';
import { type MappedAssumptions, toAssumptions } from './to-assumptions.js';
import type { WhatIfContent } from './what-if-content.dto.js';

/** Everything a projection rests on. */
export interface ProjectionBasis {
  readonly name: string;
  readonly content: WhatIfContent;
  readonly schools: readonly SchoolRecord[];
  readonly dataYear: number;
  readonly goalYear: number;
  readonly standardOf: (year: number) => Standard;
}

/** The same for a data set of a campaign and for a file. */
export type ProjectedCounty = Omit<ProjectionView, 'id' | 'dataSet'>;

/** What pages and workbooks show of a projection, and the sections of each year. */
export interface ProjectionAnswer {
  readonly county: ProjectedCounty;
  readonly sections: ReadonlyMap<number, readonly YearSection[]>;
}

export const notProjected: readonly string[] = [
  '只推演由学校基本情况表算出的指标：C1—C7 及差异系数、C10 音体美教室、C11 学校规模。',
  '班额（C12）、县级填报的数据、凭佐证判定的指标和一票否决事项，以后年份没有数据，不作推演。',
  '教师、用房、设备除项目所列增加外，按基年不变计算。',
  '学校数据里没有现有学位数，学位只比较增量：项目新增学位与在校生增加数。',
];

/**
 * Projects the county and presents it.
 * @throws DomainError `malformed` when the assumptions no longer fit the data
 */
export function projectionAnswer(basis: ProjectionBasis): ProjectionAnswer {
  const { name, content, schools, dataYear, goalYear, standardOf } = basis;
  const mapped = toAssumptions(name, content);
  const input = { schools, dataYear, goalYear, assumptions: mapped.assumptions, standardOf };
  const projection = projectCounty(input);
  const known = new Set(schools.map(({ code }) => code));
  const county: ProjectedCounty = {
    name,
    dataYear,
    goalYear,
    years: projection.years.map((year) => yearRow(year, basis, mapped)),
    turns: turnRows(projection),
    notes: notesOf(basis, mapped),
    notProjected: [...notProjected],
  };
  return { county, sections: new Map(projection.years.map((each) => [each.year, sectionRows(each, known)])) };
}

function yearRow(
  each: EvaluatedYear,
  basis: ProjectionBasis,
  { assumptions }: MappedAssumptions,
): ProjectedYearRow {
  const { dataYear, schools: first, content, standardOf } = basis;
  const opened = assumptions.projects.filter(({ opensIn }) => opensIn > dataYear && opensIn <= each.year);
  return {
    year: each.year,
    opened: each.opened.map((row) => content.projects[Number(row)]?.name ?? row),
    stages: stageYears(each, first, opened),
    coefficients: each.result.coefficients.map(coefficientRow),
    oversized: oversizedSchools(each, standardOf(each.year)),
  };
}

function coefficientRow({
  indicator,
  stage,
  text,
  approximate,
  limit,
  verdict,
}: CoefficientResult): YearCoefficient {
  const limitText = showDecimal(limit.value);
  return { indicator, stage, text, approximate, limitText, limit: Number(limitText), verdict };
}

function oversizedSchools({ result, schools }: EvaluatedYear, standard: Standard): OversizedSchool[] {
  const kinds = new Map(schools.map(({ code, kind }) => [code, kind]));
  const test = standard.indicators.find(({ id }) => id === 'C11')?.tests[0];
  const size = result.indicators.find(({ indicator }) => indicator === 'C11');
  return (size?.schools ?? [])
    .filter(({ verdict }) => verdict === 'unmet')
    .map(({ school, name, text }) => {
      const line = thresholdFor(test?.national ?? [], null, kinds.get(school) ?? null);
      // Pupils are whole; the engine shows every figure with three decimals.
      return {
        code: school,
        name,
        text: text.replace(/\.0+$/, ''),
        lineText: lineText(line, test?.unit ?? '') ?? '',
      };
    });
}

function turnRows({ years, turns }: Projection): TurnRow[] {
  const names = new Map(
    years.flatMap(({ schools }) => schools.map(({ code, name }) => [code, name] as const)),
  );
  return turns.map((turn) => ({
    year: turn.year,
    kind: turn.kind,
    code: turn.school,
    name: turn.school === null ? null : (names.get(turn.school) ?? turn.school),
    stage: turn.stage,
    indicator: turn.indicator,
    from: turn.from,
    to: turn.to,
    way: wayOf(turn),
  }));
}

function wayOf({ from, to }: Turn): TurnRow['way'] {
  if (to === 'met') return 'reached';
  return from === 'met' ? 'lost' : 'other';
}

function sectionRows({ result }: EvaluatedYear, known: ReadonlySet<string>): YearSection[] {
  return result.sections.map(({ school, name, stage, students, verdict, missed, reason }) => ({
    code: school,
    name,
    stage,
    students,
    verdict,
    missed: [...missed],
    reason,
    inData: known.has(school),
  }));
}

/** What does not count, said plainly. */
function notesOf(
  { content, schools, dataYear, goalYear }: ProjectionBasis,
  mapped: MappedAssumptions,
): string[] {
  const pending = pendingProjects(content.projects, schools);
  const past = mapped.assumptions.projects.filter(({ opensIn }) => opensIn <= dataYear).length;
  const later = mapped.assumptions.projects.filter(({ opensIn }) => opensIn > goalYear).length;
  const early = content.enrolment.filter(({ year }) => year <= dataYear || year > goalYear).length;
  return [
    ...pending.map(({ name, missing, counted }) => {
      const how = counted ? '其余按无数据计' : '没有计入';
      return `项目“${name}”待补：${missing.join('、')}；${how}。`;
    }),
    ...(past > 0 ? [`${past} 个项目在 ${dataYear} 年及以前开办，应已体现在数据里，不再计入。`] : []),
    ...(later > 0 ? [`${later} 个项目在 ${goalYear} 年以后开办，不在推演期内。`] : []),
    ...(early > 0 ? [`${early} 行学生数变化不在推演期内，没有计入。`] : []),
  ];
}
