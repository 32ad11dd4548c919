import { conclusionNames, stageNames, stages, verdictNames } from '#indicator-engine';
import type { TableCell, TableSheet } from '#official-documents';
import { sourceText } from '../data-set-text.js';
import type { ProjectionView, TurnRow } from './projection.dto.js';

const judged = { ...verdictNames, ...conclusionNames };

/** A projection in the words of the printed form: years, coefficients, turns, and what it does not say. */
export function toProjectionSheets(view: ProjectionView, campaignName: string): TableSheet[] {
  const title = `${campaignName}推演表（${view.name}）`;
  const source = `${sourceText(view.dataSet)}；推演至 ${view.goalYear} 年`;
  const notes = [...view.notProjected, ...view.notes].map((note, index) => `注${index + 1}：${note}`);
  return [
    { name: '逐年', title, head: source, columns: yearColumns, rows: yearRows(view), notes },
    {
      name: '差异系数',
      title,
      head: source,
      columns: coefficientColumns(view),
      rows: coefficientRows(view),
      notes: [],
    },
    {
      name: '变化清单',
      title,
      head: `${source}；共 ${view.turns.length} 项变化`,
      columns: turnColumns,
      rows: view.turns.map(turnRow),
      notes: [],
    },
  ];
}

const yearColumns = [
  { heading: '年', width: 7 },
  { heading: '学段', width: 7 },
  { heading: '达标校段', width: 9 },
  { heading: '未达标', width: 9 },
  { heading: '待核实', width: 9 },
  { heading: '不适用', width: 9 },
  { heading: '在校生', width: 10 },
  { heading: '缺在校生数的学校', width: 10 },
  { heading: '累计新增学位', width: 10 },
  { heading: '学位未知的项目', width: 10 },
  { heading: '学位余缺（增量）', width: 11 },
  { heading: '本年开办的项目', width: 26 },
];

function yearRows({ years }: ProjectionView): TableCell[][] {
  return years.flatMap((year) =>
    year.stages.map((row): TableCell[] => [
      `${year.year}`,
      stageNames[row.stage],
      row.met,
      row.unmet,
      row.toVerify,
      row.notApplicable,
      row.pupils,
      row.pupilsMissing,
      row.placesAdded,
      row.placesUnknown,
      row.balance ?? '待补',
      year.opened.join('、'),
    ]),
  );
}

function coefficientColumns({ years }: ProjectionView): TableSheet['columns'] {
  return [
    { heading: '指标', width: 7 },
    { heading: '学段', width: 7 },
    { heading: '上限', width: 7 },
    ...years.map(({ year }) => ({ heading: `${year}年`, width: 9 })),
  ];
}

/** A limit that changes is that of the last year; the verdicts are each year's own. */
function coefficientRows({ years }: ProjectionView): TableCell[][] {
  const last = years.at(-1)?.coefficients ?? [];
  return stages.flatMap((stage) =>
    last
      .filter((each) => each.stage === stage)
      .map(({ indicator, limitText }): TableCell[] => [
        indicator,
        stageNames[stage],
        limitText,
        ...years.map(({ coefficients }): TableCell => {
          const own = coefficients.find((each) => each.indicator === indicator && each.stage === stage);
          return { text: own?.text ?? '', marked: own?.verdict === 'unmet', align: 'right' };
        }),
      ]),
  );
}

const turnColumns = [
  { heading: '年', width: 7 },
  { heading: '对象', width: 12 },
  { heading: '学校', width: 24 },
  { heading: '学段', width: 7 },
  { heading: '指标', width: 8 },
  { heading: '由', width: 10 },
  { heading: '变为', width: 10 },
];

const kindNames: Readonly<Record<TurnRow['kind'], string>> = {
  section: '学校结论',
  figure: '学校指标',
  coefficient: '差异系数',
  school: '逐校指标',
};

function turnRow({ year, kind, name, stage, indicator, from, to }: TurnRow): TableCell[] {
  return [
    `${year}`,
    kindNames[kind],
    name ?? '全县',
    stage === null ? '' : stageNames[stage],
    indicator ?? '',
    from === null ? '尚未开办' : judged[from],
    { text: to === null ? '不再开办' : judged[to], marked: to === 'unmet' },
  ];
}
