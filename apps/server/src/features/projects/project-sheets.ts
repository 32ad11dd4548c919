import { formatDateShort, isCivilDate } from '#kernel';
import type { TableCell, TableSheet } from '#official-documents';
import { lateMilestones, nextMilestone, type Project } from './project.js';
import {
  moneyKindNames,
  moneyKinds,
  projectKindNames,
  projectRoleNames,
  projectStageNames,
  projectStateNames,
} from './project-words.js';
import { moneyOf } from './roll-up.js';

/** What nobody knows is written out: an empty cell could be taken for none. */
export const unknownText = '未知';

/** A number can be summed; what is not known stays a word at the same edge. */
export function figureCell(figure: number | string | null, otherwise = unknownText): TableCell {
  return figure === null ? { text: otherwise, marked: false, align: 'right' } : Number(figure);
}

const date = (day: string | null): string => (isCivilDate(day) ? formatDateShort(day) : '');

/** The list of projects in the words and the order of the page. */
export function projectSheet(projects: readonly Project[], title: string, head: string): TableSheet {
  return { name: '项目', title, head, columns: projectColumns, rows: projects.map(projectRow), notes: [] };
}

const projectColumns = [
  { heading: '年度', width: 7 },
  { heading: '学校', width: 24 },
  { heading: '类别', width: 8 },
  { heading: '学段', width: 10 },
  { heading: '状态', width: 10 },
  { heading: '小学学位', width: 9 },
  { heading: '初中学位', width: 9 },
  ...moneyKinds.map((kind) => ({ heading: `${moneyKindNames[kind]}（万元）`, width: 11 })),
  { heading: '下一节点', width: 18 },
  { heading: '滞后节点', width: 16 },
  { heading: '预计投用', width: 13 },
  { heading: '责任单位', width: 26 },
  { heading: '最近报送', width: 13 },
  { heading: '备注', width: 18 },
];

function projectRow(project: Project): TableCell[] {
  const { record, standing, counted, opensOn } = project;
  const next = nextMilestone(project);
  const late = lateMilestones(project).map(({ milestone }) => milestone.name);
  const places = (stage: 'primary' | 'junior'): TableCell =>
    record.stages.includes(stage) ? figureCell(counted.places[stage]) : '';
  const marks = [
    ...(record.added ? ['方案未列，政府办补充'] : []),
    ...(standing.openedUnaccepted ? ['已投用，未报验收'] : []),
    ...(record.cancelled === null ? [] : [record.cancelled]),
    ...(record.example ? ['示例数据'] : []),
  ];
  return [
    `${record.year}`,
    record.school,
    projectKindNames[record.kind],
    record.stages.map((stage) => projectStageNames[stage]).join('、'),
    projectStateNames[standing.state],
    places('primary'),
    places('junior'),
    ...moneyKinds.map((kind) => figureCell(moneyOf(counted, kind))),
    next === null ? '' : [next.milestone.name, date(next.planned)].filter(Boolean).join(' '),
    late.length === 0 ? '' : { text: late.join('、'), marked: true },
    date(opensOn),
    record.units.map(({ unit, role }) => `${unit.shortName}（${projectRoleNames[role]}）`).join('、'),
    standing.unreported
      ? {
          text: `本月未报送${record.lastReport ? `（上次${date(record.lastReport.on)}）` : ''}`,
          marked: true,
        }
      : date(record.lastReport?.on ?? null),
    marks.join('；'),
  ];
}

/** Every milestone of every project, with its slippage and why. */
export function milestoneSheet(projects: readonly Project[], title: string, head: string): TableSheet {
  return {
    name: '节点',
    title,
    head,
    columns: milestoneColumns,
    rows: projects.flatMap(({ record, courses }) =>
      courses.map((course): TableCell[] => [
        `${record.year}`,
        record.school,
        course.milestone.name,
        date(course.firstPlanned),
        date(course.planned),
        date(course.actual),
        date(course.forecast),
        course.slipFirst ?? '',
        course.slipPlanned ?? '',
        course.late && record.cancelled === null ? { text: '滞后', marked: true } : '',
        course.explanation,
      ]),
    ),
    notes: [],
  };
}

const milestoneColumns = [
  { heading: '年度', width: 7 },
  { heading: '学校', width: 24 },
  { heading: '节点', width: 11 },
  { heading: '首次计划', width: 13 },
  { heading: '现行计划', width: 13 },
  { heading: '实际', width: 13 },
  { heading: '预计', width: 13 },
  { heading: '比首次计划晚（天）', width: 11 },
  { heading: '比现行计划晚（天）', width: 11 },
  { heading: '状态', width: 8 },
  { heading: '说明', width: 52 },
];
