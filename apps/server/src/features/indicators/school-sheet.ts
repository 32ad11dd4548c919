import { conclusionNames, stageNames, verdictNames } from '#indicator-engine';
import { civilDate, formatDateShort } from '#kernel';
import type { TableCell, TableSheet } from '#official-documents';
import { sourceText } from './data-set-text.js';
import { schoolKindNames } from './evaluation-words.js';
import type { FigureView, SchoolView, SectionView, TraceRow } from './indicators.dto.js';

/** One school in the words of the printed form: its figures, and how each came about. */
export function toSchoolSheets(school: SchoolView, campaignName: string): TableSheet[] {
  const kind = [schoolKindNames[school.kind], school.township, school.code].filter((part) => part !== null);
  const head = `${kind.join('，')}；评估日期${formatDateShort(civilDate(school.asOf))}；${sourceText(school.dataSet)}`;
  const figures = [...school.sections.flatMap(sectionRows), ...school.other.map(otherRow)];
  return [
    {
      name: '达标情况',
      title: `${campaignName}学校达标情况表（${school.name}）`,
      head: `${head}；共 ${figures.length} 项；底色标出的未达标`,
      columns: figureColumns,
      rows: figures,
      notes: [...school.sections.map(conclusionNote), ...excludedNote(school)],
    },
    {
      name: '计算说明',
      title: `${school.name}各项数字怎样算出`,
      head,
      columns: traceColumns,
      rows: [...school.sections.flatMap(sectionTraces), ...school.other.flatMap(otherTraces)],
      notes: [],
    },
  ];
}

export function schoolName({ name, asOf }: SchoolView): string {
  return `学校达标情况-${name}-${asOf}.xlsx`;
}

const figureColumns = [
  { heading: '学段', width: 7 },
  { heading: '指标', width: 7 },
  { heading: '名称', width: 34 },
  { heading: '数值', width: 16 },
  { heading: '单位', width: 12 },
  { heading: '国家标准', width: 18 },
  { heading: '结论', width: 9 },
  { heading: '本地目标', width: 18 },
  { heading: '按本地目标', width: 10 },
  { heading: '说明', width: 30 },
];

function sectionRows({ stage, figures }: SectionView): TableCell[][] {
  return figures.map((figure): TableCell[] => [
    stageNames[stage],
    figure.indicator,
    figure.name,
    { text: figure.text, marked: figure.verdict === 'unmet', align: 'right' },
    figure.unit,
    figure.lineText ?? '',
    verdictNames[figure.verdict],
    figure.localLineText ?? '',
    figure.localVerdict === null ? '' : verdictNames[figure.localVerdict],
    remarkOf(figure),
  ]);
}

function remarkOf({ reason, floorMet, verdict }: FigureView): string {
  const low = verdict === 'unmet' && floorMet === false ? '低于标准的 85%' : null;
  return [low, reason].filter((part) => part !== null).join('；');
}

function otherRow({
  indicator,
  name,
  verdict,
  localVerdict,
  text,
  reason,
}: SchoolView['other'][number]): TableCell[] {
  return [
    '',
    indicator,
    name,
    { text, marked: verdict === 'unmet', align: 'right' },
    '',
    '',
    verdictNames[verdict],
    '',
    localVerdict === null ? '' : verdictNames[localVerdict],
    reason ?? '',
  ];
}

function conclusionNote({ stage, students, verdict, reason }: SectionView): string {
  const pupils = students === null ? '在校生无数据' : `在校生 ${students} 人`;
  return `${stageNames[stage]}（${pupils}）结论：${conclusionNames[verdict]}${reason === null ? '' : `，${reason}`}`;
}

function excludedNote({ excluded }: SchoolView): string[] {
  return excluded ? [`不计入资源配置评价：${excluded.reason}`] : [];
}

const traceColumns = [
  { heading: '学段', width: 7 },
  { heading: '指标', width: 7 },
  { heading: '类别', width: 11 },
  { heading: '内容', width: 70 },
  { heading: '单元格', width: 24 },
  { heading: '依据', width: 40 },
];

const traceKinds: Readonly<Record<TraceRow['kind'], string>> = {
  input: '数据',
  formula: '公式',
  parameter: '标准和参数',
  step: '计算',
  verdict: '结论',
  note: '说明',
};

function sectionTraces({ stage, figures }: SectionView): TableCell[][] {
  return figures.flatMap(({ indicator, trace }) => traceRows(stageNames[stage], indicator, trace));
}

function otherTraces({ indicator, trace }: SchoolView['other'][number]): TableCell[][] {
  return traceRows('', indicator, trace);
}

function traceRows(stage: string, indicator: string, trace: readonly TraceRow[]): TableCell[][] {
  return trace.map(({ kind, text, cell, basisText, weak }): TableCell[] => [
    stage,
    indicator,
    traceKinds[kind],
    text,
    cell ?? '',
    `${basisText ?? ''}${weak ? '（待核）' : ''}`,
  ]);
}
