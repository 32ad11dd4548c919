import { stageNames } from '#indicator-engine';
import { civilDate, formatDateShort } from '#kernel';
import type { TableCell, TableSheet } from '#official-documents';
import { sourceText } from './data-set-text.js';
import type { CountyRemedyRow, RemedyView, SchoolRemedyRow } from './remedy.dto.js';

const modeNames = { add: '只增加', move: '教师可在校际调配' } as const;

/** The remedies in the words of the printed form: schools, the county, and the unit costs used. */
export function toRemedySheets(view: RemedyView, campaignName: string): TableSheet[] {
  const head = `评估日期${formatDateShort(civilDate(view.asOf))}；${sourceText(view.dataSet)}；对照国家标准`;
  const example = view.costs.some((cost) => cost.example);
  const notes = example ? ['注：单价中有示例，未经本地核定，见“单价”表。'] : [];
  return [
    {
      name: '逐校补差',
      title: `${campaignName}逐校补差表`,
      head: `${head}；共 ${view.schools.length} 所`,
      columns: schoolColumns,
      rows: view.schools.map(schoolRow),
      notes,
    },
    {
      name: '全县补差',
      title: `${campaignName}全县补差表`,
      head: `${head}；${modeNames[view.mode]}；共 ${view.county.length} 项`,
      columns: countyColumns,
      rows: view.county.map(countyRow),
      notes,
    },
    {
      name: '单价',
      title: `${campaignName}补差测算单价`,
      head: `${head}；共 ${view.costs.length} 项`,
      columns: costColumns,
      rows: view.costs.map(({ indicator, name, unit, cost, example: isExample }) => [
        indicator,
        name,
        unit,
        Number(cost),
        isExample ? '示例' : '填写',
      ]),
      notes: [],
    },
  ];
}

export function remedyName({ asOf }: RemedyView): string {
  return `补差建议表-${asOf}.xlsx`;
}

const schoolColumns = [
  { heading: '学校标识码', width: 13 },
  { heading: '学校', width: 22 },
  { heading: '缺口', width: 34 },
  { heading: '最省的补法', width: 34 },
  { heading: '可暂不补足', width: 18 },
  { heading: '费用（元）', width: 13 },
];

function schoolRow(row: SchoolRemedyRow): TableCell[] {
  return [
    row.code,
    row.name,
    row.needs
      .map(({ stage, indicator, lacks, unit }) => `${stageNames[stage]} ${indicator} 缺 ${lacks} ${unit}`)
      .join('\n'),
    purchasesText(row),
    row.belowLine.map(({ stage, indicator }) => `${stageNames[stage]} ${indicator}`).join('、'),
    row.cost === null ? '—' : Number(row.cost),
  ];
}

function purchasesText({ purchases, unknown }: SchoolRemedyRow): string {
  if (purchases === null) return `数据不全，算不出：${unknown ?? ''}`;
  if (purchases.length === 0) return '已符合，不必补';
  return purchases
    .map(({ indicator, stage, amount, unit }) => {
      const whose = stage === null ? '' : `${stageNames[stage]} `;
      return `${whose}${indicator} 补 ${amount} ${unit}`;
    })
    .join('\n');
}

const countyColumns = [
  { heading: '指标', width: 7 },
  { heading: '名称', width: 26 },
  { heading: '学段', width: 7 },
  { heading: '现系数', width: 9 },
  { heading: '补后系数', width: 9 },
  { heading: '增加', width: 12 },
  { heading: '单位', width: 6 },
  { heading: '调配', width: 7 },
  { heading: '费用（元）', width: 14 },
  { heading: '是否最少', width: 18 },
  { heading: '分到各校', width: 40 },
];

function countyRow(row: CountyRemedyRow): TableCell[] {
  const changes = row.changes.map(({ name, amount }) => `${name} ${amount}`).join('、');
  return [
    row.indicator,
    row.name,
    stageNames[row.stage],
    row.before === null ? '—' : row.before.toFixed(3),
    row.after === null ? '—' : row.after.toFixed(3),
    Number(row.added),
    row.unit,
    row.moved,
    Number(row.cost),
    row.optimal ? '已证明最少' : `至少要 ${row.lowerBound}`,
    row.missing > 0 ? `${changes}（${row.missing} 所无数据，未计入）` : changes,
  ];
}

const costColumns = [
  { heading: '指标', width: 8 },
  { heading: '名称', width: 40 },
  { heading: '单位', width: 8 },
  { heading: '单价（元）', width: 14 },
  { heading: '来源', width: 10 },
];
