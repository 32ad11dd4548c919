import {
  type CheapestSet,
  type IndicatorRemedy,
  type Ratio,
  type SchoolRemedy,
  showRatio,
  stageNames,
  type Standard,
} from '#indicator-engine';
import { formatDateShort } from '#kernel';
import type { RemedyPlan } from './plan-remedy.js';
import { amountText, resourceUnits } from './resource-amounts.js';
import { textTable } from './text-table.js';

/** What would mend the county, as readable tables. */
export function remedyText(plan: RemedyPlan, standard: Standard, usesExampleCosts: boolean): string[] {
  return [
    `按国家标准补足，截至${formatDateShort(standard.asOf)}${usesExampleCosts ? '；单价为示例，请用 --costs 换成本地单价' : ''}`,
    '',
    `一、学校：缺什么，怎样补最省（${plan.schools.length} 所）`,
    ...plan.schools.flatMap(schoolLines),
    '',
    `二、全县：使差异系数不超过限值、每校都达到要求，最少要增加多少${plan.mode === 'move' ? '（教师可在校际调配）' : ''}`,
    ...countyTable(plan.county),
  ];
}

function schoolLines({ name, school, sections, cheapest }: SchoolRemedy): string[] {
  const lacks = sections.flatMap((section) => {
    const stage = stageNames[section.stage];
    if (section.state === 'unknown') return [`  ${stage}：数据不全，${section.reason}`];
    const missing = section.needs.filter(({ unitsToLine }) => unitsToLine > 0n);
    const parts = missing.map(
      ({ indicator, toLine }) => `${indicator} 缺 ${amountText(toLine)} ${resourceUnits[indicator]}`,
    );
    return parts.length > 0 ? [`  ${stage}：${parts.join('，')}`] : [];
  });
  return [`${name}（${school}）`, ...lacks, ...(cheapest ? [`  ${cheapestText(cheapest)}`] : [])];
}

function cheapestText({ purchases, cost, belowLine }: CheapestSet): string {
  if (purchases.length === 0) return '已符合学校综合达标的要求，不必补';
  const bought = purchases.map(({ indicator, stage, amount }) => {
    const whose = stage === null ? '' : `${stageNames[stage]} `;
    return `${whose}${indicator} ${amountText(amount)} ${resourceUnits[indicator]}`;
  });
  const kept = belowLine.map(({ stage, indicator }) => `${stageNames[stage]} ${indicator}`);
  const rest = kept.length > 0 ? `（可暂不补足：${kept.join('、')}）` : '';
  return `最省：补 ${bought.join('，')}，合 ${moneyText(cost)}${rest}`;
}

function countyTable(remedies: readonly IndicatorRemedy[]): string[] {
  const rows = remedies.map(({ indicator, stage, unit, remedy, cost, missing }) => [
    indicator,
    stageNames[stage],
    coefficientText(remedy.before),
    coefficientText(remedy.after),
    `${amountText({ ...unit, numerator: unit.numerator * BigInt(remedy.added) })} ${resourceUnits[indicator]}`,
    remedy.moved > 0 ? String(remedy.moved) : '',
    moneyText(cost),
    remedy.optimal ? '已证明最少' : `至少 ${remedy.lowerBound}`,
    missing.length > 0 ? `${missing.length} 所无数据，未计入` : '',
  ]);
  const headings = ['指标', '学段', '现系数', '补后系数', '增加', '调配', '费用', '最优性', '说明'];
  return textTable(headings, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'right']);
}

function coefficientText(value: number | null): string {
  return value === null ? '—' : value.toFixed(3);
}

function moneyText(yuan: Ratio): string {
  return `${showRatio({ ...yuan, denominator: yuan.denominator * 10_000n }, 2)} 万元`;
}
