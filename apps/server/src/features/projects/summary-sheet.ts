import type { TableCell, TableSheet } from '#official-documents';
import { figureCell, unknownText } from './project-sheets.js';
import type { PartSum, ProjectSummary } from './project-summary.js';
import { projectStageNames } from './project-words.js';
import { type LevelSum, type RollUp, type RollUpLevel, rollUpLevels } from './roll-up.js';

export const rollUpLevelNames: Readonly<Record<RollUpLevel, string>> = {
  planned: '计划',
  started: '已开工',
  completed: '已竣工',
  accepted: '已验收',
};

const declaredLine = '方案写明';

/** One line of the sums: a part of the projects at one level, or what the plan declares of it. */
export interface SummaryLine {
  readonly part: string;
  readonly line: string;
  readonly schools: number | null;
  readonly primary: number | null;
  readonly junior: number | null;
  readonly total: number | null;
  readonly investment: string | null;
  readonly placesUnknown: number | null;
  readonly remark: string;
}

/** The sums as lines, in one order for the workbook and the console. */
export function summaryLines({ total, years, stages, units }: ProjectSummary): SummaryLine[] {
  return [
    ...partLines('合计', total),
    ...years.flatMap(({ year, ...part }) => partLines(`${year}年`, part)),
    ...stages.flatMap(({ stage, sums }) => sumLines(projectStageNames[stage], sums)),
    ...units.flatMap(({ unit, sums }) => sumLines(unit?.shortName ?? '未明确责任单位', sums)),
  ];
}

function partLines(part: string, { sums, declared, difference }: PartSum): SummaryLine[] {
  const [planned, ...reached] = sumLines(part, sums);
  if (!planned || declared === null || difference === null) return sumLines(part, sums);
  return [
    {
      ...{
        part,
        line: declaredLine,
        schools: declared.schools,
        ...declared.places,
        investment: declared.investment,
      },
      placesUnknown: null,
      remark: declared.investmentScope.join('；'),
    },
    planned,
    {
      ...{ part, line: '计划减方案', schools: difference.schools, ...difference.places },
      investment: difference.investment,
      placesUnknown: null,
      remark: difference.places.total === null ? '项目学位还不清楚，不能比较' : '',
    },
    ...reached,
  ];
}

function sumLines(part: string, sums: RollUp): SummaryLine[] {
  return rollUpLevels.map((level) =>
    levelLine(part, rollUpLevelNames[level], sums.levels[level], remarkOf(level, sums)),
  );
}

function levelLine(part: string, line: string, sum: LevelSum, remark: string): SummaryLine {
  const { schools, places, investment, placesUnknown } = sum;
  return { part, line, schools, ...places, investment, placesUnknown, remark };
}

function remarkOf(level: RollUpLevel, { projects, unreported, cancelled }: RollUp): string {
  if (level !== 'planned') return '';
  return [
    `${projects} 个项目中 ${unreported} 个本月未报送`,
    ...(cancelled > 0 ? [`另有 ${cancelled} 个已取消，不计入`] : []),
  ].join('；');
}

/** What the plan leaves out is not unknown: it does not say it. */
export function missingText({ line }: SummaryLine): string {
  return line === declaredLine ? '未写明' : unknownText;
}

/** The sums in the words of the page. */
export function summarySheet(summary: ProjectSummary, title: string, head: string): TableSheet {
  return {
    name: '汇总',
    title,
    head,
    columns: [
      { heading: '范围', width: 18 },
      { heading: '口径', width: 16 },
      { heading: '学校', width: 8 },
      { heading: '小学学位', width: 10 },
      { heading: '初中学位', width: 10 },
      { heading: '学位合计', width: 10 },
      { heading: '投资（万元）', width: 14 },
      { heading: '学位未知的项目', width: 10 },
      { heading: '备注', width: 40 },
    ],
    rows: summaryLines(summary).map((line): TableCell[] => [
      line.part,
      line.line,
      ...[line.schools, line.primary, line.junior, line.total, line.investment].map((figure) =>
        figureCell(figure, missingText(line)),
      ),
      line.placesUnknown ?? '',
      line.remark,
    ]),
    notes: summaryNotes,
  };
}

export const summaryNotes = [
  '注1：已开工、已竣工、已验收分别统计，都含在“计划”里；只有报送了验收的才算已验收。',
  '注2：方案写明的合计与各项目之和分别列出，不强求一致；数字未知的项目不按 0 计。',
  '注3：一个项目有几个责任单位的，各单位都计；含两个学段的学校，两个学段都计，投资不拆分。',
];
