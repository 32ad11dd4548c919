import { conclusionNames, stageNames, type Standard, verdictNames } from '#indicator-engine';
import { formatDateShort } from '#kernel';
import { textTable } from '../text-table.js';
import type { TurnRow } from './projection.dto.js';
import type { ProjectedCounty } from './projection-view.js';

const judged = { ...verdictNames, ...conclusionNames };

/** A projection as readable tables. */
export function projectionText(county: ProjectedCounty, standard: Standard): string[] {
  const { name, dataYear, goalYear, turns } = county;
  const sections = turns.filter(({ kind }) => kind === 'section');
  return [
    `推演“${name}”：${dataYear} 年数据，推演至 ${goalYear} 年；${dataYear} 年按${formatDateShort(standard.asOf)}的标准，以后各年按 9 月 1 日的标准`,
    '',
    '一、逐年',
    ...yearTable(county),
    '',
    `二、学校结论的变化（${sections.length} 项，全部变化 ${turns.length} 项，用 --json 查看）`,
    ...sections.map(turnLine),
    '',
    '三、说明',
    ...[...county.notes, ...county.notProjected],
  ];
}

function yearTable({ years }: ProjectedCounty): string[] {
  const rows = years.flatMap(({ year, stages, coefficients, oversized }) =>
    stages.map((row) => [
      String(year),
      stageNames[row.stage],
      String(row.met),
      String(row.unmet),
      String(row.toVerify),
      String(row.pupils),
      String(row.placesAdded),
      row.balance === null ? '待补' : String(row.balance),
      String(coefficients.filter(({ stage, verdict }) => stage === row.stage && verdict === 'unmet').length),
      String(oversized.length),
    ]),
  );
  const headings = [
    '年',
    '学段',
    '达标',
    '未达标',
    '待核实',
    '在校生',
    '新增学位',
    '学位余缺',
    '系数超限',
    '超规模学校',
  ];
  return textTable(headings, rows, ['left', 'left', ...Array.from({ length: 8 }, () => 'right' as const)]);
}

function turnLine({ year, name, stage, from, to }: TurnRow): string {
  const words = (verdict: TurnRow['from'], absent: string): string =>
    verdict === null ? absent : judged[verdict];
  return `  ${year} 年　${name ?? ''}${stage === null ? '' : stageNames[stage]}：${words(from, '尚未开办')} → ${words(to, '不再开办')}`;
}
