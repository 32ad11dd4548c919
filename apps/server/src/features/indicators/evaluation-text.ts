import {
  type CoefficientResult,
  conclusionNames,
  type CountyResult,
  type IndicatorResult,
  resourceIndicators,
  type SectionResult,
  showDecimal,
  stageNames,
  type Standard,
  verdictNames,
} from '#indicator-engine';
import { formatDateShort } from '#kernel';
import { textTable } from './text-table.js';

const marks = { met: '', unmet: '×', no_data: '', not_applicable: '', error: '！' } as const;

/** The evaluation as readable tables. */
export function evaluationText(result: CountyResult, standard: Standard): string[] {
  const place = standard.placeName === null ? '国家标准' : `国家标准与${standard.placeName}目标`;
  return [
    `${place}，截至${formatDateShort(standard.asOf)}`,
    `结论：${conclusionNames[result.verdict]}${localSuffix(result.localVerdict)}`,
    '',
    `学校综合达标（${schoolRuleText(standard)}；× 为未达到要求）`,
    ...sectionTable(result.sections),
    ...excludedLines(result),
    '',
    '校际差异系数',
    ...coefficientTable(result.coefficients),
    '',
    '其他指标与否决项',
    ...indicatorLines(result),
    ...vetoLine(result),
    '',
    `标准与数据指纹：${result.fingerprint}`,
  ];
}

function schoolRuleText({ rules: { minimumMet, floor } }: Standard): string {
  const percent = showDecimal({ units: floor.value.units * 100n, scale: floor.value.scale });
  return `${resourceIndicators.length} 项至少 ${showDecimal(minimumMet.value)} 项达到要求，余项不低于要求的 ${percent}%`;
}

function localSuffix(local: CountyResult['localVerdict']): string {
  return local === null ? '' : `；按本地目标：${conclusionNames[local]}`;
}

function sectionTable(sections: readonly SectionResult[]): string[] {
  const headings = ['学校', '学段', '在校生', ...resourceIndicators, '结论', '未达到'];
  const rows = sections.map((section) => [
    section.name,
    stageNames[section.stage],
    String(section.students ?? '无数据'),
    ...resourceIndicators.map((id) => {
      const { ratioText, verdict } = section.indicators[id];
      return `${ratioText}${marks[verdict]}`;
    }),
    conclusionNames[section.verdict],
    section.missed.join('、'),
  ]);
  const right = resourceIndicators.map(() => 'right' as const);
  return textTable(headings, rows, ['left', 'left', 'right', ...right]);
}

function excludedLines({ excluded }: CountyResult): string[] {
  if (excluded.length === 0) return [];
  return ['', `不纳入 7 项指标评估的学校（${excluded.length} 所）`, ...excluded.map(excludedLine)];
}

function excludedLine({ name, school, reason, basis }: CountyResult['excluded'][number]): string {
  const weak = basis !== null && basis.authority !== 'official' ? '（待核）' : '';
  return `  ${name}（${school}）：${reason}${weak}`;
}

function coefficientTable(coefficients: readonly CoefficientResult[]): string[] {
  const rows = coefficients.map((each) => [
    each.indicator,
    stageNames[each.stage],
    each.text,
    `≤ ${showDecimal(each.limit.value)}`,
    verdictNames[each.verdict],
    each.reason ?? '',
  ]);
  return textTable(['指标', '学段', '系数', '限值', '结论', '说明'], rows, ['left', 'left', 'right', 'left']);
}

/** Those with a figure in a table; the others are named once, or they would hide the figures. */
function indicatorLines({ indicators }: CountyResult): string[] {
  const told = indicators.filter(({ verdict }) => verdict !== 'no_data');
  const silent = indicators.filter(({ verdict }) => verdict === 'no_data');
  const rows = told.map((each) => [
    each.indicator,
    each.name,
    verdictNames[each.verdict],
    each.localVerdict === null ? '' : verdictNames[each.localVerdict],
    unmetSchools(each),
  ]);
  const head = told.length > 0 ? textTable(['编号', '指标', '国家标准', '本地目标', '未达标学校'], rows) : [];
  const names = silent
    .map(({ indicator, name }) => (indicator.startsWith('C') ? indicator : name))
    .join('、');
  return [...head, ...(silent.length > 0 ? [`无数据（${silent.length} 项）：${names}`] : [])];
}

function unmetSchools({ schools, reason }: IndicatorResult): string {
  const names = schools
    .filter(({ verdict }) => verdict === 'unmet')
    .map(({ name, text }) => `${name} ${text}`);
  const shown = names.slice(0, 5).join('、');
  return names.length > 5 ? `${shown} 等 ${names.length} 所` : shown || (reason ?? '');
}

function vetoLine({ vetoes }: CountyResult): string[] {
  const open = vetoes.filter(({ verdict }) => verdict !== 'met').map(({ name }) => name);
  return [
    open.length > 0 ? `有未排除的否决项：${open.join('、')}` : `否决项（${vetoes.length} 项）：没有登记`,
  ];
}
